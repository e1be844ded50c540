/// A grid of colours stretched over a rectangle.
package struct RasterImage: Sendable, Hashable {
  package var rect: Rect
  /// Columns and rows of the grid.
  package var width: Int
  package var height: Int
  /// `4 · width · height` bytes: red, green, blue, opacity (not premultiplied), rows from the top.
  package var pixels: [UInt8]
  /// Blends between the cells' centres; otherwise every cell is a flat rectangle.
  package var smooth: Bool

  /// - Precondition: `pixels` holds 4 bytes for each of `width · height` cells.
  package init(in rect: Rect, width: Int, height: Int, pixels: [UInt8], smooth: Bool = false) {
    precondition(width > 0 && height > 0 && pixels.count == 4 * width * height)
    self.rect = rect
    self.width = width
    self.height = height
    self.pixels = pixels
    self.smooth = smooth
  }

  /// - Precondition: `colors` holds `width · height` colours, rows from the top.
  package init(in rect: Rect, width: Int, height: Int, colors: [Color], smooth: Bool = false) {
    let pixels = colors.flatMap { [$0.red, $0.green, $0.blue, UInt8(($0.alpha * 255).rounded().clamped(0, 255))] }
    self.init(in: rect, width: width, height: height, pixels: pixels, smooth: smooth)
  }
}
