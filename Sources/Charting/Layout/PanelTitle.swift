/// What stands above a panel: its title, broken to its width, and at the right end a remark.
struct PanelTitle {
  let lines: [RichText]
  let note: RichText
  private let measurer: TextMeasurer
  private static let mostLines = 2

  init(_ panel: Panel, width: Double, _ measurer: TextMeasurer) {
    self.measurer = measurer
    let noteWidth = panel.note.isEmpty ? 0 : measurer.extents(of: RichText(panel.note), style: Style.note).width + 10
    // A remark that would squeeze the title stands on a line of its own below it.
    let title = measurer.extents(of: RichText(panel.title), style: Style.panelTitle).width
    let beside = title + noteWidth <= width
    let block = TextBlock(panel.title, Style.panelTitle, width: width, measurer)
    var kept = Array(block.lines.prefix(Self.mostLines))
    if block.lines.count > kept.count {
      kept[kept.count - 1] = RichText(block.lines[(kept.count - 1)...].map(\.plain).joined(separator: " "))
    }
    let broken = kept.map { $0.shortened(to: width, Style.panelTitle, measurer) }
    lines = broken + (panel.note.isEmpty || (beside && !broken.isEmpty) ? [] : [""])
    note = RichText(panel.note).shortened(to: width, Style.note, measurer)
  }

  /// What it takes above the panel.
  var height: Double {
    guard !lines.isEmpty else { return 0 }
    let capital = measurer.extents(of: "H", style: Style.panelTitle).capHeight
    return Style.panelTitleDrop + capital + Double(lines.count - 1) * Style.panelTitleLeading
  }

  func primitives(above frame: Rect, _ theme: Theme) -> [Primitive] {
    let last = frame.minY - Style.panelTitleDrop
    var result: [Primitive] = []
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let baseline = last - Double(lines.count - 1 - index) * Style.panelTitleLeading
      result.append(
        .text(
          TextRun(line, at: Point(frame.minX, baseline), style: Style.panelTitle, color: theme.ink, role: .panelTitle)))
    }
    if !note.isEmpty {
      result.append(
        .text(
          TextRun(
            note, at: Point(frame.maxX, last), style: Style.note, color: theme.muted, anchor: .end, role: .panelTitle)))
    }
    return result
  }
}

extension RichText {
  /// The beginning of the text that fits into a width, with an ellipsis if something is left out.
  func shortened(to width: Double, _ style: TextStyle, _ measurer: TextMeasurer) -> RichText {
    guard measurer.extents(of: self, style: style).width > width else { return self }
    var text = plain
    while text.count > 1 {
      text.removeLast()
      let short = RichText(text.trimmed + "…")
      if measurer.extents(of: short, style: style).width <= width { return short }
    }
    return RichText(text)
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
