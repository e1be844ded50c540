import Charting
import Testing

/// Charts that are sound, and the same with one thing broken.
@Suite struct ChartChecksTests {
  private func problems(
    _ marks: [any Mark], y: Axis = Axis("count"), x: Axis = Axis("x"), theme: Theme = .light
  ) -> [ChartProblem] {
    let chart = Chart(title: "", alternativeText: "", x: x, panels: [Panel(y: y, marks: marks)])
    return ChartChecks.problems(of: chart, in: theme)
  }

  private let ink = Paint.component(0)

  // MARK: Bars

  @Test func barsStandOnZero() {
    let sound = BarMark(edges: [0, 1, 2], heights: [3, -2], paint: ink)
    #expect(problems([sound]).isEmpty)
    #expect(problems([BarMark([.init(x: 0...1, y: 2...3)], paint: ink)]) == [.barsOffZero(panel: 0)])
    #expect(problems([sound], y: Axis("count", range: 1...3)) == [.barsOffZero(panel: 0)])
  }

  /// A logarithmic axis has no 0: all bars begin where it does.
  @Test func barsOnALogarithmStandOnItsFoot() {
    let axis = Axis("count", scale: .log, range: 0.5...100)
    let bars = [BarMark.Bar(x: 0...1, y: 0.5...30), .init(x: 1...2, y: 0.5...8)]
    #expect(problems([BarMark(bars, paint: ink)], y: axis).isEmpty)
    let lifted = bars + [.init(x: 2...3, y: 2...9)]
    #expect(problems([BarMark(lifted, paint: ink)], y: axis) == [.barsOffZero(panel: 0)])
  }

  @Test func stackedBarsStandOnEachOther() {
    let layers = stacked([[1, 2], [2, 0]]).map { BarMark(edges: [0, 1, 2], spans: $0, paint: ink) }
    #expect(problems(layers).isEmpty)
    // The upper layer alone, and moved to the neighbour's bin.
    #expect(problems([layers[1]]) == [.barsOffZero(panel: 0)])
    let aside = BarMark([.init(x: 1.2...2, y: 1...2)], paint: ink)
    #expect(problems([BarMark(edges: [0, 1], heights: [1], paint: ink), aside]) == [.barsOffZero(panel: 0)])
  }

  @Test func emptyBarsStandAnywhere() {
    #expect(problems([BarMark([.init(x: 0...1, y: 5...5)], paint: ink)]).isEmpty)
  }

  // MARK: Densities

  private func bars(_ scale: Double) -> BarMark {
    BarMark(edges: [0, 2, 4], heights: [0.2 * scale, 0.3 * scale])
  }

  /// A triangle over 0…2 of height 1.
  private func triangle(_ share: Double) -> LineMark {
    LineMark(x: [0, 1, 2], y: [0, share, 0], paint: ink)
  }

  private let density = Axis("density (per min)")

  @Test func barsOfADensityHaveAreaOne() {
    #expect(problems([bars(1)], y: density).isEmpty)
    #expect(problems([bars(1.009)], y: density).isEmpty)
    #expect(problems([bars(1.02)], y: density).count == 1)
    #expect(problems([bars(0.98)], y: Axis("density")).count == 1)
    #expect(problems([bars(7)], y: Axis("count")).isEmpty)
    // A bin that gathers what lies above is wider than the others.
    #expect(problems([bars(0.5)], y: density, x: Axis("x", overflow: .init(above: 2, at: 3))).isEmpty)
  }

  @Test func linesOfADensityHaveAreaOneAloneOrTogether() {
    #expect(problems([bars(1), triangle(1)], y: density).isEmpty)
    #expect(problems([bars(1), triangle(0.3), triangle(0.7)], y: density).isEmpty)
    #expect(problems([bars(1), triangle(0.3), triangle(0.7), triangle(1)], y: density).isEmpty)
    #expect(problems([bars(1), triangle(0.9)], y: density) == [.densityArea(panel: 0, area: 0.9)])
    #expect(problems([bars(1), triangle(0.3), triangle(0.5)], y: density) == [.densityArea(panel: 0, area: 0.5)])
    #expect(problems([bars(1), triangle(1), triangle(1.1)], y: density) == [.densityArea(panel: 0, area: 1.1)])
  }

  @Test func aRangeMayCutALine() {
    let cut = LineMark(x: [0, 0.5, 1], y: [0, 0.5, 1], paint: ink)
    #expect(problems([bars(1), cut], y: density).isEmpty)
    let upright = LineMark(x: [0, 0.5, 1, 1], y: [0, 0.5, 1, 0], paint: ink)
    #expect(problems([bars(1), upright], y: density).isEmpty)
  }

  /// A column may have this name.
  @Test func onlyWhatIsFilledIsADensity() {
    #expect(problems([triangle(0.5)], y: Axis("density")).isEmpty)
  }

  // MARK: Contrast

  @Test(arguments: [Theme.light, .dark, .print])
  func groupsThatNoMarkShowsAreFound(theme: Theme) throws {
    let pale = Paint.component(1).opacity(0.16)
    let area = AreaMark(x: [0, 1], upper: [1, 1], paint: pale)
    let problem = try #require(problems([area], theme: theme).first)
    guard case .faintGroup(.component(1), let contrast) = problem else {
      Issue.record("\(problem)")
      return
    }
    #expect(contrast < 2)
    // A line of the same group shows it; one of another does not.
    #expect(problems([area, LineMark(x: [0, 1], y: [1, 1], paint: .component(1))], theme: theme).isEmpty)
    #expect(problems([area, LineMark(x: [0, 1], y: [1, 1], paint: .component(2))], theme: theme).count == 1)
    // Points are translucent for their number's sake, and grey is context.
    #expect(problems([PointMark(x: [1], y: [1], paints: [pale])], theme: theme).isEmpty)
    #expect(problems([AreaMark(x: [0, 1], upper: [1, 1], paint: .neutral)], theme: theme).isEmpty)
  }

  /// A palette with a colour too near to the page.
  @Test func aPalePaletteIsFound() {
    var theme = Theme.light
    theme.components[0] = Color(0xB9C6E8)
    #expect(problems([LineMark(x: [0, 1], y: [1, 1], paint: ink)], theme: theme).count == 1)
    #expect(problems([PointMark(x: [1], y: [1], paints: [ink])], theme: theme).count == 1)
    theme = .light
    theme.ordered = Array(repeating: Color(0xC0D4EC), count: 5)
    #expect(problems([BarMark(edges: [0, 1], heights: [1], paint: .ordered(1, of: 3))], theme: theme).count == 1)
  }

  @Test(arguments: [Theme.light, .dark])
  func theChartsOfTheTestsAreSound(theme: Theme) {
    for chart in [Charts.scatter, Charts.traces] { #expect(ChartChecks.problems(of: chart, in: theme).isEmpty) }
  }
}
