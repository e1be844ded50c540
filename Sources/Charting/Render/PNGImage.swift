/// A picture of 8-bit pixels, as PNG files hold them.
package struct PNGImage: Sendable, Hashable {
  package var width: Int
  package var height: Int
  /// `4 · width · height` bytes: red, green, blue, opacity (not premultiplied), rows from the top.
  package var pixels: [UInt8]

  /// - Precondition: `pixels` holds 4 bytes for each of `width · height` pixels.
  package init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width > 0 && height > 0 && pixels.count == 4 * width * height)
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
}

/// Bytes that are not a PNG image this program can read.
package struct PNGError: Error, Hashable, CustomStringConvertible {
  package var description: String
}
