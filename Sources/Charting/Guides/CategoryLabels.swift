/// The names of categories below a horizontal axis: side by side where they fit, else on two lines, else turned.
struct CategoryLabels {
  /// Lines by tick; none for one that is left out because even turned names have no room.
  private let lines: [[RichText]]
  /// In degrees; 0 where the names are level.
  private let angle: Double
  private let axis: PlacedAxis
  private let measurer: TextMeasurer

  private static let leading = 14.0
  private static let gap = 8.0
  /// The longest that a turned name may be, in CSS pixels.
  private static let longest = 110.0
  private static let tilt = -40.0

  init(_ axis: PlacedAxis, _ measurer: TextMeasurer) {
    (self.axis, self.measurer) = (axis, measurer)
    let pixels = axis.ticks.map { axis.pixel($0.value) }
    let pitch = zip(pixels, pixels.dropFirst()).map { $1 - $0 }.min() ?? axis.end - axis.start
    func width(_ text: RichText) -> Double { measurer.extents(of: text, style: Style.tick).width }
    let names = axis.ticks.map(\.label)
    let broken = names.map { TextBlock($0.plain, Style.tick, width: pitch - Self.gap, measurer).lines }
    let level = zip(zip(names, names.dropFirst()), zip(pixels, pixels.dropFirst())).allSatisfy { names, pixels in
      pixels.1 - pixels.0 >= (width(names.0) + width(names.1)) / 2 + Self.gap
    }
    if level {
      (lines, angle) = (names.map { [$0] }, 0)
    } else if broken.allSatisfy({ $0.count <= 2 && $0.allSatisfy { width($0) <= pitch - Self.gap } }) {
      (lines, angle) = (broken, 0)
    } else {
      let short = names.map { $0.shortened(to: Self.longest, Style.tick, measurer) }
      let (steep, every) = pitch >= 21 ? (Self.tilt, 1) : (-90, max(1, Int((13 / pitch).rounded(.up))))
      (lines, angle) = (short.enumerated().map { $0.offset % every == 0 ? [$0.element] : [] }, steep)
    }
  }

  /// From the top of the names to their foot.
  var height: Double {
    let capital = measurer.extents(of: "0", style: Style.tick).capHeight
    guard angle != 0 else { return capital + Double(max(1, lines.map(\.count).max() ?? 1) - 1) * Self.leading }
    return runs(at: 0, color: .black).map { measurer.bounds(of: $0).maxY }.max() ?? capital
  }

  /// The outer ends of all names.
  var reach: ClosedRange<Double>? {
    let boxes = runs(at: 0, color: .black).map { measurer.bounds(of: $0) }
    guard let low = boxes.map(\.minX).min(), let high = boxes.map(\.maxX).max() else { return nil }
    return low...high
  }

  /// - Parameter top: of the names.
  func runs(at top: Double, color: Color) -> [TextRun] {
    zip(axis.ticks, lines).flatMap { tick, lines in
      lines.enumerated().map { index, line in
        let place = Point(axis.pixel(tick.value), top + Double(index) * Self.leading)
        guard angle != 0 else {
          return TextRun(
            line, at: place, style: Style.tick, color: color, anchor: .middle, baseline: .top, role: .category)
        }
        // The end of a turned name stands below its tick.
        return TextRun(
          line, at: Point(place.x + (angle == -90 ? 0 : 3), top + 4), style: Style.tick, color: color, anchor: .end,
          baseline: .middle, angle: angle, role: .category)
      }
    }
  }
}
