import Charting
import Testing

/// Names beside their marks, and what becomes of them where there is no room.
@Suite struct DirectLabelTests {
  private let measurer: TextMeasurer

  init() throws { measurer = try TextMeasurer() }

  private func texts(_ scene: Scene, _ role: TextRun.Role) -> [TextRun] {
    SceneChecks.texts(in: scene.primitives).filter { $0.role == role }
  }

  private func box(_ run: TextRun) -> Rect {
    var run = run
    run.halo = nil
    return measurer.bounds(of: run)
  }

  /// Weighted bells, each with two lines of numbers beside it.
  static func mixture(_ components: Int, seed: Int) -> Chart {
    var random = SplitMix64(state: UInt64(seed))
    let xs = (0...400).map { Double($0) / 40 }
    let curves = (0..<components).map { k -> [Double] in
      let (weight, sd) = (Double.random(in: 0.5...1.5, using: &random), Double.random(in: 0.2...0.9, using: &random))
      let mean = 1 + 8 * (Double(k) + Double.random(in: 0.1...0.9, using: &random)) / Double(components)
      return xs.map { weight * Charts.bell($0, mean, sd) }
    }
    let marks = curves.enumerated().map { k, curve -> any Mark in
      let name = String(UnicodeScalar(UInt8(65 + k)))
      return LineMark(
        x: xs, y: curve, paint: .component(k),
        label: Label(lines: ["\(name)   π = 0.1\(k)", "μ = 54.\(k)   σ = 5.8\(k)"], at: .peak))
    }
    return Chart(
      title: "Many bells", alternativeText: "Density", size: Size(760, 500), x: Axis("x"),
      panels: [Panel(y: Axis("density", reaches: [0]), marks: marks)])
  }

  @Test(arguments: 0..<12)
  func sixComponentsAreNamedDirectly(seed: Int) {
    let scene = Self.mixture(6, seed: seed).scene(in: .light, measuring: measurer)
    #expect(SceneChecks.problems(of: scene, measuring: measurer) == [])
    #expect(texts(scene, .legend).isEmpty)
    #expect(texts(scene, .label).count == 12)
  }

  /// Where the numbers have to move to a legend, the letters stay at the curves.
  @Test func numbersMoveToALegendBeforeNamesDo() {
    let chart = Self.mixture(20, seed: 3)
    let scene = chart.scene(in: .light, measuring: measurer)
    #expect(texts(scene, .legend).contains { $0.text.plain.contains("π = 0.1") })
    let names = texts(scene, .label).map(\.text.plain)
    #expect(names.count >= 3 && names.allSatisfy { $0.count == 1 })
    #expect(SceneChecks.problems(of: scene, measuring: measurer).filter { !"\($0)".contains("canvas") } == [])
  }

  /// With half of the panel empty, no name covers a point.
  @Test(arguments: 0..<20)
  func namesKeepClearOfDataWhereThereIsRoom(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let marks = (0..<3).map { group -> any Mark in
      PointMark(
        x: (0..<60).map { _ in Double.random(in: 0...5, using: &random) },
        y: (0..<60).map { _ in Double.random(in: 0...10, using: &random) }, paints: [.component(group)],
        label: Label("group \(group)"))
    }
    let chart = Chart(
      title: "Half empty", alternativeText: "Points", x: Axis("x", range: 0...10),
      panels: [Panel(y: Axis("y"), marks: marks)])
    let scene = chart.scene(in: .light, measuring: measurer)
    let points = scene.primitives.flatMap { primitive -> [Point] in
      if case .symbols(let stamps) = primitive { stamps.points } else { [] }
    }
    let labels = texts(scene, .label).map(box)
    #expect(points.count == 180 && labels.count == 3)
    #expect(labels.allSatisfy { label in !points.contains { label.contains($0) } })
  }

  private func annotated(_ marks: [any Mark]) -> Scene {
    var chart = Charts.scatter
    chart.size = Size(720, 540)
    chart.panels[0].marks += marks
    return chart.scene(in: .light, measuring: measurer)
  }

  @Test func remarksStandWhereTheyBelong() throws {
    let scene = annotated([
      RectMark(x: 0...3, y: 6...8, paint: .neutral.opacity(0.3), label: Label("a box")),
      RuleMark(.vertical, at: 5, label: Label("cut")), RuleMark(.horizontal, at: 6, label: Label("limit")),
      TextMark("here", x: 0.2, y: 9.5), TextMark("look", x: 9, y: 8, arrow: true),
    ])
    #expect(SceneChecks.problems(of: scene, measuring: measurer) == [])
    let panel = scene.panels[0]
    let labels = Dictionary(uniqueKeysWithValues: texts(scene, .label).map { ($0.text.plain, box($0)) })
    // The scales of this chart: from the labels of its axes.
    func pixel(_ axis: Int, _ value: Double, _ place: (TextRun) -> Double) throws -> Double {
      let ticks = texts(scene, .tick(axis: axis)).compactMap { run in Double(run.text.plain).map { ($0, place(run)) } }
      let (a, b) = (try #require(ticks.first), try #require(ticks.last))
      return a.1 + (value - a.0) * (b.1 - a.1) / (b.0 - a.0)
    }
    let (left, right) = (try pixel(0, 0) { $0.position.x }, try pixel(0, 3) { $0.position.x })
    let (top, foot) = (try pixel(1, 8) { $0.position.y }, try pixel(1, 6) { $0.position.y })
    let region = Rect(minX: left, minY: top, maxX: right, maxY: foot)
    #expect(region.contains(try #require(labels["a box"])))
    let cut = try #require(labels["cut"])
    let rule = try pixel(0, 5) { $0.position.x }
    #expect(!(cut.minX...cut.maxX).contains(rule) && min(abs(cut.minX - rule), abs(cut.maxX - rule)) < 12)
    let limit = try #require(labels["limit"])
    #expect(min(abs(limit.minY - foot), abs(limit.maxY - foot)) < 12)
    let here = try #require(labels["here"])
    #expect(
      here.center.distance(to: Point(try pixel(0, 0.2) { $0.position.x }, try pixel(1, 9.5) { $0.position.y })) < 30)
    #expect(panel.contains(here))
    // The head of the arrow ends at what it points at.
    let aim = Point(try pixel(0, 9) { $0.position.x }, try pixel(1, 8) { $0.position.y })
    let heads = scene.primitives.compactMap { primitive -> Path? in
      if case .path(let path, .some, nil) = primitive, path.elements.count == 4 { path } else { nil }
    }
    #expect(heads.compactMap(\.bounds).contains { $0.center.distance(to: aim) < 12 })
  }

  @Test func remarksNeverMoveToALegend() {
    var random = SplitMix64(state: 5)
    let crowd = PointMark(
      x: (0..<9000).map { _ in Double.random(in: 0...10, using: &random) },
      y: (0..<9000).map { _ in Double.random(in: 0...10, using: &random) }, label: Label("crowd"))
    let chart = Chart(
      title: "Full", alternativeText: "Points", x: Axis("x"),
      panels: [Panel(y: Axis("y"), marks: [crowd, TextMark("a remark that has to stay", x: 5, y: 5)])])
    let scene = chart.scene(in: .light, measuring: measurer)
    #expect(texts(scene, .legend).map(\.text.plain) == ["crowd"])
    #expect(texts(scene, .label).map(\.text.plain) == ["a remark that has to stay"])
  }

  @Test(arguments: 0..<40)
  func remarksNeverOverlap(seed: Int) {
    var random = SplitMix64(state: UInt64(seed) &* 31 &+ 7)
    var chart = Charts.random(seed)
    func value(_ values: [Double]) -> Double { values.randomElement(using: &random) ?? 0 }
    let line = chart.panels[0].marks.compactMap { $0 as? LineMark }.first
    guard let line else { return }
    let remarks: [any Mark] = [
      TextMark("a remark of some length that is broken into lines", x: value(line.x), y: value(line.y), arrow: true),
      TextMark("another", x: value(line.x), y: value(line.y)),
      RuleMark(.vertical, at: value(line.x), label: Label("a change of regime")),
      RuleMark(.horizontal, at: value(line.y), label: Label("limit")),
      RectMark(x: line.x[0]...line.x[line.x.count / 2], paint: .neutral.opacity(0.3), label: Label("first half")),
    ]
    chart.panels[0].marks += remarks
    let scene = chart.scene(in: .light, measuring: measurer)
    let problems = SceneChecks.problems(of: scene, measuring: measurer)
    #expect(problems.filter { if case .smallPanels = $0 { false } else { true } } == [])
  }
}
