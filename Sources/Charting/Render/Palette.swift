/// The colours of a picture that makes do with 256 of them, and which of them each pixel is.
///
/// A smoothed edge takes a hundred shades where a dozen look the same. With a tolerance, a colour of few pixels may be
/// replaced by one of the palette that differs by no more than that in any channel; a colour that covers an area is
/// kept, so flat colours are exact and gradients do not turn to bands.
struct Palette {
  /// Red, green, blue and opacity, the most frequent first.
  let colors: [[UInt8]]
  private let histogram: ColorHistogram
  /// The place in `colors` of each colour of the histogram.
  private let places: [UInt8]

  /// More colours than this are never brought down to 256.
  static func limit(_ tolerance: Int) -> Int { tolerance > 0 ? 8192 : 256 }

  /// How far a colour of so many pixels may be moved: an area not at all, a step of a gradient invisibly.
  private static func leeway(_ count: Int, _ tolerance: Int) -> Int {
    count >= 1024 ? 0 : count >= 64 ? min(2, tolerance) : tolerance
  }

  /// - Parameters:
  ///   - histogram: of words `0xAABBGGRR`.
  ///   - tolerance: the largest change of a channel; 0 for none.
  /// - Returns: `nil` when 256 colours are not enough.
  init?(_ histogram: ColorHistogram, tolerance: Int) {
    let isExact = histogram.counts.count <= 256
    let order = histogram.counts.indices.sorted {
      (histogram.counts[$1], histogram.colors[$0]) < (histogram.counts[$0], histogram.colors[$1])
    }
    var chosen: [SIMD4<Int32>] = []
    var places = [UInt8](repeating: 0, count: order.count)
    for color in order {
      let channels = Self.channels(histogram.colors[color])
      let leeway = isExact ? 0 : Self.leeway(histogram.counts[color], tolerance)
      if leeway > 0, let near = Self.nearest(to: channels, in: chosen, within: Int32(leeway)) {
        places[color] = UInt8(near)
      } else {
        guard chosen.count < 256 else { return nil }
        places[color] = UInt8(chosen.count)
        chosen.append(channels)
      }
    }
    colors = chosen.map { channels in (0..<4).map { UInt8(channels[$0]) } }
    self.histogram = histogram
    self.places = places
  }

  /// Rows of places in `colors`, each after the number of the PNG filter that does nothing, which suits them best.
  func unfilteredRows(width: Int, height: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: (width + 1) * height) { out, count in
      count = (width + 1) * height
      guard var next = out.baseAddress else { return }
      var left = 0
      for run in histogram.runs {
        if left == 0 {
          next.initialize(to: 0)
          next += 1
          left = width
        }
        let length = Int(run.length)
        next.initialize(repeating: places[Int(run.color)], count: length)
        next += length
        left -= length
      }
    }
  }

  private static func channels(_ word: UInt32) -> SIMD4<Int32> {
    SIMD4(truncatingIfNeeded: SIMD4(word, word >> 8, word >> 16, word >> 24) & 255)
  }

  private static func nearest(
    to color: SIMD4<Int32>, in palette: [SIMD4<Int32>], within tolerance: Int32
  ) -> Int? {
    var best: (index: Int, distance: Int32)?
    for (index, other) in palette.enumerated() {
      let difference = color &- other
      let distance = (difference &* difference).wrappedSum()
      guard distance < best?.distance ?? .max else { continue }
      if all(difference .<= tolerance .& difference .>= -tolerance) { best = (index, distance) }
    }
    return best?.index
  }
}
