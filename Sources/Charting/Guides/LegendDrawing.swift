/// Draws a legend in the column beside the panels.
struct LegendDrawing {
  let legend: Legend
  let measurer: TextMeasurer

  private var labelWidth: Double { widest(legend.entries.map(\.label)) }
  private var noteWidth: Double { widest(legend.entries.map(\.note)) }
  private let indent = Style.swatch + 7
  private let columnGap = 12.0

  private func widest(_ texts: [String]) -> Double {
    texts.filter { !$0.isEmpty }.map { measurer.extents(of: RichText($0), style: Style.legend).width }.max() ?? 0
  }

  var width: Double {
    let title = measurer.extents(of: RichText(legend.title), style: Style.legendTitle).width
    return max(title, indent + labelWidth + (noteWidth > 0 ? columnGap + noteWidth : 0)).rounded(.up)
  }

  /// - Parameter corner: the top left.
  func primitives(at corner: Point, _ theme: Theme) -> [Primitive] {
    var result: [Primitive] = []
    var y = corner.y + Style.swatch / 2
    if !legend.title.isEmpty {
      result.append(
        .text(
          TextRun(
            RichText(legend.title), at: Point(corner.x, y), style: Style.legendTitle, color: theme.ink,
            baseline: .middle, role: .legend)))
      y += Style.legendPitch + 2
    }
    for entry in legend.entries {
      let center = Point(corner.x + Style.swatch / 2, y)
      result.append(swatch(entry, at: center, theme))
      result.append(text(entry.label, Point(corner.x + indent, y), .start, theme.ink))
      if !entry.note.isEmpty {
        let right = corner.x + indent + labelWidth + columnGap + noteWidth
        result.append(text(entry.note, Point(right, y), .end, theme.muted))
      }
      y += Style.legendPitch
    }
    return result
  }

  private func text(_ string: String, _ place: Point, _ anchor: TextRun.Anchor, _ color: Color) -> Primitive {
    .text(
      TextRun(
        RichText(string), at: place, style: Style.legend, color: color, anchor: anchor, baseline: .middle,
        role: .legend))
  }

  private func swatch(_ entry: Legend.Entry, at center: Point, _ theme: Theme) -> Primitive {
    let color = theme.color(entry.paint)
    let half = Style.swatch / 2
    switch entry.swatch {
    case .fill: return .fill(.rect(Rect(center: center, width: Style.swatch, height: Style.swatch)), color)
    case .line(let dash):
      let path = Path.line(Point(center.x - half - 1, center.y), Point(center.x + half + 1, center.y))
      return .stroke(path, Stroke(color, width: Style.line, dash: dash))
    case .symbol(let symbol): return .symbols(SymbolStamps(symbol, size: 7, at: [center], color: color))
    case .ring:
      let stroke = Stroke(color, width: 1)
      return .symbols(SymbolStamps(.circle, size: 10, at: [center], colors: [], outline: stroke))
    }
  }
}
