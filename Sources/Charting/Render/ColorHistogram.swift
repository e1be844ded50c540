/// The distinct colours of a picture, in the order of their first pixels, and how many pixels have each.
struct ColorHistogram {
  /// Words as the picture holds them.
  private(set) var colors: [UInt32] = []
  private(set) var counts: [Int] = []
  /// The number of each pixel's colour, rows from the top.
  let indices: [UInt16]

  private static let slotCount = 1 << 15

  /// - Parameters:
  ///   - words: `height` rows of `width` pixels.
  ///   - stride: words from one row to the next.
  ///   - limit: at most 8192.
  /// - Returns: `nil` when there are more colours than the limit.
  init?(_ words: UnsafePointer<UInt32>, width: Int, height: Int, stride: Int, limit: Int) {
    // Open addressing: a slot holds the number of a colour plus 1.
    var slots = [UInt16](repeating: 0, count: Self.slotCount)
    var (colors, counts): ([UInt32], [Int]) = ([], [])
    var isComplete = true
    indices = [UInt16](unsafeUninitializedCapacity: width * height) { out, written in
      for y in 0..<height {
        let row = words + y * stride
        var start = 0
        while start < width {
          let word = row[start]
          let end = Self.endOfRun(of: word, in: row, from: start + 1, width: width)
          var slot = Int((word &* 0x9E37_79B1) >> 17)
          while slots[slot] != 0, colors[Int(slots[slot]) - 1] != word { slot = (slot + 1) & (Self.slotCount - 1) }
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
          for x in start..<end { out[y * width + x] = index }
          start = end
        }
      }
      written = width * height
    }
    guard isComplete else { return nil }
    (self.colors, self.counts) = (colors, counts)
  }

  /// The same picture with other words for its colours, all different.
  func mapping(_ change: (UInt32) -> UInt32) -> ColorHistogram {
    var result = self
    result.colors = colors.map(change)
    return result
  }

  /// Most of a chart is long runs of one colour.
  @inline(__always)
  private static func endOfRun(of word: UInt32, in row: UnsafePointer<UInt32>, from start: Int, width: Int) -> Int {
    var end = start
    let wanted = SIMD8<UInt32>(repeating: word)
    while end + 8 <= width, UnsafeRawPointer(row + end).loadUnaligned(as: SIMD8<UInt32>.self) == wanted { end += 8 }
    while end < width, row[end] == word { end += 1 }
    return end
  }
}
