extension Scene {
  /// An SVG file of the scene: vectors, letters as outlines, rasters as images. The same scene gives the same bytes.
  ///
  /// It is written here rather than by Cairo, whose files repeat the outline of a symbol at every point and name their
  /// parts after a counter of the process.
  ///
  /// - Throws: `RenderError` when the drawing would have no area.
  package func svg(text: TextMeasurer) throws(RenderError) -> String {
    try checkDrawable()
    var writer = SVGWriter(text: text)
    let (width, height) = (SVGNumber.text(size.width), SVGNumber.text(size.height))
    writer.lines += [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        + "width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\">",
    ]
    if !title.isEmpty { writer.lines.append("<title>\(SVGWriter.escaped(title))</title>") }
    writer.lines.append("<rect width=\"\(width)\" height=\"\(height)\"\(SVGWriter.fill(background))/>")
    writer.write(primitives)
    writer.lines.append("</svg>")
    return writer.lines.joined(separator: "\n") + "\n"
  }
}
