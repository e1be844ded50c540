import Charting
import Directives
import Foundation
import Notebooks
import Reports
import Testing

/// Every figure of every notebook in notebooks/: nothing overlaps, is cut off, too small or too faint, and nothing
/// misleads, in every theme; the figures of the gallery, one of every kind, are drawn exactly as before.
///
/// Run with `CHART_GOLDENS=record` in the environment to write the goldens anew, and look at what changed.
@Suite struct ShippedFigureTests {
  @Test(arguments: ShippedFigures.notebooks) func nothingIsWrong(notebook: String) throws {
    let figures = try ShippedFigures.figures(of: notebook)
    #expect(!figures.isEmpty)
    for figure in figures { #expect(figure.problems == "", "\(notebook), \(figure.label)") }
  }

  @Test func theGalleryShowsEveryKind() throws {
    let text = try ShippedFigures.text(of: "gallery")
    let doc = try #require(PlotDirective.options.first { $0.name == "kind" })
    let kinds = doc.type.replacing(" or ", with: ", ").split(separator: ", ").map(String.init)
    #expect(kinds.count > 5)
    for kind in kinds { #expect(text.contains("\nkind: \(kind)\n"), "\(kind)") }
  }

  private static let folder = ShippedFigures.repository.appendingPathComponent("Tests/DirectivesTests/Goldens")

  @Test func scenesOfTheGalleryAreUnchanged() throws {
    let records = ProcessInfo.processInfo.environment["CHART_GOLDENS"] == "record"
    let figures = try ShippedFigures.figures(of: "gallery")
    for figure in figures {
      let file = Self.folder.appendingPathComponent("gallery-\(figure.label).scene.txt")
      if records { try figure.scene.write(to: file, atomically: true, encoding: .utf8) }
      let golden = (try? String(contentsOf: file, encoding: .utf8)) ?? "there is no golden"
      let changed = zip(golden.split(separator: "\n"), figure.scene.split(separator: "\n")).first { $0 != $1 }
      #expect(golden == figure.scene, "\(figure.label): \(changed?.1 ?? "") where there was \(changed?.0 ?? "")")
    }
    let goldens = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(goldens.sorted() == figures.map { "gallery-\($0.label).scene.txt" }.sorted())
  }
}

/// The notebooks of this repository with their figures inspected rather than drawn.
enum ShippedFigures {
  struct Figure {
    var label: String
    var problems: String
    /// The light scene as text, or what it comes to when it is long.
    var scene: String
  }

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = repository.appendingPathComponent("notebooks")

  static let notebooks: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }()

  static func text(of notebook: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent("\(notebook).md"), encoding: .utf8)
  }

  private static let inspected = notebooks.reduce(into: [:]) { all, name in
    all[name] = Result { try inspect(name) }
  }

  static func figures(of notebook: String) throws -> [Figure] { try inspected[notebook]?.get() ?? [] }

  private static func inspect(_ notebook: String) throws -> [Figure] {
    var workbench = Workbench()
    let data = folder.appendingPathComponent("data")
    for name in try FileManager.default.contentsOfDirectory(atPath: data.path) where name.hasSuffix(".csv") {
      workbench.files["data/\(name)"] = try String(contentsOf: data.appendingPathComponent(name), encoding: .utf8)
    }
    workbench.files["references.bib"] = try String(
      contentsOf: folder.appendingPathComponent("references.bib"), encoding: .utf8)
    let others = Registry.standard.directives.filter { $0.name != PlotDirective.name }
    workbench.registry = Registry(others + [InspectedScene.self])
    return try workbench.run(text(of: notebook)).report.blocks.compactMap { block in
      guard case .code(let language, let text) = block, language.hasPrefix(InspectedScene.language) else { return nil }
      let parts = text.split(separator: "\u{0}", omittingEmptySubsequences: false).map(String.init)
      return Figure(
        label: String(language.dropFirst(InspectedScene.language.count)), problems: parts[0], scene: parts[1])
    }
  }
}

/// `plot` as a block of code in place of a picture: what is wrong with it in any theme, then its light scene.
private struct InspectedScene: Directive {
  static let name = PlotDirective.name
  static let summary = PlotDirective.summary
  static let naming = PlotDirective.naming
  static let options = PlotDirective.options
  static let language = "scene "

  private let plot: PlotDirective
  private let label: String

  init(_ options: inout Options) throws {
    label = options.name.value
    plot = try PlotDirective(&options)
  }

  func declare(in scope: inout Scope) throws { try plot.declare(in: &scope) }

  func run(in session: inout Session) throws -> [Report.Block] {
    let chart = try plot.chart(in: &session)
    let measurer = try TextMeasurer()
    let scenes = [Theme.light, .dark, .print].map { ($0, chart.scene(in: $0, measuring: measurer)) }
    let problems = scenes.flatMap { theme, scene in
      (SceneChecks.problems(of: scene, measuring: measurer).map { "\($0)" }
        + ChartChecks.problems(of: chart, in: theme).map { "\($0)" }).map { "\(theme): \($0)" }
    }
    let text = problems.joined(separator: "\n") + "\u{0}" + Self.golden(of: scenes[0].1.description)
    return [.code(language: Self.language + label, text: text)]
  }

  /// A long scene is told by how many lines of each kind it has and their hash (FNV-1a).
  private static func golden(of scene: String) -> String {
    guard scene.utf8.count > 30_000 else { return scene }
    let lines = scene.split(separator: "\n")
    let kinds = Dictionary(grouping: lines) { String($0.drop { $0 == " " }.prefix { $0 != " " }) }.mapValues(\.count)
    let hash = scene.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let counts = kinds.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    let texts = lines.filter { $0.drop { $0 == " " }.hasPrefix("text") }
    return ([String(hash, radix: 16)] + counts + texts.map(String.init)).joined(separator: "\n") + "\n"
  }
}
