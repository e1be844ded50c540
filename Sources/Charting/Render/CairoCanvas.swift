import CPangoCairo

/// Draws primitives on a Cairo image surface whose unit is the CSS pixel times `scale`.
struct CairoCanvas {
  let context: OpaquePointer
  let scale: Double
  let text: TextMeasurer
  let sprites: SymbolSprites

  /// - Parameter context: a Cairo context with the identity matrix, which the caller owns.
  init(_ context: OpaquePointer, scale: Double, text: TextMeasurer) {
    self.context = context
    self.scale = scale
    self.text = text
    sprites = SymbolSprites(scale: scale)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_GOOD)
    // A tenth of a device pixel; curves are in CSS pixels.
    cairo_set_tolerance(context, 0.1)
    cairo_scale(context, scale, scale)
  }

  func draw(_ primitives: [Primitive]) {
    for primitive in primitives {
      switch primitive {
      case .path(let path, let fill, let stroke): draw(path, fill: fill, stroke: stroke)
      case .text(let run): draw(run)
      case .symbols(let stamps): sprites.draw(stamps, on: context)
      case .image(let image): draw(image)
      case .group(let clip, let primitives):
        cairo_save(context)
        if let clip {
          cairo_rectangle(context, clip.x, clip.y, clip.width, clip.height)
          cairo_clip(context)
        }
        draw(primitives)
        cairo_restore(context)
      }
    }
  }

  func setSource(_ color: Color) { setCairoSource(context, color) }

  private func draw(_ path: Path, fill: Color?, stroke: Stroke?) {
    addCairoPath(path, to: context)
    if let fill {
      setSource(fill)
      cairo_fill_preserve(context)
    }
    if let stroke, stroke.width > 0 { cairoStroke(context, stroke) }
    cairo_new_path(context)
  }

  private func draw(_ run: TextRun) {
    let line = text.line(run.text, run.style)
    let start = line.extents.start(of: run)
    let turn = Rotation(degrees: run.angle)
    cairo_save(context)
    var matrix = cairo_matrix_t(
      xx: turn.cosine, yx: turn.sine, xy: -turn.sine, yy: turn.cosine, x0: run.position.x, y0: run.position.y)
    cairo_transform(context, &matrix)
    cairo_move_to(context, start.x, start.y)
    line.addOutlines(to: context)
    if let halo = run.halo {
      setSource(halo.color)
      cairo_set_line_width(context, 2 * halo.width)
      cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
      cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
      cairo_set_dash(context, nil, 0, 0)
      cairo_stroke_preserve(context)
    }
    setSource(run.color)
    cairo_fill(context)
    cairo_restore(context)
  }

  private func draw(_ image: RasterImage) {
    guard image.rect.area > 0, let surface = CairoImage(image) else { return }
    cairo_save(context)
    cairo_rectangle(context, image.rect.x, image.rect.y, image.rect.width, image.rect.height)
    cairo_clip(context)
    cairo_translate(context, image.rect.x, image.rect.y)
    cairo_scale(context, image.rect.width / Double(image.width), image.rect.height / Double(image.height))
    cairo_set_source_surface(context, surface.pointer, 0, 0)
    let pattern = cairo_get_source(context)
    cairo_pattern_set_filter(pattern, image.smooth ? CAIRO_FILTER_BILINEAR : CAIRO_FILTER_NEAREST)
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
    cairo_paint(context)
    cairo_restore(context)
  }
}
