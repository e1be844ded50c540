import Charting

/// A scene that uses every primitive and every way of setting text.
func specimen() -> Scene {
  let (ink, muted, blue, orange) = (Color(0x1B1F24), Color(0x5B6470), Color(0x2F4B8F), Color(0xDF6A10))
  var primitives: [Primitive] = []
  func set(
    _ text: RichText, _ x: Double, _ y: Double, _ style: TextStyle, _ color: Color, _ anchor: TextRun.Anchor = .start,
    _ baseline: TextRun.Baseline = .alphabetic, angle: Double = 0, halo: TextRun.Halo? = nil
  ) {
    primitives.append(
      .text(
        TextRun(
          text, at: Point(x, y), style: style, color: color, anchor: anchor, baseline: baseline, angle: angle,
          halo: halo)))
  }
  set("Two Gaussians explain the waiting times", 20, 30, TextStyle(16, .semibold), ink)
  set("Every primitive, every way of setting text", 20, 50, TextStyle(12.5), muted)
  for (index, label) in ["0.00", "0.02", "−1.14"].enumerated() {
    let y = 180 - 50 * Double(index)
    primitives.append(.stroke(.line(Point(66, y + 0.5), Point(340, y + 0.5)), Stroke(Color(0xE6E8EB))))
    set(RichText(label), 60, y, TextStyle(11, tabularFigures: true), muted, .end, .middle)
  }
  set("density", 26, 130, TextStyle(12), muted, .middle, angle: -90)
  let hill = [Point(66, 180), Point(110, 170), Point(150, 90), Point(190, 170), Point(240, 180)]
  primitives.append(.fill(.polyline(hill, closed: true), blue.opacity(0.16)))
  primitives.append(.stroke(.polyline(hill), Stroke(blue, width: 2)))
  primitives.append(.stroke(.line(Point(150, 90), Point(150, 180)), Stroke(blue, dash: [3, 3])))
  set("μ" + .subscript("1") + " = 54.6", 150, 120, TextStyle(12, .semibold), blue, .middle, halo: .init(.white))
  primitives.append(
    .group(
      clip: Rect(x: 240, y: 70, width: 90, height: 70),
      [
        .stroke(
          .ellipse(center: Point(300, 100), radiusX: 50, radiusY: 20, rotation: -0.5),
          Stroke(orange, width: 1.4, dash: [5, 3]))
      ]))
  for (index, symbol) in Symbol.allCases.enumerated() {
    let x = 250 + 16 * Double(index)
    let rim = Stroke(.white, width: 2)
    primitives.append(.symbols(SymbolStamps(symbol, size: 6, at: [Point(x, 150)], color: blue.opacity(0.75))))
    primitives.append(.symbols(SymbolStamps(symbol, size: 8, at: [Point(x, 165)], color: orange, outline: rim)))
    primitives.append(
      .symbols(SymbolStamps(symbol, size: 11, at: [Point(x, 181)], colors: [], outline: Stroke(ink, width: 1))))
  }
  let strip = (0..<40).map { blue.mixed(with: orange, fraction: Double($0) / 39) }
  let place = Rect(x: 66, y: 192, width: 274, height: 8)
  primitives.append(.image(RasterImage(in: place, width: 40, height: 1, colors: strip)))
  let units: RichText =
    "SO" + .subscript("2") + ", cm² and 1.25 × 10" + .superscript("−6") + ", " + .italic("slanted") + ", e"
    + .superscript("ab")
  set(units, 200, 220, TextStyle(12, .medium), muted, .middle)
  return Scene(size: Size(360, 236), background: .white, primitives: primitives)
}
