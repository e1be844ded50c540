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

  /// The letters' outlines, in CSS pixels, from a point on the baseline.
  func outline(from start: Point) -> Path {
    var path = Path()
    guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nil), let context = cairo_create(surface)
    else { return path }
    defer {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
    }
    // Cairo keeps a path to 1/256 of a device unit.
    cairo_scale(context, 64, 64)
    cairo_move_to(context, start.x, start.y)
    addOutlines(to: context)
    guard let copy = cairo_copy_path(context) else { return path }
    defer { cairo_path_destroy(copy) }
    guard let data = copy.pointee.data else { return path }
    var at = 0
    while at < Int(copy.pointee.num_data) {
      let header = data[at].header
      func point(_ index: Int) -> Point { Point(data[at + index].point.x, data[at + index].point.y) }
      switch header.type {
      case CAIRO_PATH_MOVE_TO: path.move(to: point(1))
      case CAIRO_PATH_LINE_TO: path.line(to: point(1))
      case CAIRO_PATH_CURVE_TO: path.curve(point(1), point(2), to: point(3))
      default: path.close()
      }
      at += Int(header.length)
    }
    // After every letter Cairo moves to where it began.
    if case .move = path.elements.last { path.elements.removeLast() }
    return path
  }

  /// Sets the letters from the current point on the baseline, as letters of a document.
  func show(on context: OpaquePointer) {
    pango_cairo_show_layout_line(context, pango_layout_get_line_readonly(layout, 0))
  }

  /// Whether a character has no glyph in the pinned faces and is drawn as a box.
  var lacksGlyphs: Bool { pango_layout_get_unknown_glyphs_count(layout) > 0 }
}
