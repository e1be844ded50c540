#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bounds that hold all order statistics of n uniform values at once with a given probability, and each single one with
/// the same higher probability ("equal local levels").
///
/// The probability of all together is worked out exactly, by following the count of a Poisson process from bound to
/// bound, given that it ends at n.
///
/// - SeeAlso: S. Aldor-Noiman et al., *The power to see*, The American Statistician 67, 2013, for the band; A. Moscovich
///   & B. Nadler, *Fast calculation of boundary crossing probabilities for Poisson processes*, Statistics & Probability
///   Letters 123, 2017, for the recursion.
package struct OrderStatisticBand: Sendable, Hashable {
  /// The ranks that are bounded, from 1, ascending: all of a few hundred, else the outermost and some between.
  package let ranks: [Int]
  /// For each rank the ends of the interval of its value.
  package let lower: [Double]
  package let upper: [Double]
  /// The probability of a single value to leave its interval.
  package let localLevel: Double

  private static let outermost = 20

  /// - Parameters:
  ///   - count: n, at least 1.
  ///   - level: the probability that all values lie within.
  package init(count: Int, level: Double = 0.95) {
    ranks = Self.ranks(of: count)
    let ranks = ranks
    func excess(_ logLevel: Double) -> Double {
      let bounds = Self.bounds(ranks, of: count, localLevel: exp(logLevel))
      return Self.coverage(ranks, bounds.lower, bounds.upper, of: count) - level
    }
    // Between the level of independent ranks and that of a single one, by the secant through both ends; an end that
    // stays is brought nearer (the Illinois rule).
    var (tight, loose) = (log((1 - level) / Double(2 * ranks.count)), log(1 - level))
    var (above, below) = (excess(tight), excess(loose))
    var chosen = loose
    var side = 0
    if below < -1e-9 {
      for _ in 0..<20 {
        chosen = tight + (loose - tight) * above / (above - below)
        let found = excess(chosen)
        if abs(found) < 1e-6 { break }
        if found > 0 {
          (tight, above, below) = (chosen, found, side > 0 ? below / 2 : below)
          side = 1
        } else {
          (loose, below, above) = (chosen, found, side < 0 ? above / 2 : above)
          side = -1
        }
      }
    }
    localLevel = exp(chosen)
    (lower, upper) = Self.bounds(ranks, of: count, localLevel: localLevel)
  }

  private static func ranks(of count: Int) -> [Int] {
    let most = count <= 2000 ? 250 : 120
    guard count > most else { return Array(1...max(1, count)) }
    let inner = most - 2 * outermost
    let span = Double(count - 2 * outermost)
    let between = (1...inner).map { outermost + Int((Double($0) / Double(inner + 1) * span).rounded()) }
    return Set(Array(1...outermost) + between + Array(count - outermost + 1...count)).sorted()
  }

  private static func bounds(
    _ ranks: [Int], of count: Int, localLevel: Double
  ) -> (lower: [Double], upper: [Double]) {
    let distributions = ranks.map { BetaDistribution(a: Double($0), b: Double(count + 1 - $0)) }
    return (
      distributions.map { $0.quantile(localLevel / 2) },
      // The upper bound of a rank is the lower bound of the one as far from the other end.
      distributions.map { 1 - BetaDistribution(a: $0.b, b: $0.a).quantile(localLevel / 2) }
    )
  }

  /// The probability that each of these order statistics of `count` uniform values lies within its bounds.
  package static func coverage(_ ranks: [Int], _ lower: [Double], _ upper: [Double], of count: Int) -> Double {
    let starts = zip(lower, ranks).map { (time: $0, least: 0, most: $1 - 1) }
    let ends = zip(upper, ranks).map { (time: $0, least: $1, most: count) }
    let checks = (starts + ends).sorted { $0.time < $1.time } + [(time: 1, least: count, most: count)]
    var (first, chances) = (0, [1.0])
    var (time, floor, ceiling) = (0.0, 0, count)
    // What is still allowed at a time: no more than the next lower bounds let in.
    var ceilings = [Int](repeating: count, count: checks.count)
    for index in checks.indices.reversed() {
      ceiling = min(ceiling, checks[index].most)
      ceilings[index] = ceiling
    }
    for (check, most) in zip(checks, ceilings) {
      floor = max(floor, check.least)
      guard floor <= most else { return 0 }
      let steps = Self.poisson(Double(count) * (check.time - time), from: 0)
      var next = [Double](repeating: 0, count: most - floor + 1)
      for (offset, chance) in chances.enumerated() where chance > 0 {
        let from = first + offset
        let range = max(steps.first, floor - from)...max(max(steps.first, floor - from), min(steps.last, most - from))
        guard range.lowerBound <= min(steps.last, most - from) else { continue }
        for step in range { next[from + step - floor] += chance * steps.chances[step - steps.first] }
      }
      (first, chances, time) = (floor, next, check.time)
    }
    let all = exp(Double(count) * log(Double(count)) - Double(count) - lgamma(Double(count) + 1))
    return (chances.last ?? 0) / all
  }

  /// The probabilities of a Poisson variable, those below 10⁻¹⁸ of the largest left out.
  private static func poisson(_ mean: Double, from start: Int) -> (first: Int, last: Int, chances: [Double]) {
    guard mean > 0 else { return (0, 0, [1]) }
    let reach = 9.5 * mean.squareRoot() + 25
    let first = max(start, Int(mean - reach))
    let last = Int(mean + reach)
    var chance = exp(Double(first) * log(mean) - mean - lgamma(Double(first) + 1))
    var chances = [chance]
    for k in first..<last {
      chance *= mean / Double(k + 1)
      chances.append(chance)
    }
    return (first, last, chances)
  }
}
