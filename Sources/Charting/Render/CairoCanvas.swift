import CPangoCairo

/// Draws primitives with Cairo, in CSS pixels, on pixels or on the page of a document.
struct CairoCanvas {
  private let context: OpaquePointer
  private let text: TextMeasurer
  /// Stamps symbols on pixels; without it they are drawn as paths.
  private let sprites: SymbolSprites?

  /// On an image, `scale` pixels to the CSS pixel.
  ///
  /// - Parameter context: a Cairo context of the image with the identity matrix, which the caller owns.
  init(_ context: OpaquePointer, on image: CairoImage, scale: Double, text: TextMeasurer) {
    self.init(context, scale: scale, text: text, sprites: SymbolSprites(on: image, scale: scale))
    cairo_set_antialias(context, CAIRO_ANTIALIAS_GOOD)
    // A tenth of a device pixel; curves are in CSS pixels.
    cairo_set_tolerance(context, 0.1)
  }

  /// On a page of vectors, `scale` of its units to the CSS pixel.
  init(_ context: OpaquePointer, scale: Double, text: TextMeasurer) {
    self.init(context, scale: scale, text: text, sprites: nil)
  }

  private init(_ context: OpaquePointer, scale: Double, text: TextMeasurer, sprites: SymbolSprites?) {
    self.context = context
    self.text = text
    self.sprites = sprites
    cairo_scale(context, scale, scale)
  }

  /// - Parameter cut: what all of it is cut to by the groups it stands in.
  func draw(_ primitives: [Primitive], cut: Rect? = nil) {
    for primitive in primitives {
      switch primitive {
      case .path(let path, let fill, let stroke): draw(path, fill: fill, stroke: stroke)
      case .text(let run): draw(run)
      case .symbols(let stamps): draw(stamps, cut: cut)
      case .image(let image): draw(image)
      case .group(let clip, let primitives):
        cairo_save(context)
        var cut = cut
        if let clip {
          cairo_rectangle(context, clip.x, clip.y, clip.width, clip.height)
          cairo_clip(context)
          cut = cut.map { $0.intersection(clip) ?? Rect(x: 0, y: 0, width: 0, height: 0) } ?? clip
        }
        draw(primitives, cut: cut)
        cairo_restore(context)
      }
    }
  }

  private func draw(_ path: Path, fill: Color?, stroke: Stroke?) {
    addCairoPath(path, to: context)
    if let fill {
      setCairoSource(context, fill)
      cairo_fill_preserve(context)
    }
    if let stroke, stroke.width > 0 { cairoStroke(context, stroke) }
    cairo_new_path(context)
  }

  /// The outline lies under the fill, unlike that of a path.
  private func draw(_ stamps: SymbolStamps, cut: Rect?) {
    func drawPath(_ index: Int) {
      let path = stamps.symbol.path(center: stamps.points[index], size: stamps.size)
      if let outline = stamps.outline { draw(path, fill: nil, stroke: outline) }
      if let color = stamps.color(at: index) { draw(path, fill: color, stroke: nil) }
    }
    if let sprites {
      sprites.draw(stamps, cut: cut, otherwise: drawPath)
    } else {
      for index in stamps.points.indices where stamps.points[index].isFinite { drawPath(index) }
    }
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
    if let halo = run.halo {
      line.addOutlines(to: context)
      let width = 2 * halo.width
      cairoStroke(context, Stroke(halo.color, width: width, cap: .round, join: .round))
    }
    setCairoSource(context, run.color)
    if sprites == nil {
      // Letters, which can be searched for and copied.
      cairo_new_path(context)
      cairo_move_to(context, start.x, start.y)
      line.show(on: context)
    } else {
      if run.halo == nil { line.addOutlines(to: context) }
      cairo_fill(context)
    }
    cairo_new_path(context)
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
    // A document holds the image itself, and its reader extends the edge.
    cairo_pattern_set_extend(pattern, sprites == nil ? CAIRO_EXTEND_NONE : CAIRO_EXTEND_PAD)
    cairo_paint(context)
    cairo_restore(context)
  }
}
