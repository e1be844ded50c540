/// Draws the key to a colour scale in the column beside the panels.
struct ColorBarDrawing {
  let bar: ColorBar
  let measurer: TextMeasurer

  private let barWidth = 14.0

  var width: Double {
    let labels = bar.ticks.map { measurer.extents(of: $0.label, style: Style.tick).width }.max() ?? 0
    return max(barWidth + 7 + labels, measurer.extents(of: RichText(bar.title), style: Style.note).width).rounded(.up)
  }

  /// - Parameters:
  ///   - corner: the top left.
  ///   - height: of title and bar together.
  func primitives(at corner: Point, height: Double, _ theme: Theme) -> [Primitive] {
    guard !bar.paints.isEmpty else { return [] }
    let rect = Rect(
      minX: corner.x, minY: corner.y + Style.legendPitch + 4, maxX: corner.x + barWidth, maxY: corner.y + height)
    let colors = bar.paints.reversed().map { theme.color($0) }
    var result: [Primitive] = [
      .text(
        TextRun(
          RichText(bar.title), at: corner, style: Style.note, color: theme.muted, baseline: .top, role: .legend)),
      .image(RasterImage(in: rect, width: 1, height: colors.count, colors: colors)),
    ]
    for tick in bar.ticks {
      let place = Point(rect.maxX + 7, rect.maxY - tick.value.clamped(0, 1) * rect.height)
      result.append(
        .text(
          TextRun(tick.label, at: place, style: Style.tick, color: theme.muted, baseline: .middle, role: .legend)))
    }
    return result
  }
}
