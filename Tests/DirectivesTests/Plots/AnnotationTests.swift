import Charting
import Directives
import Reports
import Testing

/// What a notebook writes into figures itself.
@Suite struct AnnotationTests {
  private static let start =
    cell("load t", "file: t.csv") + cell("fit m", "data: t", "components: 1") + "```{plot} fig-p\n"

  private func mistakes(_ annotation: String) throws -> [String] {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "a,b\n1,2\n2,1\n3,4\n4,4\n"
    return workbench.mistakes(
      Self.start + "kind: scatter\ndata: t\nx: a\ny: b\nannotate:\n  - \(annotation)\n```\n")
  }

  /// Line 14 is the annotation.
  @Test(arguments: [
    (
      "{text: here, x: 2}",
      "14:5: a note needs the option 'y' (a note has text, x and y; a rule has rule: {x: value}, a region has region: {x: [from, to]})"
    ),
    (
      "{rule: {x: 2}, region: {x: [1, 2]}}",
      "14:5: a rule and a region are two annotations (write one for each)"
    ),
    ("{rule: {x: 2, y: 3}}", "14:12: expected one value such as {x: 70} or {y: 0.5}"),
    ("{rule: 2}", "14:12: expected one value such as {x: 70} or {y: 0.5}, not '2'"),
    ("{rule: {z: 2}}", "14:12: expected one value such as {x: 70} or {y: 0.5}"),
    ("{region: {x: 2}}", "14:14: expected two values such as {x: [60, 70]}, of x, of y or of both"),
    ("{region: {x: [3, 2]}}", "14:19: a region runs from a smaller to a larger value, not from 3 to 2"),
    (
      "{rule: {x: 2}, y: 3}",
      "14:23: 'y' means nothing beside 'rule' (rule: {y: …} says where it lies)"
    ),
    ("{text: here, x: 2, y: 3, panel: 4}", "14:5: there is no panel 4 (the figure has 1 panel)"),
    ("{text: here, x: 2, y: 3, pane: 4}", "14:30: an annotation has no option 'pane' (did you mean 'panel'?)"),
    ("{text: here, x: m, y: 3}", "14:21: the place of an annotation is a number, not a fit"),
    ("{text: here, x: 0 / 0, y: 3}", "14:21: the place of an annotation is NaN"),
    ("{text: 'at {eval}`nothing`', x: 2, y: 3}", "14:23: unknown name 'nothing'"),
    ("here", "14:5: expected an annotation as a mapping, not 'here'"),
  ])
  func refuses(annotation: String, expected: String) throws {
    #expect(try mistakes(annotation).first == expected)
  }

  @Test(arguments: [
    ("log_x: true\nannotate: [{rule: {x: -1}}]", "14:23: −1 has no place on a logarithmic axis"),
    (
      "range_x: [0, 5]\nannotate: [{text: far, x: 9, y: 2}]",
      "14:27: x = 9 lies outside the figure (its x axis runs from 0 to 5)"
    ),
  ])
  func refusesWhatAnAxisDoesNotShow(options: String, expected: String) throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "a,b\n1,2\n2,1\n3,4\n4,4\n"
    let found = workbench.mistakes(Self.start + "kind: scatter\ndata: t\nx: a\ny: b\n\(options)\n```\n")
    #expect(found.first == expected)
  }

  /// Words, also with values in them, stand in the figure; no two texts overlap, in either theme.
  @Test func drawsNotesRulesAndRegions() throws {
    var workbench = try Workbench.withData()
    workbench.registry = Registry(
      workbench.registry.directives.filter { $0.name != PlotDirective.name } + [WrittenPlot.self])
    let text =
      cell("load faithful", "file: faithful.csv") + cell("fit m", "data: faithful", "components: 2")
      + cell(
        "plot fig-s", "kind: scatter", "fit: m", "x: eruptions", "y: waiting", "annotate:",
        "  - {text: 'of {eval}`m.n` rows', x: 3, y: 50}", "  - {rule: {x: 'm.means[1].eruptions'}, text: short}",
        "  - {region: {y: [62, 70]}, text: between}")
    let written = try workbench.run(text).report.paragraphs
    for words in ["of 272 rows", "short", "between"] { #expect(written.contains(words)) }
  }

  /// A figure says the same of itself without its own words and with `auto`.
  @Test func autoIsTheSameAsAbsent() throws {
    let plot = ["kind: histogram", "data: faithful", "x: waiting"].joined(separator: "\n")
    let figures = try Workbench.withData().charts(
      cell("load faithful", "file: faithful.csv") + cell("plot fig-a", plot)
        + cell("plot fig-b", plot, "title: auto", "subtitle: auto", "alt: auto"))
    #expect(figures[0].title == figures[1].title)
    #expect(figures[0].subtitle == figures[1].subtitle)
    #expect(figures[0].alternativeText == figures[1].alternativeText)
    #expect(figures[1].title != "auto")
  }
}

/// `plot` with every text of its light scene as a paragraph.
private struct WrittenPlot: Directive {
  static let name = PlotDirective.name
  static let summary = PlotDirective.summary
  static let naming = PlotDirective.naming
  static let options = PlotDirective.options

  private let plot: PlotDirective

  init(_ options: inout Options) throws { plot = try PlotDirective(&options) }

  func declare(in scope: inout Scope) throws { try plot.declare(in: &scope) }

  func run(in session: inout Session) throws -> [Report.Block] {
    let measurer = try TextMeasurer()
    let scene = try plot.chart(in: &session).scene(in: .light, measuring: measurer)
    return SceneChecks.texts(in: scene.primitives).map { .paragraph([.text($0.text.plain)]) }
  }
}
