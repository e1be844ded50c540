import Charting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The labels of axes of all kinds, as they stand in a chart.
@Suite struct AxisLabelTests {
  private let measurer: TextMeasurer

  init() throws { measurer = try TextMeasurer() }

  private func problems(_ scene: Scene) -> [SceneProblem] {
    SceneChecks.problems(of: scene, measuring: measurer).filter { if case .smallPanels = $0 { false } else { true } }
  }

  private func texts(_ scene: Scene, _ role: TextRun.Role) -> [TextRun] {
    SceneChecks.texts(in: scene.primitives).filter { $0.role == role }
  }

  private func points(_ values: [Double], scale: Scale = .linear, size: Size = .standardChart) -> Scene {
    Chart(
      title: "Points", caption: "n", alternativeText: "Points", size: size, x: Axis("x (g)", scale: scale),
      panels: [Panel(y: Axis("y", scale: scale), marks: [PointMark(x: values, y: values)])]
    ).scene(in: .light, measuring: measurer)
  }

  /// Linear and logarithmic axes over any domain: at least three labels, all different, none on another.
  @Test(arguments: 0..<120)
  func everyAxisHasThreeLabels(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let magnitude = pow(10, Double.random(in: -120...120, using: &random))
    let offset = Double.random(in: -3...3, using: &random) * pow(10, Double.random(in: 0...9, using: &random))
    let values = (0..<20).map { _ in magnitude * (offset + Double.random(in: -1...1, using: &random)) }
    let linear = points(values)
    #expect(problems(linear) == [])
    let decades = pow(10, Double.random(in: -2...2, using: &random))
    let positive = (0..<20).map { _ in magnitude * pow(10, decades * Double.random(in: 0...1, using: &random)) }
    let log = points(positive.filter(\.isFinite), scale: .log)
    #expect(problems(log) == [])
    for scene in [linear, log] {
      for axis in 0...1 {
        let labels = texts(scene, .tick(axis: axis)).map(\.text)
        #expect(labels.count >= 3 && Set(labels).count == labels.count)
      }
    }
  }

  @Test func aCommonPowerOfTenStandsInTheTitle() {
    let scene = points([0, 1e-8, 2e-8, 3e-8, 4e-8])
    #expect(texts(scene, .axisTitle).map(\.text.plain).sorted() == ["x (10⁻⁸ g)", "y (10⁻⁸)"])
    #expect(texts(scene, .tick(axis: 0)).map(\.text.plain).allSatisfy { !$0.contains("×") })
  }

  private func categories(_ names: [String], width: Double) -> Scene {
    Chart(
      title: "Boxes", caption: "n", alternativeText: "Boxes", size: Size(width, 460),
      x: Axis("species", scale: .ordinal(names)),
      panels: [
        Panel(
          y: Axis("mass (g)"),
          marks: [PointMark(x: names.indices.map(Double.init), y: names.indices.map { Double($0 * $0) })])
      ]
    ).scene(in: .light, measuring: measurer)
  }

  @Test func shortNamesAreLevel() {
    let names = texts(categories(["Adelie", "Chinstrap", "Gentoo"], width: 500), .category)
    #expect(names.map(\.text.plain) == ["Adelie", "Chinstrap", "Gentoo"] && names.allSatisfy { $0.angle == 0 })
  }

  @Test func longerNamesTakeTwoLines() {
    let names = ["northern residents", "southern residents", "passing visitors", "western residents"]
    let scene = categories(names, width: 400)
    let runs = texts(scene, .category)
    #expect(problems(scene) == [] && runs.count == 8 && runs.allSatisfy { $0.angle == 0 })
  }

  /// No name is left out, and the title stands below the names.
  @Test(arguments: 0..<40)
  func namesOfCategoriesNeverOverlap(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let words = ["Adelie", "Chinstrap", "Gentoo", "of the northern islands", "unknown", "x", "2007–2009", "residents"]
    let count = Int.random(in: 2...18, using: &random)
    let names = (0..<count).map { index in
      "\(index) "
        + (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    let scene = categories(names, width: Double.random(in: 460...1000, using: &random))
    #expect(problems(scene) == [])
    let runs = texts(scene, .category)
    #expect(names.indices.allSatisfy { index in runs.contains { $0.text.plain.hasPrefix("\(index)") } })
    let title = try #require(texts(scene, .axisTitle).first { $0.angle == 0 })
    #expect(runs.allSatisfy { measurer.bounds(of: $0).maxY <= measurer.bounds(of: title).minY + 3 })
  }

  @Test func longNamesBesideRowsAreCutRatherThanCrushTheData() {
    let names = ["a name that goes on and on without any regard for the room that it takes", "b", "c"]
    let chart = Chart(
      title: "Rows", alternativeText: "Rows", x: Axis("x"),
      panels: [Panel(y: Axis(scale: .ordinal(names)), marks: [PointMark(x: [1, 2, 3], y: [0, 1, 2])])])
    let scene = chart.scene(in: .light, measuring: measurer)
    #expect(problems(scene) == [] && scene.panels[0].width > 0.6 * scene.size.width)
    #expect(texts(scene, .category).contains { $0.text.plain.hasSuffix("…") })
  }
}
