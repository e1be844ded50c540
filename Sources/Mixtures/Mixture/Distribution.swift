/// The distribution function of a mixture of one dimension.
///
/// Both tails are worked out by themselves, so that neither is lost beside 1.
extension GaussianMixture {
  /// F(x) = Σₖ πₖ Φ((x − μₖ) / σₖ), the probability of at most x.
  ///
  /// - Precondition: the mixture has one dimension.
  package func cumulative(_ x: Double) -> Double { tail { means[$0, 0] - x } }

  /// 1 − F(x), the probability of more than x.
  ///
  /// - Precondition: the mixture has one dimension.
  package func survival(_ x: Double) -> Double { tail { x - means[$0, 0] } }

  /// The x at which F(x) = p; −∞ for 0 and ∞ for 1.
  ///
  /// Newton's method for the logarithm of the nearer tail, held between ends that enclose the root.
  ///
  /// - Precondition: the mixture has one dimension, and p lies between 0 and 1.
  package func quantile(_ p: Double) -> Double {
    guard p > 0 else { return -.infinity }
    guard p < 1 else { return .infinity }
    let deviations = covariances.map { $0[0, 0].squareRoot() }
    var low = (0..<components).map { means[$0, 0] - 39 * deviations[$0] }.min() ?? 0
    var high = (0..<components).map { means[$0, 0] + 39 * deviations[$0] }.max() ?? 0
    var x = mean[0]
    for _ in 0..<200 {
      let (tail, wanted, side) = p <= 0.5 ? (cumulative(x), p, 1.0) : (survival(x), 1 - p, -1.0)
      if tail == wanted { return x }
      if (tail < wanted) == (side > 0) { low = x } else { high = x }
      let step = x - side * Elementary.log(tail / wanted) * tail / density(x)
      let next = step > low && step < high ? step : low + (high - low) / 2
      if next <= low || next >= high || abs(next - x) <= abs(x).ulp { return next }
      x = next
    }
    return x
  }

  /// Σₖ πₖ (1 − Φ(dₖ / σₖ)).
  private func tail(_ distance: (Int) -> Double) -> Double {
    (0..<components).reduce(0) { sum, k in
      sum + weights[k] / 2 * Elementary.erfc(distance(k) / (2 * covariances[k][0, 0]).squareRoot())
    }
  }

  private func density(_ x: Double) -> Double {
    (0..<components).reduce(0) { sum, k in
      let part = (mean: means[k, 0], variance: covariances[k][0, 0])
      let distance = (x - part.mean) * (x - part.mean) / part.variance
      return sum + weights[k] * Elementary.exp(-distance / 2) / (2 * Double.pi * part.variance).squareRoot()
    }
  }
}
