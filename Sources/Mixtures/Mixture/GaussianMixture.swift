/// p(x) = Σₖ πₖ N(x | μₖ, Σₖ), and π₀ / V more where there is noise.
package struct GaussianMixture: Sendable, Hashable {
  /// πₖ: K numbers ≥ 0 that add up to 1, with the noise's weight where there is noise.
  package let weights: [Double]
  /// μₖ: K × d, in data units.
  package let means: Matrix
  /// Σₖ: K symmetric positive definite matrices of d × d, in products of data units.
  package let covariances: [Matrix]
  /// The component without a place; nil for most mixtures.
  package let noise: UniformNoise?

  /// K
  package var components: Int { weights.count }
  /// d
  package var dimension: Int { means.columns }

  /// - Throws: `FitError.badMixture` when shapes disagree, a number is not finite, weights are negative or do not add
  ///   up to 1 within 1e-8, or a covariance is not symmetric positive definite.
  package init(weights: [Double], means: Matrix, covariances: [Matrix], noise: UniformNoise? = nil) throws(FitError) {
    let (count, d) = (weights.count, means.columns)
    func require(_ condition: Bool, _ reason: @autoclosure () -> String) throws(FitError) {
      if !condition { throw .badMixture(reason: reason()) }
    }
    try require(count > 0, "it has no components")
    try require(d > 0, "its means have no columns")
    try require(means.rows == count, "\(count) weights come with \(means.rows) means")
    try require(covariances.count == count, "\(count) weights come with \(covariances.count) covariances")
    try require(means.values.allSatisfy(\.isFinite), "a mean is not a finite number")
    for (k, weight) in weights.enumerated() {
      try require(weight.isFinite && weight >= 0, "weight \(k + 1) is \(weight); weights lie between 0 and 1")
    }
    let sum = weights.reduce(noise?.weight ?? 0, +)
    try require(abs(sum - 1) <= 1e-8, "its weights add up to \(sum), not 1")
    for (k, covariance) in covariances.enumerated() {
      try require(
        covariance.rows == d && covariance.columns == d,
        "covariance \(k + 1) is \(covariance.rows) × \(covariance.columns), not \(d) × \(d)")
      try require(covariance.values.allSatisfy(\.isFinite), "covariance \(k + 1) holds a number that is not finite")
      try require(covariance.isSymmetric, "covariance \(k + 1) is not symmetric")
      try require(Cholesky(covariance) != nil, "covariance \(k + 1) is not positive definite")
    }
    self.weights = weights
    self.means = means
    self.covariances = covariances
    self.noise = noise
  }

  /// Parameters known to be those of a mixture.
  init(trusted weights: [Double], _ means: Matrix, _ covariances: [Matrix], _ noise: UniformNoise? = nil) {
    self.weights = weights
    self.means = means
    self.covariances = covariances
    self.noise = noise
  }

  /// The distribution of some columns, in the order given. Of fewer than all columns it is without the noise, whose
  /// volume says nothing of them, so that the weights may add up to less than 1.
  package func marginal(columns: [Int]) -> GaussianMixture {
    let picked = covariances.map { covariance in
      Matrix(
        rows: columns.count, columns: columns.count,
        values: columns.flatMap { i in columns.map { covariance[i, $0] } })
    }
    let centers = (0..<components).flatMap { k in columns.map { means[k, $0] } }
    return GaussianMixture(
      trusted: weights, Matrix(rows: components, columns: columns.count, values: centers), picked,
      columns.count == dimension ? noise : nil)
  }

  /// The same mixture with its components in another order: component k of the result is `order[k]` of this one.
  package func reordered(_ order: [Int]) -> GaussianMixture {
    GaussianMixture(
      trusted: order.map { weights[$0] },
      Matrix(rows: order.count, columns: dimension, values: order.flatMap { means[row: $0] }),
      order.map { covariances[$0] }, noise)
  }

  /// E x = Σₖ πₖ μₖ, d numbers; of the Gaussians alone where there is noise.
  package var mean: [Double] {
    let shares = gaussianShares
    return (0..<dimension).map { j in (0..<components).reduce(0) { $0 + shares[$1] * means[$1, j] } }
  }

  /// Cov x = Σₖ πₖ (Σₖ + (μₖ − μ)(μₖ − μ)ᵀ), d × d; of the Gaussians alone where there is noise.
  package var covariance: Matrix {
    let (center, shares) = (mean, gaussianShares)
    var result = Matrix(rows: dimension, columns: dimension)
    for k in 0..<components {
      for i in 0..<dimension {
        for j in 0..<dimension {
          let between = (means[k, i] - center[i]) * (means[k, j] - center[j])
          result[i, j] += shares[k] * (covariances[k][i, j] + between)
        }
      }
    }
    return result
  }

  /// The weights as shares of the Gaussians.
  private var gaussianShares: [Double] {
    guard noise != nil else { return weights }
    let sum = weights.reduce(0, +)
    return sum > 0 ? weights.map { $0 / sum } : weights
  }
}

extension Matrix {
  /// Equal to its transpose within 1e-12 of the entries' own scale.
  var isSymmetric: Bool {
    for i in 0..<rows {
      for j in 0..<i where abs(self[i, j] - self[j, i]) > 1e-12 * (self[i, i] * self[j, j]).magnitude.squareRoot() {
        return false
      }
    }
    return true
  }
}
