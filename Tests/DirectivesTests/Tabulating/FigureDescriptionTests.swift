import Charting
import Directives
import Reports
import Testing

/// What may be unfolded below a figure.
@Suite struct FigureDescriptionTests {
  private func figure(_ options: String...) throws -> Report.Figure {
    let cells = cell("load toy", "file: toy.csv") + cell("plot fig-p", options.joined(separator: "\n"))
    var workbench = try Workbench.withData()
    workbench.registry = .standard
    let figures = try workbench.run(cells).report.blocks.compactMap { block in
      if case .figure(let figure) = block { figure } else { nil }
    }
    return try #require(figures.first)
  }

  @Test func alternativeTextsKeepWhatLooksLikeATag() throws {
    let figure = try figure("kind: histogram", "data: toy", "x: x", "alt: Where <x> has {eval}`toy.rows` *values*, x<9")
    #expect(figure.alt == "Where <x> has 6 values, x<9")
  }
}
