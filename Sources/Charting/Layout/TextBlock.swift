/// Text broken into lines that are no wider than a column.
struct TextBlock {
  var lines: [RichText]
  var style: TextStyle

  /// Breaks at spaces; a word wider than the column stands alone on its line.
  init(_ text: String, _ style: TextStyle, width: Double, _ measurer: TextMeasurer) {
    self.style = style
    lines = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if !line.isEmpty, measurer.extents(of: RichText(longer), style: style).width > width {
        lines.append(RichText(line))
        line = String(word)
      } else {
        line = longer
      }
    }
    if !line.isEmpty { lines.append(RichText(line)) }
  }
}
