import Charting
import Testing

@Suite struct KeyRowTests {
  private let measurer: TextMeasurer

  init() throws { measurer = try TextMeasurer() }

  private func scene(_ key: [Legend.Entry], width: Double = 480) -> Scene {
    Chart(
      title: "Title", subtitle: "Subtitle", alternativeText: "", size: Size(width, 360), x: Axis("x"),
      panels: [Panel(y: Axis("y"), marks: [PointMark(x: [1, 2, 3], y: [3, 1, 2])])], key: key
    ).scene(in: .light, measuring: measurer)
  }

  private func key(_ scene: Scene) -> [TextRun] {
    SceneChecks.texts(in: scene.primitives).filter { $0.role == .legend }
  }

  @Test func aKeyStandsBetweenHeaderAndPanels() throws {
    let (with, without) = (scene([.init("certain", note: "(12)", paint: .ink, swatch: .dot(diameter: 9))]), scene([]))
    let texts = key(with)
    #expect(texts.map(\.text.plain) == ["certain", "(12)"])
    let subtitle = try #require(SceneChecks.texts(in: with.primitives).first { $0.role == .subtitle })
    #expect(texts.allSatisfy { $0.position.y > subtitle.position.y && $0.position.y < with.panels[0].minY })
    #expect(with.panels[0].minY > without.panels[0].minY)
    #expect(with.panels[0].width == without.panels[0].width)
    let dots = with.primitives.compactMap {
      if case .symbols(let stamps) = $0, stamps.size == 9 { stamps } else { nil }
    }
    #expect(dots.map(\.points.count) == [1])
  }

  /// Every entry stays in one row and on the canvas; rows follow at the pitch of a legend.
  @Test func longKeysWrap() {
    let entries = (0..<9).map { Legend.Entry("entry \($0) of nine", paint: .component($0), swatch: .ring) }
    let scene = scene(entries)
    let texts = key(scene)
    #expect(texts.map(\.text.plain) == entries.map(\.label))
    let rows = Set(texts.map(\.position.y)).sorted()
    #expect(rows.count > 1)
    #expect(zip(rows, rows.dropFirst()).allSatisfy { abs($1 - $0 - Style.legendPitch) < 1e-9 })
    #expect(texts.allSatisfy { measurer.bounds(of: $0).maxX <= 480 - Style.padding })
    #expect(
      texts.filter { $0.position.y == rows[0] }.map(\.position.x).first
        == texts.filter { $0.position.y == rows[1] }.map(\.position.x).first)
    let problems = SceneChecks.problems(of: scene, measuring: measurer)
    #expect(problems.filter { if case .smallPanels = $0 { false } else { true } } == [])
  }
}
