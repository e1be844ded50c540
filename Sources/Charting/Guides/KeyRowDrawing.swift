/// What symbols and lines mean, as rows between the header and the panels.
struct KeyRowDrawing {
  private struct Placed {
    let entry: Legend.Entry
    let x: Double
    let noteX: Double
    let row: Int
  }

  private var placed: [Placed] = []
  private(set) var rows = 0

  private static let indent = Style.swatch + 6
  private static let noteGap = 6.0
  private static let gap = 20.0

  /// - Parameters:
  ///   - left: where a row begins.
  ///   - width: of a row; an entry that does not fit begins the next.
  init(_ entries: [Legend.Entry], left: Double, width: Double, _ measurer: TextMeasurer) {
    func length(_ text: String) -> Double {
      text.isEmpty ? 0 : measurer.extents(of: RichText(text), style: Style.legend).width
    }
    var x = left
    for entry in entries {
      let noteOffset = Self.indent + length(entry.label) + Self.noteGap
      let own = entry.note.isEmpty ? noteOffset - Self.noteGap : noteOffset + length(entry.note)
      if rows == 0 || x + own > left + width {
        rows += 1
        x = left
      }
      placed.append(Placed(entry: entry, x: x, noteX: x + noteOffset, row: rows - 1))
      x += own + Self.gap
    }
  }

  /// - Parameter middle: of the first row.
  func primitives(middle: Double, _ theme: Theme) -> [Primitive] {
    placed.flatMap { item -> [Primitive] in
      let y = middle + Double(item.row) * Style.legendPitch
      func text(_ string: String, _ x: Double) -> Primitive {
        .text(
          TextRun(
            RichText(string), at: Point(x, y), style: Style.legend, color: theme.muted, baseline: .middle, role: .legend
          ))
      }
      let swatch = item.entry.swatch(at: Point(item.x + Style.swatch / 2, y), theme)
      let label = text(item.entry.label, item.x + Self.indent)
      return [swatch, label] + (item.entry.note.isEmpty ? [] : [text(item.entry.note, item.noteX)])
    }
  }
}
