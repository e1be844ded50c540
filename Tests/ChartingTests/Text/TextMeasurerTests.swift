import Charting
import Testing

@Suite struct TextMeasurerTests {
  let measurer: TextMeasurer

  init() throws { measurer = try TextMeasurer() }

  /// Inter's own numbers: capitals of 1490/2048 em, ascender 1984, descender 494.
  @Test func verticalMetricsAreInters() {
    let extents = measurer.extents(of: "Hamburg", style: TextStyle(20.48))
    #expect(abs(extents.capHeight - 14.9) < 0.03)
    #expect(abs(extents.ascent - 19.84) < 0.03)
    #expect(abs(extents.descent - 4.94) < 0.03)
  }

  @Test func widthIsProportionalToSize() {
    let small = measurer.extents(of: "waiting time (min)", style: TextStyle(11)).width
    let large = measurer.extents(of: "waiting time (min)", style: TextStyle(44)).width
    #expect(abs(large - 4 * small) < 0.1)
    #expect(small > 80 && small < 110)
  }

  @Test func tabularFiguresHaveOneWidth() {
    func width(_ text: RichText, tabular: Bool) -> Double {
      measurer.extents(of: text, style: TextStyle(11, tabularFigures: tabular)).width
    }
    #expect(width("1111", tabular: true) == width("8888", tabular: true))
    #expect(width("1111", tabular: false) < width("8888", tabular: false))
  }

  @Test func heavierIsWider() {
    let widths = [TextStyle.Weight.regular, .medium, .semibold].map {
      measurer.extents(of: "Components", style: TextStyle(16, $0)).width
    }
    #expect(widths == widths.sorted() && Set(widths).count == 3)
  }

  @Test func scriptsAreSetAsTheFacesSmallFigures() {
    let style = TextStyle(12)
    let spans = measurer.extents(of: "SO" + .subscript("2"), style: style)
    #expect(spans == measurer.extents(of: "SO₂", style: style))
    #expect(measurer.extents(of: "10" + .superscript("−6"), style: style) == measurer.extents(of: "10⁻⁶", style: style))
    // No small capital A exists: it is scaled down.
    let plain = measurer.extents(of: "A", style: style).width
    let lowered = measurer.extents(of: .subscript("A"), style: style)
    #expect(abs(lowered.width - 0.7 * plain) < 0.05)
    #expect(lowered.ink.maxY > 1)
  }

  @Test func emptyTextTakesNoWidth() {
    let extents = measurer.extents(of: "", style: TextStyle(12))
    #expect(extents.width == 0 && extents.height > 10)
  }

  @Test func charactersBeyondInterHaveInk() {
    // The double-struck R is not in Inter but in DejaVu Sans.
    let extents = measurer.extents(of: "ℝ", style: TextStyle(20))
    #expect(extents.width > 10 && extents.ink.height > 10)
  }

  @Test func anotherMeasurerAgrees() throws {
    let style = TextStyle(12.5, .medium, italic: true)
    let text: RichText = "Two Gaussians, μ₁ = 54.6"
    #expect(try TextMeasurer().extents(of: text, style: style) == measurer.extents(of: text, style: style))
  }

  @Test(arguments: [(TextRun.Anchor.start, 100.0), (.middle, 50), (.end, 0)])
  func boundsFollowTheAnchor(_ anchor: TextRun.Anchor, left: Double) {
    let style = TextStyle(12)
    let width = measurer.extents(of: "label", style: style).width
    let run = TextRun("label", at: Point(100, 40), style: style, color: .black, anchor: anchor)
    let bounds = measurer.bounds(of: run)
    #expect(abs(bounds.width - width) < 1e-9)
    #expect(abs(bounds.minX - (100 - width * (100 - left) / 100)) < 1e-9)
    #expect(bounds.minY < 40 && bounds.maxY > 40)
  }

  @Test func middleCentresTheCapitals() {
    let style = TextStyle(12)
    let extents = measurer.extents(of: "8", style: style)
    let run = TextRun("8", at: Point(0, 0), style: style, color: .black, baseline: .middle)
    #expect(abs(measurer.bounds(of: run).maxY - (extents.capHeight / 2 + extents.descent)) < 1e-9)
  }

  @Test func turnedTextStandsUpright() {
    let style = TextStyle(12)
    let flat = measurer.bounds(of: TextRun("density", at: .zero, style: style, color: .black))
    let turned = measurer.bounds(of: TextRun("density", at: .zero, style: style, color: .black, angle: -90))
    #expect(abs(turned.width - flat.height) < 1e-9 && abs(turned.height - flat.width) < 1e-9)
    // Reads upwards: it starts at the position and ends above it.
    #expect(turned.maxY == 0 && turned.minY < -30)
  }

  @Test func haloCountsAsRoom() {
    let style = TextStyle(12)
    let bare = measurer.bounds(of: TextRun("B", at: .zero, style: style, color: .black))
    let haloed = measurer.bounds(
      of: TextRun("B", at: .zero, style: style, color: .black, halo: .init(.white, width: 3)))
    #expect(haloed == bare.inset(by: -3))
  }

  @Test func charactersWithoutAGlyphAreNoted() throws {
    let measurer = try TextMeasurer()
    _ = measurer.extents(of: "Ωμέγα − µ² ≤ Ж ‘a’ ⇌ ₂", style: TextStyle(12))
    #expect(measurer.missingCharacters == [])
    _ = measurer.extents(of: RichText("温度 x 温") + .superscript("度"), style: TextStyle(12))
    _ = measurer.extents(of: "🍷", style: TextStyle(12, .semibold))
    #expect(measurer.missingCharacters == ["温", "度", "🍷"])
  }
}
