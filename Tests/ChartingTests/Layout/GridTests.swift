import Charting
import Testing

/// Panels in rows and columns.
@Suite struct GridTests {
  private let measurer: TextMeasurer

  init() throws { measurer = try TextMeasurer() }

  private func scene(_ chart: Chart) -> Scene { chart.scene(in: .light, measuring: measurer) }

  private func texts(_ scene: Scene, _ role: TextRun.Role) -> [TextRun] {
    SceneChecks.texts(in: scene.primitives).filter { $0.role == role }
  }

  private func ticks(_ scene: Scene) -> [TextRun] {
    SceneChecks.texts(in: scene.primitives).filter { if case .tick = $0.role { true } else { false } }
  }

  @Test(arguments: [Grids.steps, Grids.pairs, Grids.strips, Grids.free], [Theme.light, .dark])
  func gridsPassTheirChecks(chart: Chart, theme: Theme) {
    let scene = chart.scene(in: theme, measuring: measurer)
    #expect(SceneChecks.problems(of: scene, measuring: measurer) == [])
  }

  /// Nothing overlaps or is cut off, whatever stands in however many panels; small canvases may be too small.
  @Test(arguments: 0..<200)
  func randomGridsPassTheirChecks(seed: Int) {
    let chart = Grids.random(seed)
    let scene = scene(chart)
    let large = scene.panels.allSatisfy { $0.width >= 200 && $0.height >= 60 }
    let problems = SceneChecks.problems(of: scene, measuring: measurer).filter { problem in
      switch problem {
      case .smallPanels: false
      case .axisWithFewLabels: large
      default: true
      }
    }
    #expect(problems == [], "\(chart.size) \(chart.grid)")
    let canvas = Rect(x: 0, y: 0, width: scene.size.width, height: scene.size.height)
    #expect(scene.panels.count == chart.panels.count && scene.panels.allSatisfy { canvas.contains($0) })
    for (index, panel) in scene.panels.enumerated() {
      #expect(!scene.panels[..<index].contains { $0.intersects(panel) })
    }
  }

  @Test(arguments: 0..<60)
  func rowsAndColumnsShareTheirEdges(seed: Int) throws {
    let chart = Grids.random(seed)
    let panels = scene(chart).panels
    let places = try chart.panels.map { try #require($0.place) }
    for (a, first) in zip(panels, places) {
      for (b, second) in zip(panels, places) {
        if first.column == second.column { #expect(a.minX == b.minX && a.maxX == b.maxX) }
        if first.row == second.row { #expect(a.minY == b.minY && a.maxY == b.maxY) }
        // Equal shares of what there is, but for whole pixels.
        #expect(a.width == b.width && abs(a.height - b.height) <= 1)
      }
    }
  }

  @Test(arguments: [Charts.histogram, Charts.mixture, Charts.scatter, Charts.traces])
  func aColumnWithPlacesIsAStack(chart: Chart) {
    var grid = chart
    grid.grid = PanelGrid(columns: 1, x: .lines, y: .none)
    for index in grid.panels.indices { grid.panels[index].place = .init(row: index, column: 0) }
    #expect(scene(grid) == scene(chart))
  }

  @Test func sharedAxesAreLabelledOnce() {
    let scene = scene(Grids.steps)
    let (left, bottom) = (scene.panels.map(\.minX).min() ?? 0, scene.panels.map(\.maxY).max() ?? 0)
    let (beside, below) = (
      ticks(scene).filter { $0.anchor == .end }, ticks(scene).filter { $0.anchor == .middle }
    )
    #expect(beside.allSatisfy { $0.position.x < left } && below.allSatisfy { $0.position.y > bottom })
    // The same values at the same heights of both rows, and below all three columns.
    let values = Set(below.map(\.text.plain))
    #expect(values.allSatisfy { value in below.count { $0.text.plain == value } == 3 })
    #expect(beside.count % 2 == 0 && below.count == 3 * values.count)
    #expect(texts(scene, .axisTitle).map(\.text.plain).sorted() == ["x", "y"])
    #expect(texts(scene, .panelTitle).count == 12)
  }

  @Test func ownAxesAreLabelledEverywhere() {
    let scene = scene(Grids.free)
    for panel in scene.panels {
      let beside = ticks(scene).filter {
        $0.anchor == .end && $0.position.x < panel.minX && $0.position.x > panel.minX - 20
          && $0.position.y >= panel.minY && $0.position.y <= panel.maxY
      }
      let below = ticks(scene).filter {
        $0.anchor == .middle && $0.position.y > panel.maxY && $0.position.y < panel.maxY + 20
          && $0.position.x >= panel.minX && $0.position.x <= panel.maxX
      }
      #expect(beside.count >= 3 && below.count >= 3)
    }
  }

  @Test func columnsHaveTheirOwnTitlesWhereTheyDiffer() {
    let titles = texts(scene(Grids.pairs), .axisTitle)
    #expect(titles.filter { $0.angle == 0 }.count == 4)
    #expect(titles.filter { $0.angle != 0 }.count == 3)
  }

  @Test func keysStandInAnEmptyCorner() throws {
    let pairs = scene(Grids.pairs)
    let right = try #require(pairs.panels.map(\.maxX).max())
    #expect(right > 900 - 40)
    let key = texts(pairs, .legend).map { measurer.bounds(of: $0) }
    #expect(
      !key.isEmpty && key.allSatisfy { box in !pairs.panels.contains { $0.intersects(box) } && box.maxX <= right })
    // Without a hole they stand in a column beside the panels.
    let strips = scene(Grids.strips)
    let edge = try #require(strips.panels.map(\.maxX).max())
    #expect(texts(strips, .legend).allSatisfy { $0.position.x > edge })
  }

  @Test func legendAndColourBarAreBothShown() {
    let keys = texts(scene(Grids.strips), .legend).map(\.text.plain)
    #expect(keys.contains("grade") && keys.contains("ℓ") && keys.contains("2"))
  }

  @Test func stripsShareTheAxisOfTheirFacetEvenWhereNothingElseDoes() throws {
    var chart = Grids.strips
    chart.grid = PanelGrid(columns: 3, x: .none, y: .none)
    // A box that reaches further than the bars below it lengthens the axis of both.
    let box = BoxMark.Box(row: 0, whiskers: 1...30, quartiles: 2...5, median: 3, paint: .component(0))
    chart.panels[2].marks = [BoxMark([box])]
    let labels = ticks(scene(chart)).filter { $0.anchor == .middle }
    let panels = scene(chart).panels
    func last(_ panel: Rect) -> Int? {
      labels.filter { panel.minX <= $0.position.x && $0.position.x <= panel.maxX }.compactMap { Int($0.text.plain) }
        .max()
    }
    #expect(try #require(last(panels[3])) >= 20)
    #expect(try #require(last(panels[1])) <= 8)
  }

  @Test func weightsOfColumnsAreShares() {
    var chart = Grids.steps
    chart.grid.weights = [2, 1, 1]
    let panels = scene(chart).panels
    #expect(abs(panels[0].width - 2 * panels[1].width) <= 2 && panels[1].width == panels[2].width)
  }

  @Test func equalAspectHoldsInEveryPanel() throws {
    for (x, y) in [(PanelGrid.Sharing.all, PanelGrid.Sharing.all), (.lines, .lines), (.none, .none)] {
      var chart = Grids.steps
      chart.grid = PanelGrid(columns: 3, x: x, y: y)
      chart.equalAspect = true
      // A circle is as wide as it is high.
      for index in chart.panels.indices {
        chart.panels[index].marks.append(
          EllipseMark(
            x: Double(index), y: 1, covariance: .init(xx: 1, xy: 0, yy: 1), sigmas: [1], paint: .component(0)))
      }
      let circles = curved(scene(chart).primitives).compactMap(\.bounds)
      #expect(circles.count >= 6)
      #expect(circles.allSatisfy { abs($0.width - $0.height) < 0.01 * $0.width })
    }
  }

  private func curved(_ primitives: [Primitive]) -> [Path] {
    primitives.flatMap { primitive -> [Path] in
      switch primitive {
      case .path(let path, _, _):
        path.elements.contains { if case .curve = $0 { true } else { false } } ? [path] : []
      case .group(_, let members): curved(members)
      default: []
      }
    }
  }

  @Test func panelsWithoutAPlaceTakeTheNextOne() {
    var chart = Grids.steps
    chart.panels[1].place = .init(row: 0, column: 2)
    let panels = scene(chart).panels
    #expect(panels[1].minX > panels[0].maxX && panels[2].minY > panels[0].maxY && panels[2].minX == panels[0].minX)
  }
}
