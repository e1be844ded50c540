import Charting
import Directives
import Foundation
import Notebooks
import Reports

/// `plot` with what its chart says, and what is wrong with its scenes in both themes, as paragraphs instead of pictures.
struct InspectedPlot: Directive {
  static let name = PlotDirective.name
  static let summary = PlotDirective.summary
  static let naming = PlotDirective.naming
  static let options = PlotDirective.options

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
    let problems = [Theme.light, .dark, .print].flatMap { theme in
      (SceneChecks.problems(of: chart.scene(in: theme, measuring: measurer), measuring: measurer).map { "\($0)" }
        + ChartChecks.problems(of: chart, in: theme).map { "\($0)" }).map { "\(label), \(theme): \($0)" }
    }
    let words = [chart.title, chart.subtitle, chart.caption, chart.alternativeText]
    return (words + [problems.joined(separator: "\n")]).map { .paragraph([.text($0)]) }
  }
}

/// What a figure says.
struct FigureWords {
  let title: String
  let subtitle: String
  let caption: String
  let alternativeText: String
  let problems: String
}

extension Workbench {
  /// With the data sets of the tests, and figures inspected rather than drawn.
  static func withData() throws -> Workbench {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let own = tests.appendingPathComponent("Data")
    let shared = tests.deletingLastPathComponent().appendingPathComponent("MixturesTests/Reference/data")
    var workbench = Workbench()
    for file in [own.appendingPathComponent("galaxies.csv"), own.appendingPathComponent("penguins.csv")] {
      workbench.files[file.lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
    for name in ["faithful.csv", "red_wine.csv"] {
      workbench.files[name] = try String(contentsOf: shared.appendingPathComponent(name), encoding: .utf8)
    }
    workbench.files["toy.csv"] = "x\n1\n2\n3\n6\n7\n9\n"
    let others = Registry.standard.directives.filter { $0.name != PlotDirective.name }
    workbench.registry = Registry(others + [InspectedPlot.self])
    return workbench
  }

  /// The figures of a notebook in order.
  func figures(_ text: String) throws -> [FigureWords] {
    let words = try run(text).report.paragraphs
    return stride(from: 0, to: words.count - 4, by: 5).map {
      FigureWords(
        title: words[$0], subtitle: words[$0 + 1], caption: words[$0 + 2], alternativeText: words[$0 + 3],
        problems: words[$0 + 4])
    }
  }
}

/// A cell of a notebook: `cell("fit w", "data: faithful", "components: 2")`.
func cell(_ head: String, _ options: String...) -> String {
  let parts = head.split(separator: " ", maxSplits: 1)
  let name = parts.count > 1 ? " \(parts[1])" : ""
  return "```{\(parts[0])}\(name)\n\(options.joined(separator: "\n"))\n```\n"
}
