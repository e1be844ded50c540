/// The distinct colours of a picture, in the order of their first pixels, and how many pixels have each.
struct ColorHistogram {
  /// Words `0xAABBGGRR`.
  private(set) var colors: [UInt32] = []
  private(set) var counts: [Int] = []
  /// The number of each pixel's colour.
  let indices: [UInt16]

  /// - Parameters:
  ///   - pixels: red, green, blue and opacity in turn.
  ///   - limit: at most 8192.
  /// - Returns: `nil` when there are more colours than the limit.
  init?(_ pixels: [UInt8], limit: Int) {
    let count = pixels.count / 4
    // Open addressing: a slot holds the number of a colour plus 1.
    var slots = [UInt16](repeating: 0, count: 1 << 15)
    var (colors, counts): ([UInt32], [Int]) = ([], [])
    var isComplete = true
    indices = [UInt16](unsafeUninitializedCapacity: count) { out, written in
      pixels.withUnsafeBytes { bytes in
        var start = 0
        while start < count {
          let word = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * start, as: UInt32.self))
          var end = start + 1
          while end < count,
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * end, as: UInt32.self)) == word
          {
            end += 1
          }
          var slot = Int((word &* 0x9E37_79B1) >> 17)
          while slots[slot] != 0, colors[Int(slots[slot]) - 1] != word { slot = (slot + 1) & 0x7FFF }
          if slots[slot] == 0 {
            guard colors.count < limit else {
              isComplete = false
              return
            }
            colors.append(word)
            counts.append(0)
            slots[slot] = UInt16(colors.count)
          }
          let index = slots[slot] - 1
          counts[Int(index)] += end - start
          for i in start..<end { out[i] = index }
          start = end
        }
      }
      written = isComplete ? count : 0
    }
    guard isComplete else { return nil }
    (self.colors, self.counts) = (colors, counts)
  }
}
