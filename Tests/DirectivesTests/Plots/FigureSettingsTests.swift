import Charting
import Directives
import Notebooks
import Reports
import Testing

/// Themes, file formats and fonts of figures, from the notebook to the pictures of its report.
@Suite struct FigureSettingsTests {
  private static let table = cell("load t", "file: t.csv")
  private var workbench: Workbench {
    var workbench = Workbench()
    workbench.files["t.csv"] = "x,y,温\n1,2,1\n2,1,2\n3,3,4\n"
    return workbench
  }

  private func figures(_ frontMatter: String, _ options: String..., formats: [Report.Figure.Format]? = nil) throws
    -> [Report.Figure]
  {
    let plots = options.enumerated().map { cell("plot fig-\($0)", "kind: scatter", "data: t", "x: x", "y: y", $1) }
    let checked = try workbench.check("---\n\(frontMatter)\n---\n" + Self.table + plots.joined())
    let outcome = try Runner(checked, settings: .init(version: "1.0", figures: formats)).run()
    return outcome.report.blocks.compactMap { block in if case .figure(let figure) = block { figure } else { nil } }
  }

  /// The background, read off the corner of the image.
  private func corner(_ image: Report.Figure.Image) throws -> Color {
    let pixels = try PNGImage.decode(image.data).pixels
    return Color(red: pixels[0], green: pixels[1], blue: pixels[2])
  }

  @Test(
    arguments: [
      ("", "", [.light, .dark]), ("theme: auto", "theme: light", [.light]), ("theme: dark", "", [.dark]),
      ("theme: dark", "theme: auto", [.light, .dark]), ("theme: light", "theme: print", [.print]),
    ] as [(String, String, [Report.Figure.Theme])])
  func themesAreDrawn(notebook: String, option: String, themes: [Report.Figure.Theme]) throws {
    let figure = try #require(try figures(notebook, option).first)
    #expect(figure.images.map(\.theme) == themes)
    let backgrounds = themes.map { $0 == .dark ? Theme.dark.background : Theme.light.background }
    #expect(try figure.images.map(corner) == backgrounds)
  }

  @Test func printHasItsOwnPicture() throws {
    let figures = try figures("", "theme: light", "theme: print")
    #expect(figures[0].images[0].data != figures[1].images[0].data)
  }

  @Test func documentsAreMadeWhenAskedFor() throws {
    #expect(try figures("", "")[0].documents == [])
    #expect(try figures("figures: svg", "")[0].documents.map(\.format) == [.svg])
    #expect(try figures("figures: svg", "", formats: [.pdf, .png])[0].documents.map(\.format) == [.pdf])
    #expect(try figures("figures: svg", "", formats: [])[0].documents == [])
    let both = try figures("figures: [pdf, svg]\ntheme: dark", "")[0].documents
    #expect(both.map(\.format) == [.svg, .pdf])
    #expect(String(decoding: both[0].data, as: UTF8.self).contains("fill=\"#16191D\""))
    #expect(String(decoding: both[1].data.prefix(5), as: UTF8.self) == "%PDF-")
  }

  @Test(arguments: [
    ("theme: drak", "2:8: expected auto, light, dark or print, not 'drak' (did you mean 'dark'?)"),
    ("theme: sepia", "2:8: expected auto, light, dark or print, not 'sepia'"),
    ("figures: [png, gif]", "2:16: expected png, svg or pdf, not 'gif'"),
    ("figures: svgz", "2:10: expected png, svg or pdf, not 'svgz' (did you mean 'svg'?)"),
  ])
  func mistakesInTheFrontMatterAreNamed(line: String, message: String) {
    #expect(workbench.mistakes("---\n\(line)\n---\n") == [message])
  }

  @Test func aWrongThemeOfAFigureIsNamed() {
    let notebook = Self.table + cell("plot fig-a", "kind: scatter", "data: t", "x: x", "y: y", "theme: grey")
    #expect(workbench.mistakes(notebook) == ["9:8: expected auto, light, dark or print, not 'grey'"])
  }

  @Test func charactersTheFontsLackAreWarnedOf() throws {
    let notebook = Self.table + cell("plot fig-a", "kind: scatter", "data: t", "x: x", "y: 温", "title: 'Ωδ 🍷'")
    let outcome = try workbench.run(notebook)
    #expect(
      outcome.warnings.map(\.line) == [
        "4:1: 'fig-a' shows boxes for ‘🍷’ and ‘温’: the chart fonts have no such characters (write the figure's words "
          + "and the names of columns and levels in Latin, Greek or Cyrillic letters)"
      ])
    #expect(
      try workbench.run(Self.table + cell("plot fig-a", "kind: scatter", "data: t", "x: x", "y: y")).warnings == [])
  }
}
