import CPangoCairo

/// A Cairo image surface of premultiplied 32-bit pixels, and its bytes.
final class CairoImage {
  let pointer: OpaquePointer
  let width: Int
  let height: Int
  private let memory: PixelMemory

  /// A surface that shows whatever its memory held before, so all of it must be painted; `nil` when Cairo cannot make one
  /// so large (32,767 pixels a side).
  init?(width: Int, height: Int) {
    guard (1...32767).contains(width), (1...32767).contains(height) else { return nil }
    let stride = 4 * width
    memory = .borrowed(byteCount: stride * height)
    guard
      let surface = cairo_image_surface_create_for_data(
        memory.bytes, CAIRO_FORMAT_ARGB32, CInt(width), CInt(height), CInt(stride))
    else { return nil }
    pointer = surface
    self.width = width
    self.height = height
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { return nil }
  }

  /// The cells of a raster image, one a pixel.
  convenience init?(_ image: RasterImage) {
    self.init(width: image.width, height: image.height)
    withWords { words, stride in
      for y in 0..<image.height {
        for x in 0..<image.width {
          let at = 4 * (y * image.width + x)
          let alpha = UInt32(image.pixels[at + 3])
          func premultiplied(_ channel: UInt8) -> UInt32 { (UInt32(channel) * alpha + 127) / 255 }
          words[y * stride + x] =
            alpha << 24 | premultiplied(image.pixels[at]) << 16 | premultiplied(image.pixels[at + 1]) << 8
            | premultiplied(image.pixels[at + 2])
        }
      }
    }
    cairo_surface_mark_dirty(pointer)
  }

  deinit {
    cairo_surface_destroy(pointer)
    memory.giveBack()
  }

  /// The pixels as words `0xAARRGGBB`, and the number of words from one row to the next.
  func withWords<R>(_ body: (UnsafeMutablePointer<UInt32>, Int) -> R) -> R? {
    cairo_surface_flush(pointer)
    guard let data = cairo_image_surface_get_data(pointer) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(pointer)) / 4
    return data.withMemoryRebound(to: UInt32.self, capacity: stride * height) { body($0, stride) }
  }

  /// The pixels as plain red, green, blue and opacity.
  func pixels() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 4 * width * height) { bytes, count in
      count = 4 * width * height
      guard let base = bytes.baseAddress else { return }
      let filled: Void? = withWords { words, stride in
        base.withMemoryRebound(to: UInt32.self, capacity: width * height) { out in
          for y in 0..<height {
            let (row, target) = (words + y * stride, out + y * width)
            var opacity: UInt32 = 0xFF00_0000
            for x in 0..<width { opacity &= row[x] }
            if opacity == 0xFF00_0000 {
              for x in 0..<width {
                let word = row[x]
                target[x] = (word & 0xFF00_FF00 | word >> 16 & 0xFF | (word & 0xFF) << 16).littleEndian
              }
            } else {
              for x in 0..<width { target[x] = Self.plain(row[x]).littleEndian }
            }
          }
        }
      }
      if filled == nil { bytes.initialize(repeating: 0) }
    }
  }

  /// A premultiplied word `0xAARRGGBB` as a plain one `0xAABBGGRR`.
  private static func plain(_ word: UInt32) -> UInt32 {
    let alpha = word >> 24
    guard alpha > 0 else { return 0 }
    func divided(_ channel: UInt32) -> UInt32 { min(255, ((channel & 255) * 255 + alpha / 2) / alpha) }
    return alpha << 24 | divided(word) << 16 | divided(word >> 8) << 8 | divided(word >> 16)
  }
}
