extension PNGImage {
  /// The bytes of a PNG file: a palette where 256 colours are enough, else RGB, or RGBA when not opaque.
  ///
  /// The file holds the pixels and nothing else (no time, no text), so equal pictures are equal files.
  ///
  /// - Parameter tolerance: how far the channels of a rare colour may be moved to make 256 colours enough (see
  ///   `Palette`); 0 keeps every pixel.
  package func encoded(tolerance: Int = 0) -> [UInt8] {
    if let palette = histogram(limit: Palette.limit(tolerance)).flatMap({ Palette($0, tolerance: tolerance) }) {
      return PNGFile.bytes(width: width, height: height, palette)
    }
    return encodedWithoutPalette()
  }

  /// RGB, or RGBA when not opaque.
  fileprivate func encodedWithoutPalette() -> [UInt8] {
    if isOpaque {
      let rows = PNGFilter.filtered(withoutOpacity(), stride: 3 * width, pixel: 3)
      return PNGFile.bytes(width: width, height: height, .rgb, rows)
    }
    return PNGFile.bytes(width: width, height: height, .rgba, PNGFilter.filtered(pixels, stride: 4 * width, pixel: 4))
  }

  private func histogram(limit: Int) -> ColorHistogram? {
    pixels.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: UInt32.self) { words in
        words.baseAddress.flatMap { ColorHistogram($0, width: width, height: height, stride: width, limit: limit) }
      }
    }?.mapping(UInt32.init(littleEndian:))
  }

  private var isOpaque: Bool {
    pixels.withUnsafeBytes { $0.bindMemory(to: UInt32.self).reduce(.max, &) >> 24 == 255 }
  }

  private func withoutOpacity() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 3 * width * height) { out, count in
      count = 3 * width * height
      pixels.withUnsafeBufferPointer { pixels in
        for i in 0..<(width * height) {
          out[3 * i] = pixels[4 * i]
          out[3 * i + 1] = pixels[4 * i + 1]
          out[3 * i + 2] = pixels[4 * i + 2]
        }
      }
    }
  }
}

extension CairoImage {
  /// The bytes of a PNG file of the pixels, as `PNGImage.encoded` gives them.
  func png(tolerance: Int) -> [UInt8] {
    let histogram = withWords { words, stride in
      ColorHistogram(words, width: width, height: height, stride: stride, limit: Palette.limit(tolerance))
    }
    if let histogram = histogram ?? nil {
      // Colours that are not opaque are premultiplied here.
      guard histogram.colors.allSatisfy({ $0 >> 24 == 255 }) else { return picture.encoded(tolerance: tolerance) }
      let plain = histogram.mapping { $0 & 0xFF00_FF00 | $0 >> 16 & 0xFF | ($0 & 0xFF) << 16 }
      if let palette = Palette(plain, tolerance: tolerance) {
        return PNGFile.bytes(width: width, height: height, palette)
      }
    }
    return picture.encodedWithoutPalette()
  }

  var picture: PNGImage { PNGImage(width: width, height: height, pixels: pixels()) }
}
