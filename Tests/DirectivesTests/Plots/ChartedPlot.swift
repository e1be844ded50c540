import Charting
import Directives
import Notebooks
import Reports

/// `plot` with the whole of what its chart says beside the picture, as paragraphs.
struct ChartedPlot: Directive {
  static let name = PlotDirective.name
  static let summary = PlotDirective.summary
  static let naming = PlotDirective.naming
  static let options = PlotDirective.options

  private let plot: PlotDirective

  init(_ options: inout Options) throws { plot = try PlotDirective(&options) }

  func declare(in scope: inout Scope) throws { try plot.declare(in: &scope) }

  func run(in session: inout Session) throws -> [Report.Block] {
    let chart = try plot.chart(in: &session)
    let measurer = try TextMeasurer()
    let problems = [Theme.light, .dark, .print].flatMap { theme in
      SceneChecks.problems(of: chart.scene(in: theme, measuring: measurer), measuring: measurer).map {
        "\(theme): \($0)"
      }
    }
    let data = chart.data.columns.map { column in
      switch column.cells {
      case .numbers(let numbers): ([column.title] + numbers.map { "\($0)" }).joined(separator: "\t")
      case .texts(let texts): ([column.title] + texts).joined(separator: "\t")
      }
    }.joined(separator: "\n")
    let words = [
      chart.title, chart.subtitle, chart.caption, chart.alternativeText, chart.description,
      chart.panels.map(\.title).joined(separator: "\n"), data, problems.joined(separator: "\n"),
    ]
    return words.map { .paragraph([.text($0)]) }
  }
}

/// What a figure says, its numbers, and what is wrong with its scenes.
struct ChartedFigure {
  let title: String
  let subtitle: String
  let caption: String
  let alternativeText: String
  let description: String
  let panels: [String]
  /// Cells by title.
  let data: [String: [String]]
  let problems: String

  func numbers(_ title: String) -> [Double] { data[title, default: []].compactMap(Double.init) }
}

extension Workbench {
  /// The figures of a notebook in order, with their numbers.
  func charts(_ text: String) throws -> [ChartedFigure] {
    var bench = self
    bench.registry = Registry(registry.directives.filter { $0.name != PlotDirective.name } + [ChartedPlot.self])
    let words = try bench.run(text).report.paragraphs
    return stride(from: 0, to: words.count - 7, by: 8).map { start in
      let columns = words[start + 6].split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
      return ChartedFigure(
        title: words[start], subtitle: words[start + 1], caption: words[start + 2], alternativeText: words[start + 3],
        description: words[start + 4], panels: words[start + 5].split(separator: "\n").map(String.init),
        data: Dictionary(columns.map { ($0[0], Array($0.dropFirst())) }) { $1 }, problems: words[start + 7])
    }
  }
}
