/// Draws a legend beside the panels: one column, or as many as its entries need.
struct LegendDrawing {
  private let legend: Legend
  private let measurer: TextMeasurer
  private let labelWidth: Double
  private let noteWidth: Double
  private let rows: Int

  private static let indent = Style.swatch + 7
  private static let gap = 12.0

  /// - Parameter height: what a column may take.
  init(_ legend: Legend, height: Double, _ measurer: TextMeasurer) {
    self.legend = legend
    self.measurer = measurer
    func widest(_ texts: [String]) -> Double {
      texts.filter { !$0.isEmpty }.map { measurer.extents(of: RichText($0), style: Style.legend).width }.max() ?? 0
    }
    labelWidth = widest(legend.entries.map(\.label))
    noteWidth = widest(legend.entries.map(\.note))
    rows = max(1, Int(height / Style.legendPitch) - (legend.title.isEmpty ? 0 : 1))
  }

  private var columnWidth: Double { Self.indent + labelWidth + (noteWidth > 0 ? Self.gap + noteWidth : 0) }

  var width: Double {
    let title = measurer.extents(of: RichText(legend.title), style: Style.legendTitle).width
    let columns = Double((legend.entries.count + rows - 1) / rows)
    return max(title, columns * (columnWidth + Self.gap) - Self.gap).rounded(.up)
  }

  var height: Double {
    let lines = min(rows, legend.entries.count)
    return (legend.title.isEmpty ? 0 : Style.legendPitch + 2) + Double(lines) * Style.legendPitch
  }

  /// - Parameter corner: the top left.
  func primitives(at corner: Point, _ theme: Theme) -> [Primitive] {
    var result: [Primitive] = []
    var top = corner.y + Style.swatch / 2
    if !legend.title.isEmpty {
      result.append(text(legend.title, Point(corner.x, top), .start, theme.ink, Style.legendTitle))
      top += Style.legendPitch + 2
    }
    for (index, entry) in legend.entries.enumerated() {
      let x = corner.x + Double(index / rows) * (columnWidth + Self.gap)
      let y = top + Double(index % rows) * Style.legendPitch
      result.append(entry.swatch(at: Point(x + Style.swatch / 2, y), theme))
      result.append(text(entry.label, Point(x + Self.indent, y), .start, theme.ink))
      if !entry.note.isEmpty { result.append(text(entry.note, Point(x + columnWidth, y), .end, theme.muted)) }
    }
    return result
  }

  private func text(
    _ string: String, _ place: Point, _ anchor: TextRun.Anchor, _ color: Color, _ style: TextStyle = Style.legend
  ) -> Primitive {
    .text(
      TextRun(
        RichText(string), at: place, style: style, color: color, anchor: anchor, baseline: .middle, role: .legend))
  }
}

extension Legend.Entry {
  /// What stands for the entry, around a centre.
  func swatch(at center: Point, _ theme: Theme) -> Primitive {
    let color = theme.color(paint)
    let half = Style.swatch / 2
    switch swatch {
    case .fill: return .fill(.rect(Rect(center: center, width: Style.swatch, height: Style.swatch)), color)
    case .line(let dash):
      let path = Path.line(Point(center.x - half - 1, center.y), Point(center.x + half + 1, center.y))
      return .stroke(path, Stroke(color, width: Style.line, dash: dash))
    case .symbol(let symbol): return .symbols(SymbolStamps(symbol, size: 7, at: [center], color: color))
    case .dot(let diameter): return .symbols(SymbolStamps(.circle, size: diameter, at: [center], color: color))
    case .ring:
      let stroke = Stroke(color, width: 1)
      return .symbols(SymbolStamps(.circle, size: 10, at: [center], colors: [], outline: stroke))
    }
  }
}
