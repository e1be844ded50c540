import CPangoCairo

/// Adds a path to a Cairo context's current path.
///
/// Where a coordinate is not finite the line is broken. Coordinates far outside any picture are brought nearer: Cairo's
/// own numbers end at 8 million pixels, beyond which lines would turn up on the other side.
func addCairoPath(_ path: Path, to context: OpaquePointer) {
  var isBroken = false
  func near(_ p: Point) -> Point { Point(p.x.clamped(-1e6, 1e6), p.y.clamped(-1e6, 1e6)) }
  for element in path.elements {
    guard element.isFinite else {
      isBroken = true
      continue
    }
    switch element {
    case .move(let p), .line(let p):
      let (p, starts) = (near(p), isBroken || element.isMove)
      if starts { cairo_move_to(context, p.x, p.y) } else { cairo_line_to(context, p.x, p.y) }
    case .curve(let a, let b, let p):
      let (a, b, p) = (near(a), near(b), near(p))
      if isBroken { cairo_move_to(context, p.x, p.y) } else { cairo_curve_to(context, a.x, a.y, b.x, b.y, p.x, p.y) }
    case .close: cairo_close_path(context)
    }
    isBroken = false
  }
}

extension Path.Element {
  fileprivate var isMove: Bool { if case .move = self { true } else { false } }

  fileprivate var isFinite: Bool {
    switch self {
    case .move(let p), .line(let p): p.isFinite
    case .curve(let a, let b, let p): a.isFinite && b.isFinite && p.isFinite
    case .close: true
    }
  }
}

/// Strokes a Cairo context's current path, and keeps it.
func cairoStroke(_ context: OpaquePointer, _ stroke: Stroke) {
  setCairoSource(context, stroke.color)
  cairo_set_line_width(context, stroke.width)
  // Cairo stops drawing for good when given a dash pattern without length.
  let hasDashes = stroke.dash.allSatisfy { $0 >= 0 && $0.isFinite } && stroke.dash.contains { $0 > 0 }
  cairo_set_dash(context, stroke.dash, hasDashes ? CInt(stroke.dash.count) : 0, 0)
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
