import Charting
import Testing

/// The print theme is the light one with wider lines.
@Suite struct LineScalingTests {
  @Test(arguments: GoldenTests.names)
  func linesAreHalfAgainAsWideAndTextsAsLarge(name: String) throws {
    let chart = try #require(GoldenTests.charts[name])
    let measurer = try TextMeasurer()
    let (light, print) = (
      chart.scene(in: .light, measuring: measurer), chart.scene(in: .print, measuring: measurer)
    )
    #expect(print.panels == light.panels)
    let (thin, wide) = (strokes(light.primitives), strokes(print.primitives))
    #expect(!thin.isEmpty && thin.count == wide.count)
    for (thin, wide) in zip(thin, wide) {
      #expect(abs(wide.width - 1.5 * thin.width) < 1e-12)
      #expect(wide.dash == thin.dash.map { 1.5 * $0 })
    }
    let texts = [light, print].map { SceneChecks.texts(in: $0.primitives) }
    #expect(texts[0].map(\.style) == texts[1].map(\.style))
    #expect(texts[0].map(\.position) == texts[1].map(\.position))
    #expect(
      SceneChecks.problems(of: print, measuring: measurer) == SceneChecks.problems(of: light, measuring: measurer))
  }

  private func strokes(_ primitives: [Primitive]) -> [Stroke] {
    primitives.flatMap { primitive -> [Stroke] in
      switch primitive {
      case .path(_, _, let stroke): stroke.map { [$0] } ?? []
      case .symbols(let stamps): stamps.outline.map { [$0] } ?? []
      case .group(_, let members): strokes(members)
      case .text, .image: []
      }
    }
  }
}
