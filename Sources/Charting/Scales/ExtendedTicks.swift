#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Evenly spaced round values for a linear axis.
///
/// Every sequence `start, start + step, …` whose step is a round number times a power of ten is scored by
/// `0.25 simplicity + 0.2 coverage + 0.5 density + 0.05 legibility`; the best wins. Legibility is 1 throughout: what
/// does not fit is the caller's to see, who then asks for fewer.
///
/// - SeeAlso: Talbot, Lin & Hanrahan, *An extension of Wilkinson's algorithm for positioning tick labels on axes*,
///   IEEE TVCG 16(6), 2010, §4.
package struct ExtendedTicks: Sendable, Hashable {
  /// How many values are wanted.
  package var target: Int
  /// Only whole numbers, for counts.
  package var integers = false
  /// Only values within the range; otherwise values may lie a little outside.
  package var inside = false

  package init(target: Int, integers: Bool = false, inside: Bool = false) {
    self.target = target
    self.integers = integers
    self.inside = inside
  }

  /// The values, ascending; none for a range that is empty or not finite.
  package func values(over range: ClosedRange<Double>) -> [Double] {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard high > low, low.isFinite, high.isFinite, (high - low).isFinite else { return [] }
    // Below the resolution of Double the search would not end.
    guard high - low > 1e-12 * max(abs(low), abs(high)) else { return [] }
    var search = Search(range: range, target: max(2, target), integers: integers, inside: inside)
    search.run()
    return search.best?.values ?? []
  }
}

/// A sequence under trial: the multiples `first, first + skip, …` of `q · 10^power`.
private struct Candidate {
  var first: Int
  var skip: Int
  var count: Int
  var q: Double
  var power: Int

  var values: [Double] { (0..<count).map { value(first + $0 * skip) } }
  var low: Double { value(first) }
  var high: Double { value(first + (count - 1) * skip) }

  /// Correctly rounded, so that 3 × 0.1 is 0.3: tenfold q is whole, and powers of ten up to 22 are exact.
  private func value(_ multiple: Int) -> Double {
    let whole = Double(multiple) * (q * 10)
    let exponent = power - 1
    return exponent >= 0 ? whole * pow(10, Double(exponent)) : whole / pow(10, Double(-exponent))
  }
}

private struct Search {
  let range: ClosedRange<Double>
  let target: Int
  let integers: Bool
  let inside: Bool
  var best: Candidate?
  private var bestScore = -2.0

  /// The round numbers, best first.
  private static let roundNumbers = [1, 5, 2, 2.5, 4, 3]

  init(range: ClosedRange<Double>, target: Int, integers: Bool, inside: Bool) {
    self.range = range
    self.target = target
    self.integers = integers
    self.inside = inside
  }

  private var low: Double { range.lowerBound }
  private var high: Double { range.upperBound }
  private var span: Double { high - low }

  /// Tries skips, round numbers, counts and powers in the order in which their best possible score falls, and stops as
  /// soon as that cannot reach the best found.
  mutating func run() {
    for skip in 1...50 {
      for (rank, q) in Self.roundNumbers.enumerated() {
        let simplicity = simplicity(rank: rank, skip: skip, holdsZero: true)
        if score(simplicity, 1, 1) < bestScore { return }
        tryCounts(skip: skip, rank: rank, q: q, simplicity: simplicity)
      }
    }
  }

  private mutating func tryCounts(skip: Int, rank: Int, q: Double, simplicity: Double) {
    for count in 2...max(60, 3 * target) {
      let density = count >= target ? 2 - Double(count - 1) / Double(target - 1) : 1
      if score(simplicity, 1, density) < bestScore { return }
      let least = span / (Double(count + 1) * Double(skip) * q)
      // Ranges at either end of what doubles can hold have no round numbers within.
      guard least > 1e-290, least.isFinite else { return }
      var power = Int(log10(least).rounded(.up))
      while power < 300 {
        let step = Double(skip) * q * pow(10, Double(power))
        let coverage = bestCoverage(step * Double(count - 1))
        if score(simplicity, coverage, density) < bestScore { break }
        if !integers || isWhole(q: q, power: power) { place(skip, rank, q, count, power, step) }
        power += 1
      }
    }
  }

  /// Tries every start for one step and count.
  private mutating func place(_ skip: Int, _ rank: Int, _ q: Double, _ count: Int, _ power: Int, _ step: Double) {
    let reach = Double((count - 1) * skip)
    let first = (high / step).rounded(.down) * Double(skip) - reach
    let last = (low / step).rounded(.up) * Double(skip)
    guard first <= last, abs(first) < 1e15, abs(last) < 1e15 else { return }
    for start in Int(first)...Int(last) {
      let candidate = Candidate(first: start, skip: skip, count: count, q: q, power: power)
      let (low, high) = (candidate.low, candidate.high)
      if inside, low < self.low - 1e-9 * span || high > self.high + 1e-9 * span { continue }
      let holdsZero = low <= 0 && high >= 0 && start % skip == 0
      let score = score(
        simplicity(rank: rank, skip: skip, holdsZero: holdsZero), coverage(low, high), density(count, low, high))
      if score > bestScore { (bestScore, best) = (score, candidate) }
    }
  }

  private func isWhole(q: Double, power: Int) -> Bool { power > 0 || (power == 0 && q == q.rounded()) }

  private func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
    0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
  }

  private func simplicity(rank: Int, skip: Int, holdsZero: Bool) -> Double {
    1 - Double(rank) / Double(Self.roundNumbers.count - 1) - Double(skip) + (holdsZero ? 1 : 0)
  }

  private func coverage(_ low: Double, _ high: Double) -> Double {
    let (a, b) = (self.high - high, self.low - low)
    return 1 - 0.5 * (a * a + b * b) / (0.01 * span * span)
  }

  /// The coverage of values that span `width` when they lie as well as they can.
  private func bestCoverage(_ width: Double) -> Double {
    guard width > span else { return 1 }
    let half = (width - span) / 2
    return 1 - half * half / (0.01 * span * span)
  }

  private func density(_ count: Int, _ low: Double, _ high: Double) -> Double {
    let density = Double(count - 1) / (high - low)
    let wanted = Double(target - 1) / (max(high, self.high) - min(low, self.low))
    return 2 - max(density / wanted, wanted / density)
  }
}
