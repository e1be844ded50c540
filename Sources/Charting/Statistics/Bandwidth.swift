#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension KernelDensity {
  /// How wide the Gaussians of a kernel density are.
  ///
  /// For weighted values n is the effective number (Σw)² / Σw², as in scipy and seaborn, and s and the quartiles are
  /// weighted.
  ///
  /// - SeeAlso: B. W. Silverman, *Density Estimation*, 1986, eq. 3.31; D. W. Scott, *Multivariate Density Estimation*,
  ///   1992, §6; `SheatherJones`.
  package enum Bandwidth: Sendable, Hashable {
    /// 0.9 min(s, IQR / 1.34) n^(−1/5), as R's default `bw.nrd0`; keeps modes apart better than Scott's rule.
    case silverman
    /// s n^(−1/5), as scipy's and seaborn's default.
    case scott
    /// The root of Sheather and Jones' equation, R's `bw.SJ`; of values without weights.
    case sheatherJones
    /// So many data units.
    case width(Double)

    /// The rules that go by a name, as a notebook writes them.
    package static let named: [(name: String, rule: Bandwidth)] = [
      ("silverman", .silverman), ("scott", .scott), ("sheather-jones", .sheatherJones),
    ]

    /// In data units; `nil` when the rule gives none.
    func width(for sample: WeightedSample) -> Double? {
      let shrink = pow(sample.effectiveCount, -0.2)
      switch self {
      case .silverman:
        let spread = (sample.quantile(0.75) - sample.quantile(0.25)) / 1.34
        return 0.9 * (spread > 0 ? min(sample.deviation, spread) : sample.deviation) * shrink
      case .scott: return sample.deviation * shrink
      case .sheatherJones: return SheatherJones(sample)?.bandwidth
      case .width(let width): return width
      }
    }
  }
}
