/// The colours of a picture that makes do with 256 of them, and which of them each pixel is.
///
/// A smoothed edge takes a hundred shades where a dozen look the same. With a tolerance, a colour of few pixels may be
/// replaced by one of the palette that differs by no more than that in any channel; a colour that covers an area is
/// kept, so flat colours are exact and gradients do not turn to bands.
struct Palette {
  /// Red, green, blue and opacity, the most frequent first.
  let colors: [[UInt8]]
  /// One a pixel.
  let indices: [UInt8]

  /// How far a colour of so many pixels may be moved: an area not at all, a step of a gradient invisibly.
  private static func leeway(_ count: Int, _ tolerance: Int) -> Int {
    count >= 1024 ? 0 : count >= 64 ? min(2, tolerance) : tolerance
  }

  /// - Parameters:
  ///   - pixels: red, green, blue and opacity in turn.
  ///   - tolerance: the largest change of a channel; 0 for none.
  /// - Returns: `nil` when 256 colours are not enough.
  init?(_ pixels: [UInt8], tolerance: Int) {
    guard let histogram = ColorHistogram(pixels, limit: tolerance > 0 ? 8192 : 256) else { return nil }
    let isExact = histogram.counts.count <= 256
    let order = histogram.counts.indices.sorted {
      (histogram.counts[$1], histogram.colors[$0]) < (histogram.counts[$0], histogram.colors[$1])
    }
    var chosen: [UInt32] = []
    var index = [UInt8](repeating: 0, count: order.count)
    for color in order {
      let word = histogram.colors[color]
      let leeway = isExact ? 0 : Self.leeway(histogram.counts[color], tolerance)
      if leeway > 0, let near = Self.nearest(to: word, in: chosen, within: leeway) {
        index[color] = UInt8(near)
      } else {
        guard chosen.count < 256 else { return nil }
        index[color] = UInt8(chosen.count)
        chosen.append(word)
      }
    }
    colors = chosen.map { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
    indices = histogram.indices.map { index[Int($0)] }
  }

  private static func nearest(to word: UInt32, in palette: [UInt32], within tolerance: Int) -> Int? {
    var best: (index: Int, distance: Int)?
    for (index, other) in palette.enumerated() {
      var (distance, largest) = (0, 0)
      for shift in [0, 8, 16, 24] as [UInt32] {
        let difference = abs(Int(word >> shift & 255) - Int(other >> shift & 255))
        largest = max(largest, difference)
        distance += difference * difference
      }
      if largest <= tolerance, distance < best?.distance ?? .max { best = (index, distance) }
    }
    return best?.index
  }
}
