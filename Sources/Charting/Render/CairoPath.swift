import CPangoCairo

/// Adds a path to a Cairo context's current path.
func addCairoPath(_ path: Path, to context: OpaquePointer) {
  for element in path.elements {
    switch element {
    case .move(let p): cairo_move_to(context, p.x, p.y)
    case .line(let p): cairo_line_to(context, p.x, p.y)
    case .curve(let a, let b, let p): cairo_curve_to(context, a.x, a.y, b.x, b.y, p.x, p.y)
    case .close: cairo_close_path(context)
    }
  }
}

/// Strokes a Cairo context's current path, and keeps it.
func cairoStroke(_ context: OpaquePointer, _ stroke: Stroke) {
  setCairoSource(context, stroke.color)
  cairo_set_line_width(context, stroke.width)
  cairo_set_dash(context, stroke.dash, CInt(stroke.dash.count), 0)
  cairo_set_line_cap(context, stroke.cap.cairo)
  cairo_set_line_join(context, stroke.join.cairo)
  cairo_stroke_preserve(context)
}

func setCairoSource(_ context: OpaquePointer, _ color: Color) {
  cairo_set_source_rgba(
    context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, color.alpha)
}

extension Stroke.Cap {
  fileprivate var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension Stroke.Join {
  fileprivate var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}
