/// The step in which data were recorded.
enum Resolution {
  /// The granule: the most frequent gap between neighbouring distinct values, the smallest of equally frequent ones.
  ///
  /// Gaps that differ by rounding of the last binary digits count as one, and a granule that is a short decimal is
  /// returned as that decimal: 0.1 rather than 0.10000000000000009.
  ///
  /// - Parameter sorted: ascending, finite.
  /// - Returns: `nil` when fewer than nine values in ten lie a whole number of granules from the smallest, as in
  ///   measurements that were not rounded.
  static func granule(ofSorted sorted: [Double]) -> Double? {
    guard let first = sorted.first, let last = sorted.last, first < last else { return nil }
    let tolerance = max((last - first) * 1e-10, max(abs(first), abs(last)) * 1e-14)
    var gaps: [Double] = []
    var previous = first
    for value in sorted where value - previous > 2 * tolerance {
      gaps.append(value - previous)
      previous = value
    }
    gaps.sort()
    guard let modal = modalGap(gaps, within: 4 * tolerance) else { return nil }
    let granule = shortDecimal(modal, within: 4 * tolerance)
    // Steps no larger than this many tolerances cannot be told from none.
    guard granule > 1000 * tolerance else { return nil }
    let onSteps = sorted.count { value in
      let steps = (value - first) / granule
      return abs(steps - steps.rounded()) < 0.01
    }
    return 10 * onSteps >= 9 * sorted.count ? granule : nil
  }

  /// - Parameter gaps: ascending.
  private static func modalGap(_ gaps: [Double], within tolerance: Double) -> Double? {
    var (modal, most) = (gaps.first, 0)
    var start = 0
    while start < gaps.count {
      var end = start
      while end < gaps.count, gaps[end] - gaps[start] <= tolerance { end += 1 }
      if end - start > most { (modal, most) = (gaps[(start + end) / 2], end - start) }
      start = end
    }
    return modal
  }

  /// The roundest decimal within a tolerance: the one with most zeros, then with fewest places, at most 12; the value
  /// itself when there is none.
  static func shortDecimal(_ value: Double, within tolerance: Double) -> Double {
    var power = 1e12
    for exponent in -12...12 {
      // Powers below 1 are not exact in binary: multiply or divide by the one that is.
      let rounded = exponent < 0 ? (value / power).rounded() * power : (value * power).rounded() / power
      if abs(rounded - value) <= tolerance { return rounded }
      power = exponent < 0 ? power / 10 : power * 10
    }
    return value
  }
}
