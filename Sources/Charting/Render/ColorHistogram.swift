/// The distinct colours of a picture, in the order of their first pixels, how many pixels have each, and where they lie.
struct ColorHistogram {
  /// Pixels of one colour side by side, along a row.
  struct Run {
    /// The number of the colour.
    var color: UInt16
    var length: UInt16
  }

  /// Words as the picture holds them.
  private(set) var colors: [UInt32] = []
  private(set) var counts: [Int] = []
  /// All pixels, rows from the top; a run ends with its row.
  let runs: [Run]

  private static let slotCount = 1 << 15

  /// - Parameters:
  ///   - words: `height` rows of `width` pixels, at most 32,767.
  ///   - stride: words from one row to the next.
  ///   - limit: at most 8192.
  /// - Returns: `nil` when there are more colours than the limit.
  init?(_ words: UnsafePointer<UInt32>, width: Int, height: Int, stride: Int, limit: Int) {
    // Open addressing: a slot holds the number of a colour plus 1.
    var slots = [UInt16](repeating: 0, count: Self.slotCount)
    var (colors, counts): ([UInt32], [Int]) = ([], [])
    var isComplete = true
    runs = [Run](unsafeUninitializedCapacity: width * height) { out, written in
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
          let color = slots[slot] - 1
          counts[Int(color)] += end - start
          out[written] = Run(color: color, length: UInt16(end - start))
          written += 1
          start = end
        }
      }
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

  /// Most of a chart is long runs of one colour: looks at eight pixels at once.
  @inline(__always)
  private static func endOfRun(of word: UInt32, in row: UnsafePointer<UInt32>, from start: Int, width: Int) -> Int {
    var end = start
    guard end < width, row[end] == word else { return end }
    let two = UInt64(word) << 32 | UInt64(word)
    while end + 8 <= width {
      let pixels = UnsafeRawPointer(row + end)
      func difference(_ place: Int) -> UInt64 {
        pixels.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self) ^ two
      }
      guard difference(0) | difference(1) | difference(2) | difference(3) == 0 else { break }
      end += 8
    }
    while end < width, row[end] == word { end += 1 }
    return end
  }
}
