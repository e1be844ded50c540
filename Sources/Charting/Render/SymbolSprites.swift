import CPangoCairo

/// Stamps symbols from masks drawn once: a chart repeats few symbols at very many points.
///
/// A point is set to the nearest quarter of a device pixel, for each of which there is a mask.
final class SymbolSprites {
  private struct Key: Hashable {
    var symbol: Symbol
    var size: Double
    var outline: Stroke?
    var phaseX: Int
    var phaseY: Int
  }

  private static let phases = 4.0
  private let scale: Double
  private var masks: [Key: (surface: OpaquePointer, origin: Double)] = [:]

  init(scale: Double) { self.scale = scale }

  deinit { for mask in masks.values { cairo_surface_destroy(mask.surface) } }

  func draw(_ stamps: SymbolStamps, on context: OpaquePointer) {
    cairo_save(context)
    cairo_identity_matrix(context)
    var outlineShape = stamps.outline
    // The mask does not depend on the colour.
    outlineShape?.color = .black
    for (index, point) in stamps.points.enumerated() where point.isFinite {
      if let outline = stamps.outline { stamp(stamps, outlineShape, outline.color, at: point, on: context) }
      if let color = stamps.color(at: index) { stamp(stamps, nil, color, at: point, on: context) }
    }
    cairo_restore(context)
  }

  private func stamp(
    _ stamps: SymbolStamps, _ outline: Stroke?, _ color: Color, at point: Point, on context: OpaquePointer
  ) {
    let (x, phaseX) = Self.split(point.x * scale)
    let (y, phaseY) = Self.split(point.y * scale)
    let key = Key(symbol: stamps.symbol, size: stamps.size, outline: outline, phaseX: phaseX, phaseY: phaseY)
    guard let mask = mask(key) else { return }
    setCairoSource(context, color)
    cairo_mask_surface(context, mask.surface, x - mask.origin, y - mask.origin)
  }

  /// A device coordinate as a whole number and a number of quarters.
  private static func split(_ coordinate: Double) -> (whole: Double, phase: Int) {
    let quarters = (coordinate.clamped(-1e6, 1e6) * phases).rounded()
    let whole = (quarters / phases).rounded(.down)
    return (whole, Int(quarters - whole * phases))
  }

  private func mask(_ key: Key) -> (surface: OpaquePointer, origin: Double)? {
    if let known = masks[key] { return known }
    // Half the size, the symbols' largest excess, the outline and its mitres.
    let reach = ((key.size * 0.75 + (key.outline?.width ?? 0)) * scale).rounded(.up) + 2
    guard reach < 4096, let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, CInt(2 * reach), CInt(2 * reach)),
      let context = cairo_create(surface)
    else { return nil }
    cairo_translate(context, reach + Double(key.phaseX) / Self.phases, reach + Double(key.phaseY) / Self.phases)
    cairo_scale(context, scale, scale)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_GOOD)
    addCairoPath(key.symbol.path(center: .zero, size: key.size), to: context)
    if let outline = key.outline {
      cairoStroke(context, outline)
    } else {
      cairo_fill(context)
    }
    cairo_destroy(context)
    cairo_surface_flush(surface)
    masks[key] = (surface, reach)
    return (surface, reach)
  }
}
