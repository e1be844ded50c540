/// The step in which data were recorded.
enum Resolution {
  /// The granule: the most frequent gap between neighbouring distinct values, the smallest of equally frequent ones.
  ///
  /// Gaps that differ by rounding of the last binary digits count as one, and a granule that is a short decimal is
  /// returned as that decimal: 0.1 rather than 0.10000000000000009.
  ///
  /// - Parameter sorted: ascending, finite.
  /// - Returns: `nil` when the values have no common step: no gap makes up a twentieth of all, and the gaps are not all
  ///   multiples of the smallest.
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
    guard let smallest = gaps.first else { return nil }

    var (modal, most) = (smallest, 0)
    var start = 0
    while start < gaps.count {
      var end = start
      while end < gaps.count, gaps[end] - gaps[start] <= 4 * tolerance { end += 1 }
      if end - start > most { (modal, most) = (gaps[(start + end) / 2], end - start) }
      start = end
    }
    if most >= 2, 20 * most >= gaps.count { return shortDecimal(modal, within: 4 * tolerance) }
    let isLattice = gaps.allSatisfy { gap in
      let steps = gap / smallest
      return abs(steps - steps.rounded()) * smallest <= 4 * tolerance * steps
    }
    return isLattice ? shortDecimal(smallest, within: 4 * tolerance) : nil
  }

  /// The decimal of fewest places within a tolerance of a positive value; the value itself when it takes over 12.
  static func shortDecimal(_ value: Double, within tolerance: Double) -> Double {
    var power = 1.0
    for _ in 0...12 {
      let rounded = (value * power).rounded() / power
      if rounded != 0, abs(rounded - value) <= tolerance { return rounded }
      power *= 10
    }
    return value
  }
}
