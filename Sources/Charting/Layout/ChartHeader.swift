/// The lines above and below the panels of a chart.
struct ChartHeader {
  struct Line {
    var text: RichText
    var style: TextStyle
    var baseline: Double
    var role: TextRun.Role
  }

  /// Title and subtitle.
  var header: [Line] = []
  var caption: [Line] = []
  let key: KeyRowDrawing
  /// The middle of the first row of the key.
  let keyMiddle: Double
  /// What lies between them.
  let top: Double
  let bottom: Double

  init(_ chart: Chart, _ measurer: TextMeasurer) {
    let width = chart.size.width - 2 * Style.padding
    var baseline = Style.titleBaseline
    let title = TextBlock(chart.title, Style.title, width: width, measurer)
    for (index, line) in title.lines.enumerated() {
      header.append(Line(line, title.style, baseline + Double(index) * Style.titleLeading, .title))
    }
    baseline = header.last.map { $0.baseline + Style.subtitleDrop } ?? baseline
    let subtitle = TextBlock(chart.subtitle, Style.subtitle, width: width, measurer)
    for (index, line) in subtitle.lines.enumerated() {
      header.append(Line(line, subtitle.style, baseline + Double(index) * Style.subtitleLeading, .subtitle))
    }
    key = KeyRowDrawing(chart.key, left: Style.padding, width: width, measurer)
    let foot = header.last?.baseline ?? 0
    keyMiddle = foot + Style.keyDrop
    top =
      key.rows > 0
      ? keyMiddle + Double(key.rows - 1) * Style.legendPitch + Style.keyGap
      : header.isEmpty ? Style.padding : foot + Style.headerGap

    let note = TextBlock(chart.caption, Style.caption, width: width, measurer)
    for (index, line) in note.lines.enumerated() {
      let below = Double(note.lines.count - 1 - index) * Style.captionLeading
      caption.append(Line(line, note.style, chart.size.height - Style.captionBaseline - below, .caption))
    }
    let height = measurer.extents(of: "H", style: Style.caption).capHeight
    bottom = caption.first.map { $0.baseline - height - Style.captionGap } ?? chart.size.height - Style.padding
  }
}

extension ChartHeader.Line {
  fileprivate init(_ text: RichText, _ style: TextStyle, _ baseline: Double, _ role: TextRun.Role) {
    self.init(text: text, style: style, baseline: baseline, role: role)
  }

  func primitive(_ theme: Theme) -> Primitive {
    .text(
      TextRun(
        text, at: Point(Style.padding, baseline), style: style, color: role == .title ? theme.ink : theme.muted,
        role: role))
  }
}
