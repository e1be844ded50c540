/// A number of a mixture that has a standard error.
package enum Quantity: Sendable, Hashable {
  /// πₖ
  case weight(Int)
  /// μₖⱼ, in data units
  case mean(Int, Int)
  /// π₀, the weight of the noise
  case noise
  /// √Σₖⱼⱼ, in data units
  case deviation(Int, Int)
  /// Σₖᵢⱼ with i ≥ j, in products of data units
  case covariance(Int, Int, Int)

  /// Every quantity of a mixture: weights, means, deviations, covariances.
  package static func all(of mixture: GaussianMixture) -> [Quantity] {
    let (components, d) = (0..<mixture.components, mixture.dimension)
    let weights = components.map { weight($0) } + (mixture.noise == nil ? [] : [noise])
    let means = components.flatMap { k in (0..<d).map { mean(k, $0) } }
    let deviations = components.flatMap { k in (0..<d).map { deviation(k, $0) } }
    let covariances = components.flatMap { k in (0..<d).flatMap { i in (0...i).map { covariance(k, i, $0) } } }
    return weights + means + deviations + covariances
  }

  func value(in mixture: GaussianMixture) -> Double {
    switch self {
    case .weight(let k): mixture.weights[k]
    case .noise: mixture.noise?.weight ?? 0
    case .mean(let k, let j): mixture.means[k, j]
    case .deviation(let k, let j): mixture.covariances[k][j, j].squareRoot()
    case .covariance(let k, let i, let j): mixture.covariances[k][i, j]
    }
  }

  /// The scale on which an estimate is taken for normal, so that no interval leaves the range of the quantity.
  var scale: NormalScale {
    switch self {
    case .weight, .noise: .logit
    case .deviation: .logarithm
    case .covariance(_, let i, let j): i == j ? .logarithm : .plain
    case .mean: .plain
    }
  }
}

/// Where an estimate is taken for normal.
enum NormalScale {
  case plain, logarithm, logit

  /// The interval of ± z standard errors on this scale, in the quantity's own unit.
  func interval(_ value: Double, error: Double, z: Double) -> ClosedRange<Double> {
    let reach = z * error
    guard reach > 0 else { return value...value }
    switch self {
    case .plain: return value - reach...value + reach
    case .logarithm:
      let factor = Elementary.exp(reach / value)
      return value / factor...value * factor
    case .logit:
      let odds = value / (1 - value)
      let factor = Elementary.exp(reach / (value * (1 - value)))
      let (low, high) = (odds / factor, odds * factor)
      return low / (1 + low)...(high.isFinite ? high / (1 + high) : 1)
    }
  }
}
