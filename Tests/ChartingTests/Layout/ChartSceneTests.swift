import Charting
import Testing

@Suite struct ChartSceneTests {
  private let measurer: TextMeasurer

  init() throws { measurer = try TextMeasurer() }

  private func texts(_ scene: Scene, _ role: TextRun.Role) -> [TextRun] {
    SceneChecks.texts(in: scene.primitives).filter { $0.role == role }
  }

  @Test(arguments: [Charts.histogram, Charts.mixture, Charts.scatter, Charts.traces], [Theme.light, .dark])
  func shippedKindsPassTheirChecks(chart: Chart, theme: Theme) {
    let problems = SceneChecks.problems(of: chart.scene(in: theme, measuring: measurer), measuring: measurer)
    #expect(problems.filter { if case .smallPanels = $0 { false } else { true } } == [])
  }

  @Test(arguments: 0..<60)
  func randomChartsPassTheirChecks(seed: Int) {
    let scene = Charts.random(seed).scene(in: .light, measuring: measurer)
    let problems = SceneChecks.problems(of: scene, measuring: measurer)
    #expect(problems.filter { if case .smallPanels = $0 { false } else { true } } == [])
    let canvas = Rect(x: 0, y: 0, width: scene.size.width, height: scene.size.height)
    #expect(scene.panels.allSatisfy { canvas.contains($0) })
    #expect(inked(scene.primitives, clip: canvas).allSatisfy { canvas.contains($0) })
  }

  /// What paths and symbols cover, as far as it is not cut off.
  private func inked(_ primitives: [Primitive], clip: Rect) -> [Rect] {
    primitives.flatMap { primitive -> [Rect] in
      switch primitive {
      case .path(let path, _, _): path.bounds.flatMap { $0.area > 0 ? $0.intersection(clip) : $0 }.map { [$0] } ?? []
      case .symbols(let stamps):
        stamps.points.map { Rect(center: $0, width: stamps.size, height: stamps.size) }
      case .group(let inner, let members): inked(members, clip: inner.flatMap { $0.intersection(clip) } ?? clip)
      case .text, .image: []
      }
    }.map { $0.intersection(clip) ?? $0 }
  }

  @Test(arguments: 0..<10)
  func themesDifferOnlyInColour(seed: Int) {
    let chart = Charts.random(seed)
    let (light, dark) = (chart.scene(in: .light, measuring: measurer), chart.scene(in: .dark, measuring: measurer))
    #expect(light.panels == dark.panels && light.primitives.count == dark.primitives.count)
    func places(_ scene: Scene) -> [Point] { SceneChecks.texts(in: scene.primitives).map(\.position) }
    #expect(places(light) == places(dark))
    #expect(light.background != dark.background)
  }

  @Test func oneChartIsAlwaysTheSameScene() throws {
    let again = Charts.scatter.scene(in: .dark, measuring: try TextMeasurer())
    #expect(Charts.scatter.scene(in: .dark, measuring: measurer) == again)
  }

  @Test func panelsShareTheirLeftAndRightEdges() {
    let panels = Charts.histogram.scene(in: .light, measuring: measurer).panels
    #expect(panels.count == 2)
    #expect(panels[0].minX == panels[1].minX && panels[0].maxX == panels[1].maxX)
    #expect(panels[0].height == 60 && panels[0].maxY < panels[1].minY)
  }

  @Test func heightsFollowTheirWeights() {
    var chart = Charts.traces
    chart.panels[0].height = .weight(2)
    let panels = chart.scene(in: .light, measuring: measurer).panels
    #expect(abs(panels[0].height - 2 * panels[1].height) <= 2)
  }

  @Test func longTitlesAreBroken() {
    var chart = Charts.scatter
    chart.title = "A finding that takes so many words that no line of this small chart could ever hold all of them"
    let scene = chart.scene(in: .light, measuring: measurer)
    let lines = texts(scene, .title)
    #expect(lines.count >= 2)
    #expect(lines.map(\.text.plain).joined(separator: " ") == chart.title)
    #expect(lines.allSatisfy { measurer.bounds(of: $0).maxX <= 400 && $0.position.x == 20 })
    #expect(scene.panels[0].minY > lines[lines.count - 1].position.y + 20)
  }

  @Test func overflowIsLabelledInsteadOfItsBound() {
    let labels = texts(Charts.histogram.scene(in: .light, measuring: measurer), .tick(axis: 0)).map(\.text.plain)
    #expect(labels.last == ">5" && !labels.contains("5") && labels.contains("4"))
  }

  @Test func countsHaveWholeLabels() {
    var chart = Charts.traces
    chart.x.range = 0...4
    let labels = texts(chart.scene(in: .light, measuring: measurer), .tick(axis: 0)).map(\.text.plain)
    #expect(labels == ["0", "1", "2", "3", "4"])
  }

  @Test func twoWholeNumbersAreEnoughWhereThereAreNoMore() {
    var chart = Charts.traces
    chart.x.range = 1...2
    let scene = chart.scene(in: .light, measuring: measurer)
    #expect(!SceneChecks.problems(of: scene, measuring: measurer).contains(.axisWithFewLabels(axis: 0, labels: 2)))
  }

  @Test func equalAspectGivesBothAxesOneUnit() throws {
    var chart = Charts.scatter
    chart.equalAspect = true
    let scene = chart.scene(in: .light, measuring: measurer)
    func unit(_ axis: Int, _ place: (TextRun) -> Double) throws -> Double {
      let runs = texts(scene, .tick(axis: axis))
      let (first, last) = (try #require(runs.first), try #require(runs.last))
      let values = try [first, last].map { try #require(Double($0.text.plain.replacing("−", with: "-"))) }
      return abs((place(last) - place(first)) / (values[1] - values[0]))
    }
    let (x, y) = (try unit(0) { $0.position.x }, try unit(1) { $0.position.y })
    #expect(abs(x - y) < 0.01 * x)
  }

  @Test func namesMoveToALegendWhenThereIsNoRoom() {
    var chart = Charts.traces
    chart.panels = [chart.panels[0]]
    let steps = (0...20).map(Double.init)
    chart.panels[0].marks = (0..<24).map { index in
      LineMark(
        x: steps, y: steps.map { Double(index) + $0 / 20 }, paint: .component(index),
        label: Label("run \(index)", at: .end))
    }
    let scene = chart.scene(in: .light, measuring: measurer)
    let problems = SceneChecks.problems(of: scene, measuring: measurer)
    #expect(problems.filter { if case .smallPanels = $0 { false } else { true } } == [])
    #expect(texts(scene, .label).isEmpty)
    #expect(texts(scene, .legend).map(\.text.plain) == (0..<24).map { "run \($0)" })
  }

  @Test func aChartWithoutDataIsStillAChart() {
    let chart = Chart(
      title: "Nothing", alternativeText: "Empty", x: Axis("x"), panels: [Panel(y: Axis("y"), marks: [])])
    let scene = chart.scene(in: .light, measuring: measurer)
    #expect(texts(scene, .tick(axis: 0)).count >= 3 && texts(scene, .tick(axis: 1)).count >= 3)
    let none = Chart(title: "", alternativeText: "", x: Axis(), panels: [])
    #expect(none.scene(in: .light, measuring: measurer).primitives.isEmpty)
  }
}
