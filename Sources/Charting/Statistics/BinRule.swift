#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How wide the bins of a histogram should be, before the data's resolution is respected.
///
/// The named rules are numpy's.
package enum BinRule: Sendable, Hashable {
  /// The narrower of Freedman–Diaconis, held to at most 2√n bins, and Sturges.
  case auto
  /// 2 · IQR / ∛n: robust to outliers.
  case freedmanDiaconis
  /// (24 √π / n)^⅓ σ: best for Gaussian data.
  case scott
  /// Range / (log₂ n + 1): few bins, for small samples.
  case sturges
  /// Sturges' rule with more bins for skewed data.
  case doane
  /// So many bins over the range.
  case count(Int)
  /// So wide, in data units.
  case width(Double)

  /// The rules that go by a name, as a notebook writes them.
  package static let named: [(name: String, rule: BinRule)] = [
    ("auto", .auto), ("fd", .freedmanDiaconis), ("scott", .scott), ("sturges", .sturges), ("doane", .doane),
  ]

  /// The width the rule asks for, in data units; `nil` when it gives none, as for data without spread.
  package func width(for values: [Double]) -> Double? { width(forSorted: values.sortedFinite()) }

  func width(forSorted sorted: [Double]) -> Double? {
    guard let first = sorted.first, let last = sorted.last, first < last else { return nil }
    let n = Double(sorted.count)
    let range = last - first
    let width: Double
    switch self {
    case .auto:
      width = min(max(Self.robustWidth(sorted), range / n.squareRoot() / 2), range / (log2(n) + 1))
    case .freedmanDiaconis: width = Self.robustWidth(sorted)
    case .scott: width = cbrt(24 * Double.pi.squareRoot() / n) * Moments(sorted).populationDeviation
    case .sturges: width = range / (log2(n) + 1)
    case .doane:
      guard n > 2 else { return range }
      let spread = (6 * (n - 2) / ((n + 1) * (n + 3))).squareRoot()
      width = range / (1 + log2(n) + log2(1 + abs(Moments(sorted).skewness) / spread))
    case .count(let count): width = range / Double(max(1, count))
    case .width(let given): width = given
    }
    return width > 0 && width.isFinite ? width : nil
  }

  private static func robustWidth(_ sorted: [Double]) -> Double {
    let spread = Quantile.value(0.75, ofSorted: sorted) - Quantile.value(0.25, ofSorted: sorted)
    return 2 * spread / cbrt(Double(sorted.count))
  }
}
