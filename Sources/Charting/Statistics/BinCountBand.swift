#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The least and most that all bins hold at once with at least a given probability, where each of n values falls into
/// any bin alike.
///
/// The probability is exact: that of the multinomial distribution to keep every count within, by adding bin after bin.
///
/// - SeeAlso: B. Levin, *A representation for multinomial cumulative distribution functions*, Annals of Statistics 9,
///   1981.
package struct BinCountBand: Sendable, Hashable {
  package let least: Int
  package let most: Int
  /// The probability that all bins lie within: at least the one asked for, as counts are whole.
  package let coverage: Double

  /// - Parameters:
  ///   - count: n, the values in all bins.
  ///   - bins: at least 1.
  package init(count: Int, bins: Int, level: Double = 0.95) {
    let single = Self.cumulative(count, 1 / Double(bins))
    func band(_ tail: Double) -> (least: Int, most: Int) {
      let least = single.firstIndex { $0 > tail } ?? 0
      let most = single.firstIndex { 1 - $0 <= tail } ?? count
      return (least, max(least, most))
    }
    var (held, lost) = (log((1 - level) / Double(4 * bins)), log((1 - level) / 2))
    for _ in 0..<12 {
      let middle = (held + lost) / 2
      let (least, most) = band(exp(middle))
      if Self.coverage(count, bins, least...most) >= level { held = middle } else { lost = middle }
    }
    (least, most) = band(exp(held))
    coverage = Self.coverage(count, bins, least...most)
  }

  /// P(at most k) of a binomial variable for k = 0…n.
  private static func cumulative(_ count: Int, _ share: Double) -> [Double] {
    let n = Double(count)
    var sum = 0.0
    return (0...count).map { k in
      let ways = lgamma(n + 1) - lgamma(Double(k) + 1) - lgamma(n - Double(k) + 1)
      let misses = count == k ? 0 : (n - Double(k)) * log1p(-share)
      sum += exp(ways + Double(k) * log(share) + misses)
      return min(sum, 1)
    }
  }

  /// The probability that each of `bins` equally likely bins holds a number of the range.
  package static func coverage(_ count: Int, _ bins: Int, _ range: ClosedRange<Int>) -> Double {
    guard count >= bins * range.lowerBound, count <= bins * range.upperBound else { return 0 }
    let mean = Double(count) / Double(bins)
    let single = range.map { exp(Double($0) * log(mean) - mean - lgamma(Double($0) + 1)) }
    var (first, chances) = (0, [1.0])
    for bin in 1...bins {
      // Sums from which the rest of the bins can no longer come to n are left out.
      let rest = bins - bin
      let low = max(first + range.lowerBound, count - rest * range.upperBound)
      let high = min(first + chances.count - 1 + range.upperBound, count - rest * range.lowerBound)
      guard low <= high else { return 0 }
      chances = (low...high).map { sum in
        var total = 0.0
        let start = max(range.lowerBound, sum - first - chances.count + 1)
        let end = min(range.upperBound, sum - first)
        if start <= end {
          for own in start...end { total += single[own - range.lowerBound] * chances[sum - own - first] }
        }
        return total
      }
      first = low
    }
    let n = Double(count)
    return (chances.last ?? 0) / exp(n * log(n) - n - lgamma(n + 1))
  }
}
