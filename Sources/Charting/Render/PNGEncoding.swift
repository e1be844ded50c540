import CZlib

extension PNGImage {
  /// The bytes of a PNG file: a palette where 256 colours are enough, else RGB, or RGBA when not opaque.
  ///
  /// The file holds the pixels and nothing else (no time, no text), so equal pictures are equal files.
  ///
  /// - Parameter tolerance: how far the channels of a rare colour may be moved to make 256 colours enough (see
  ///   `Palette`); 0 keeps every pixel.
  package func encoded(tolerance: Int = 0) -> [UInt8] {
    let palette = Palette(pixels, tolerance: tolerance)
    let depth: UInt8 = 8
    let kind: UInt8
    let rows: [UInt8]
    if let palette {
      kind = 3
      rows = PNGFilter.unfiltered(palette.indices, stride: width)
    } else if isOpaque {
      kind = 2
      rows = PNGFilter.filtered(withoutOpacity(), stride: 3 * width, pixel: 3)
    } else {
      kind = 6
      rows = PNGFilter.filtered(pixels, stride: 4 * width, pixel: 4)
    }
    var file = Self.signature
    append("IHDR", bigEndian(width) + bigEndian(height) + [depth, kind, 0, 0, 0], to: &file)
    if let palette {
      append("PLTE", palette.colors.flatMap { $0.prefix(3) }, to: &file)
      if palette.colors.contains(where: { $0[3] != 255 }) {
        append("tRNS", palette.colors.map { $0[3] }, to: &file)
      }
    }
    append("IDAT", Zlib.deflated(rows), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  private var isOpaque: Bool {
    pixels.withUnsafeBufferPointer { pixels in stride(from: 3, to: pixels.count, by: 4).allSatisfy { pixels[$0] == 255 }
    }
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

  private func bigEndian(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }

  /// Appends a chunk: length, name, data, and the checksum of the last two.
  private func append(_ name: String, _ data: [UInt8], to file: inout [UInt8]) {
    file += bigEndian(data.count)
    let start = file.count
    file += Array(name.utf8)
    file += data
    file += bigEndian(Int(Zlib.crc(file[start...])))
  }
}
