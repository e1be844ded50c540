import CPangoCairo

/// A shaped line of text and its extents.
final class SetLine {
  let extents: TextExtents
  private let layout: OpaquePointer

  /// Takes over the layout.
  init(_ layout: OpaquePointer, metrics: (ascent: Double, descent: Double, capHeight: Double)) {
    self.layout = layout
    var (ink, logical) = (PangoRectangle(), PangoRectangle())
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), &ink, &logical)
    extents = TextExtents(
      width: pixels(logical.width), ascent: metrics.ascent, descent: metrics.descent, capHeight: metrics.capHeight,
      ink: Rect(x: pixels(ink.x), y: pixels(ink.y), width: pixels(ink.width), height: pixels(ink.height)))
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// Adds the letters' outlines to the path of a Cairo context, from the current point on the baseline.
  ///
  /// Outlines rather than glyph images, because Cairo's image surface sets glyph images on whole pixels, which makes
  /// the spacing of small text uneven.
  func addOutlines(to context: OpaquePointer) {
    pango_cairo_layout_line_path(context, pango_layout_get_line_readonly(layout, 0))
  }
}
