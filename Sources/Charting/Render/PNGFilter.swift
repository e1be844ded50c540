/// The row filters of PNG: each row is stored as the filter's number and the differences it leaves.
///
/// - SeeAlso: PNG specification, third edition, §9.
enum PNGFilter {
  /// Rows of bytes, each filtered as suits it.
  ///
  /// Charts are flat colours and sharp edges, which compress best as they are. A row of which a twelfth changes gently
  /// from pixel to pixel, and most changes do, is part of a gradient, and gets the filter that leaves the smallest sum
  /// of absolute differences.
  static func filtered(_ bytes: [UInt8], stride: Int, pixel: Int) -> [UInt8] {
    let height = bytes.count / stride
    return [UInt8](unsafeUninitializedCapacity: (stride + 1) * height) { out, count in
      count = (stride + 1) * height
      var scratch = [UInt8](repeating: 0, count: stride)
      bytes.withUnsafeBufferPointer { bytes in
        scratch.withUnsafeMutableBufferPointer { scratch in
          for y in 0..<height {
            let row = UnsafeBufferPointer(rebasing: bytes[y * stride..<(y + 1) * stride])
            let above = y == 0 ? row : UnsafeBufferPointer(rebasing: bytes[(y - 1) * stride..<y * stride])
            let start = y * (stride + 1)
            let target = UnsafeMutableBufferPointer(rebasing: out[(start + 1)..<(start + 1 + stride)])
            if y > 0, isGradient(row, pixel) {
              out[start] = best(row, above, pixel, into: target, scratch: scratch)
            } else {
              out[start] = 0
              _ = target.update(from: row)
            }
          }
        }
      }
    }
  }

  private static func isGradient(_ row: UnsafeBufferPointer<UInt8>, _ pixel: Int) -> Bool {
    var (changes, gentle) = (0, 0)
    // Counts of a byte, so that the compiler looks at many pixels at once.
    for start in stride(from: pixel, to: row.count, by: 255) {
      var (changed, little): (UInt8, UInt8) = (0, 0)
      for i in start..<min(start + 255, row.count) {
        let change = row[i] &- row[i - pixel]
        changed &+= change != 0 ? 1 : 0
        little &+= change &+ 4 <= 8 ? 1 : 0
      }
      changes += Int(changed)
      gentle += Int(little) - (min(255, row.count - start) - Int(changed))
    }
    return 12 * gentle > row.count && 2 * gentle > changes
  }

  private static func best(
    _ row: UnsafeBufferPointer<UInt8>, _ above: UnsafeBufferPointer<UInt8>, _ pixel: Int,
    into target: UnsafeMutableBufferPointer<UInt8>, scratch: UnsafeMutableBufferPointer<UInt8>
  ) -> UInt8 {
    var least = up(row, above, into: target)
    var chosen: UInt8 = 2
    func keepIfLess(_ number: UInt8, _ sum: Int) {
      guard sum < least else { return }
      (least, chosen) = (sum, number)
      _ = target.update(from: scratch)
    }
    keepIfLess(1, sub(row, pixel, into: scratch))
    keepIfLess(4, paeth(row, above, pixel, into: scratch))
    return chosen
  }

  /// The size of a difference read as a signed byte.
  @inline(__always)
  private static func magnitude(_ difference: UInt8) -> Int { Int(min(difference, 0 &- difference)) }

  private static func up(
    _ row: UnsafeBufferPointer<UInt8>, _ above: UnsafeBufferPointer<UInt8>,
    into out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var sum = 0
    for i in 0..<row.count {
      let d = row[i] &- above[i]
      out[i] = d
      sum &+= magnitude(d)
    }
    return sum
  }

  private static func sub(_ row: UnsafeBufferPointer<UInt8>, _ pixel: Int, into out: UnsafeMutableBufferPointer<UInt8>)
    -> Int
  {
    var sum = 0
    for i in 0..<min(pixel, row.count) {
      out[i] = row[i]
      sum &+= magnitude(row[i])
    }
    for i in pixel..<max(pixel, row.count) {
      let d = row[i] &- row[i - pixel]
      out[i] = d
      sum &+= magnitude(d)
    }
    return sum
  }

  private static func paeth(
    _ row: UnsafeBufferPointer<UInt8>, _ above: UnsafeBufferPointer<UInt8>, _ pixel: Int,
    into out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var sum = 0
    for i in 0..<row.count {
      let left = i < pixel ? 0 : row[i - pixel]
      let corner = i < pixel ? 0 : above[i - pixel]
      let d = row[i] &- predictor(left, above[i], corner)
      out[i] = d
      sum &+= magnitude(d)
    }
    return sum
  }

  /// Whichever of left, above and corner is nearest to left + above − corner.
  @inline(__always)
  static func predictor(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
    let (a, b, c) = (Int16(left), Int16(above), Int16(corner))
    let (toLeft, toAbove, toCorner) = (abs(b - c), abs(a - c), abs(a + b - 2 * c))
    if toLeft <= toAbove && toLeft <= toCorner { return left }
    return toAbove <= toCorner ? above : corner
  }
}
