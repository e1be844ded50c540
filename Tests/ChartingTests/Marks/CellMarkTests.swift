import Charting
import Testing

@Suite struct CellMarkTests {
  private static let paints: [Paint] =
    (0...80).map { .diverging(Double($0) / 40 - 1) } + (0...40).map { .sequential(Double($0) / 40) } + [.neutral]

  /// Every number stands out from its own cell.
  @Test(arguments: [Theme.light, .dark, .print]) func numbersAreLegible(theme: Theme) throws {
    let cells = Self.paints.enumerated().map { CellMark.Cell(x: Double($0), y: 0, paint: $1, text: "\($0)") }
    let chart = Chart(
      title: "Cells", alternativeText: "Cells", size: Size(2400, 300), x: Axis(),
      panels: [Panel(y: .hidden, marks: [CellMark(cells)])])
    let scene = chart.scene(in: theme, measuring: try TextMeasurer())
    let runs = SceneChecks.texts(in: scene.primitives).filter { $0.role == .annotation }
    #expect(runs.count == cells.count)
    for run in runs {
      let ground = theme.color(Self.paints[try #require(Int(run.text.plain))])
      #expect(run.color.contrast(with: ground) >= 4.5, "\(run.text.plain)")
    }
  }

  @Test func cellsReachHalfAUnit() {
    var (x, y) = (Extent(.linear), Extent(.linear))
    CellMark([.init(x: 0, y: 0, paint: .ink), .init(x: 2, y: 1, paint: .ink)]).extend(x: &x, y: &y)
    #expect(x.domain == -0.5...2.5)
    #expect(y.domain == -0.5...1.5)
  }
}
