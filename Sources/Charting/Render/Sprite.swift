import CPangoCairo

/// How much of each pixel a symbol covers, at one place between the pixels.
struct Sprite {
  /// The first column and row, from the pixel that the symbol's centre falls in.
  let left: Int
  let top: Int
  let width: Int
  let height: Int
  /// `width · height` values from 0 to 255, rows from the top.
  let coverage: [UInt32]

  /// - Parameters:
  ///   - outline: covers what this stroke does rather than the inside.
  ///   - offset: of the centre from the corner of its pixel, in pixels.
  /// - Returns: `nil` for a symbol too large to be kept, and one that covers nothing.
  init?(_ symbol: Symbol, size: Double, outline: Stroke?, scale: Double, offset: Point) {
    // Half the size, the symbols' largest excess, the outline and its mitres.
    let reach = ((size * 0.75 + (outline?.width ?? 0)) * scale).rounded(.up) + 2
    guard reach < 256, let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, CInt(2 * reach), CInt(2 * reach))
    else { return nil }
    defer { cairo_surface_destroy(surface) }
    guard let context = cairo_create(surface) else { return nil }
    cairo_translate(context, reach + offset.x, reach + offset.y)
    cairo_scale(context, scale, scale)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_GOOD)
    addCairoPath(symbol.path(center: .zero, size: size), to: context)
    if let outline { cairoStroke(context, outline) } else { cairo_fill(context) }
    cairo_destroy(context)
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return nil }
    let (side, stride) = (2 * Int(reach), Int(cairo_image_surface_get_stride(surface)))
    let columns = (0..<side).filter { x in (0..<side).contains { data[$0 * stride + x] != 0 } }
    let rows = (0..<side).filter { y in (0..<side).contains { data[y * stride + $0] != 0 } }
    guard let left = columns.first, let right = columns.last, let top = rows.first, let bottom = rows.last else {
      return nil
    }
    self.left = left - Int(reach)
    self.top = top - Int(reach)
    width = right - left + 1
    height = bottom - top + 1
    coverage = (top...bottom).flatMap { y in (left...right).map { UInt32(data[y * stride + $0]) } }
  }

  /// Lays a colour on pixels through the sprite, at their columns and rows that it covers.
  ///
  /// - Parameters:
  ///   - words: premultiplied pixels `0xAARRGGBB`.
  ///   - stride: words from one row to the next.
  ///   - place: the pixel that the centre falls in.
  ///   - color: premultiplied.
  func lay(_ color: UInt32, at place: (x: Int, y: Int), on words: UnsafeMutablePointer<UInt32>, _ stride: Int) {
    coverage.withUnsafeBufferPointer { coverage in
      for row in 0..<height {
        let pixels = words + ((place.y + top + row) * stride + place.x + left)
        for column in 0..<width {
          let paint = Self.product(color, coverage[row * width + column])
          pixels[column] = paint &+ Self.product(pixels[column], 255 &- paint >> 24)
        }
      }
    }
  }

  /// The four bytes of a word times a number from 0 to 255, over 255, rounded: two bytes at a time.
  @inline(__always)
  private static func product(_ word: UInt32, _ factor: UInt32) -> UInt32 {
    let even = (word & 0x00FF_00FF) &* factor &+ 0x0080_0080
    let odd = (word >> 8 & 0x00FF_00FF) &* factor &+ 0x0080_0080
    return (even &+ (even >> 8 & 0x00FF_00FF)) >> 8 & 0x00FF_00FF
      | (odd &+ (odd >> 8 & 0x00FF_00FF)) & 0xFF00_FF00
  }
}
