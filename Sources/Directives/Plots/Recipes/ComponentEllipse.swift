internal import Charting
internal import Mixtures

extension GaussianMixture {
  /// The model's own ellipses of component `k` over two columns, at 1σ and 2σ.
  func ellipse(of k: Int, x: Int = 0, y: Int = 1, rimmed: Bool = false, label: Label? = nil) -> EllipseMark {
    let covariance = covariances[k]
    return EllipseMark(
      x: means[k, x], y: means[k, y],
      covariance: .init(xx: covariance[x, x], xy: covariance[x, y], yy: covariance[y, y]), paint: .component(k),
      rimmed: rimmed, label: label)
  }
}

/// The part of an axis that holds the data and the ellipses, but no ellipse so wide that it would press the data
/// together.
///
/// - Parameter axis: which column of the mixtures it shows.
func ellipseRange(of values: [Double], _ mixtures: [GaussianMixture], axis: Int) -> ClosedRange<Double> {
  let (low, high) = (values.min() ?? 0, values.max() ?? 1)
  let spread = high > low ? high - low : max(abs(high), 1) * 0.1
  var (from, to) = (low - 0.05 * spread, high + 0.05 * spread)
  for mixture in mixtures {
    for k in 0..<mixture.components {
      let reach = 2.1 * mixture.covariances[k][axis, axis].squareRoot()
      from = min(from, max(mixture.means[k, axis] - reach, low - 0.25 * spread))
      to = max(to, min(mixture.means[k, axis] + reach, high + 0.25 * spread))
    }
  }
  return from...to
}
