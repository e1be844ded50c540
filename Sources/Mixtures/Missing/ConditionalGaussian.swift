/// One component given the observed part of a row: x = μ + L V_o u + L V_m e with standard normal e, u = G⁻¹ (x_o − μ_o).
struct ConditionalGaussian {
  private let factor: ObservedFactor
  private let mean: [Double]
  /// L V, d × d: its first |o| columns carry u, the rest are the spread that is left.
  private let carried: [Double]

  /// - Parameters:
  ///   - mean: μ, d numbers.
  ///   - covariance: the Cholesky factor of Σ.
  ///   - observed: the columns that are given, ascending.
  init(mean: [Double], covariance: Cholesky, observed: [Int]) {
    let d = mean.count
    let factor = ObservedFactor(covariance.lower, dimension: d, observed: observed)
    self.mean = mean
    self.factor = factor
    carried = (0..<d * d).map { e in
      (0...e / d).reduce(0) { $0 + covariance.lower[e / d * d + $1] * factor.rotation[$1 * d + e % d] }
    }
  }

  /// E(x | x_o), d numbers; `row` is a whole row of which only the observed columns are read.
  func expectation(_ row: [Double]) -> [Double] {
    let (d, count) = (mean.count, factor.observed.count)
    var u = factor.observed.map { row[$0] - mean[$0] }
    for i in 0..<count {
      for c in 0..<i { u[i] -= factor.lower[i * count + c] * u[c] }
      u[i] /= factor.lower[i * count + i]
    }
    var result = (0..<d).map { j in mean[j] + (0..<count).reduce(0) { $0 + carried[j * d + $1] * u[$1] } }
    for j in factor.observed { result[j] = row[j] }
    return result
  }

  /// Cov(xⱼ, xₗ | x_o), the same for every row of the pattern; 0 where either is observed.
  func covariance(_ j: Int, _ l: Int) -> Double {
    if factor.observed.contains(j) || factor.observed.contains(l) { return 0 }
    let d = mean.count
    return (factor.observed.count..<d).reduce(0) { $0 + carried[j * d + $1] * carried[l * d + $1] }
  }
}
