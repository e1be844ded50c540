import CPangoCairo

/// Stamps symbols from sprites drawn once: a chart repeats few symbols at very many points.
///
/// A point is set to the nearest quarter of a device pixel, for each of which there is a sprite.
final class SymbolSprites {
  /// What a sprite does not depend on is left out: the colours.
  private struct Shape: Hashable {
    var symbol: Symbol
    var size: Double
    var outline: Stroke?
  }

  private static let phases = 4
  private let image: CairoImage
  private let scale: Double
  /// The sprites of a shape by the quarters of their place, row by row.
  private var known: [Shape: [Sprite?]] = [:]

  init(on image: CairoImage, scale: Double) {
    self.image = image
    self.scale = scale
  }

  /// Stamps symbols in order.
  ///
  /// - Parameters:
  ///   - cut: nothing is drawn outside, in CSS pixels.
  ///   - otherwise: draws the symbol of an index that has no sprite or lies across an edge.
  func draw(_ stamps: SymbolStamps, cut: Rect?, otherwise: (Int) -> Void) {
    var rimShape = stamps.outline
    rimShape?.color = .black
    let rims = rimShape.map { sprites(Shape(symbol: stamps.symbol, size: stamps.size, outline: $0)) }
    let fills = stamps.colors.isEmpty ? nil : sprites(Shape(symbol: stamps.symbol, size: stamps.size, outline: nil))
    let rimWord = stamps.outline.map { Self.premultiplied($0.color) } ?? 0
    var crossing: Int?
    var next = 0
    // Symbols are drawn in order, so the pixels are handed back whenever Cairo has to draw one.
    while next < stamps.points.count {
      image.withWords { words, stride in
        var fillColor: Color?
        var fillWord: UInt32 = 0
        while next < stamps.points.count, crossing == nil {
          let index = next
          next += 1
          let point = stamps.points[index]
          guard point.isFinite else { continue }
          let (x, phaseX) = Self.split(point.x * scale)
          let (y, phaseY) = Self.split(point.y * scale)
          let phase = phaseY * Self.phases + phaseX
          let color = stamps.color(at: index)
          let (rim, fill) = (rims?[phase], color == nil ? nil : fills?[phase])
          let isDrawn = (rims == nil || rim != nil) && (color == nil || fill != nil)
          guard isDrawn, let largest = rim ?? fill, isClear(largest, (x, y), cut) else {
            crossing = index
            continue
          }
          if let rim { rim.lay(rimWord, at: (x, y), on: words, stride) }
          if let fill, let color {
            if color != fillColor { (fillColor, fillWord) = (color, Self.premultiplied(color)) }
            fill.lay(fillWord, at: (x, y), on: words, stride)
          }
        }
      }
      cairo_surface_mark_dirty(image.pointer)
      if let index = crossing { otherwise(index) }
      crossing = nil
    }
  }

  /// Whether all of a sprite lies on the image and within what is not cut off.
  private func isClear(_ sprite: Sprite, _ place: (x: Int, y: Int), _ cut: Rect?) -> Bool {
    let (left, top) = (place.x + sprite.left, place.y + sprite.top)
    let (right, bottom) = (left + sprite.width, top + sprite.height)
    guard left >= 0, top >= 0, right <= image.width, bottom <= image.height else { return false }
    guard let cut else { return true }
    return Double(left) >= cut.minX * scale && Double(top) >= cut.minY * scale && Double(right) <= cut.maxX * scale
      && Double(bottom) <= cut.maxY * scale
  }

  /// A device coordinate as a whole number and a number of quarters.
  private static func split(_ coordinate: Double) -> (whole: Int, phase: Int) {
    let quarters = Int((coordinate.clamped(-1e6, 1e6) * Double(phases)).rounded())
    let phase = quarters & (phases - 1)
    return ((quarters - phase) / phases, phase)
  }

  private static func premultiplied(_ color: Color) -> UInt32 {
    let alpha = color.alpha.clamped(0, 1)
    func byte(_ channel: UInt8) -> UInt32 { UInt32((Double(channel) * alpha).rounded()) }
    return UInt32((255 * alpha).rounded()) << 24 | byte(color.red) << 16 | byte(color.green) << 8 | byte(color.blue)
  }

  private func sprites(_ shape: Shape) -> [Sprite?] {
    if let sprites = known[shape] { return sprites }
    let offsets = (0..<Self.phases).map { Double($0) / Double(Self.phases) }
    let sprites = offsets.flatMap { y in
      offsets.map { x in
        Sprite(shape.symbol, size: shape.size, outline: shape.outline, scale: scale, offset: Point(x, y))
      }
    }
    known[shape] = sprites
    return sprites
  }
}
