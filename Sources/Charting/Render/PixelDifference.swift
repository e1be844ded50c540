/// How far apart two pictures of one size are, channel by channel (red, green, blue and opacity of every pixel).
///
/// - SeeAlso: the image tests of Observable Plot, which use the same two limits.
package struct PixelDifference: Sendable, Hashable {
  /// The mean of the absolute differences, 0 to 255.
  package var mean: Double
  /// 95 % of the absolute differences are at most this.
  package var percentile95: Int
  package var maximum: Int

  /// - Returns: `nil` when the pictures differ in size.
  package init?(_ a: PNGImage, _ b: PNGImage) {
    guard a.width == b.width, a.height == b.height else { return nil }
    var counts = [Int](repeating: 0, count: 256)
    a.pixels.withUnsafeBufferPointer { a in
      b.pixels.withUnsafeBufferPointer { b in
        for i in 0..<a.count { counts[a[i] > b[i] ? Int(a[i] - b[i]) : Int(b[i] - a[i])] += 1 }
      }
    }
    let total = a.pixels.count
    mean = Double(counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }) / Double(total)
    maximum = counts.lastIndex { $0 > 0 } ?? 0
    var (within, level) = (counts[0], 0)
    while Double(within) < 0.95 * Double(total) {
      level += 1
      within += counts[level]
    }
    percentile95 = level
  }

  /// Whether the pictures show the same chart: small differences of rasterisation are allowed, changed marks are not.
  package var isNegligible: Bool { percentile95 <= 1 && mean < 0.1 }
}
