/// A conjugate prior for means and covariances, as mclust's `priorControl` states it (Fraley & Raftery 2007, "Bayesian
/// regularization for normal mixture estimation and model-based clustering", Journal of Classification 24).
///
/// μₖ ~ N(m, Σₖ / κ) and Σₖ ~ inverse Wishart(ν, Λ); a variance of a family along the axes is inverse
/// gamma(ν / 2, ς² / 2). EM then climbs ℓ + log prior to the posterior's mode.
package struct ConjugatePrior: Sendable, Hashable {
  /// κ ≥ 0: the mean counts for this many rows; 0 leaves means to the data.
  package var shrinkage: Double
  /// m, d numbers in data units; the mean of the data when nil.
  package var mean: [Double]?
  /// ν > d − 1 (above 0 for families along the axes); d + 2 when nil.
  package var degreesOfFreedom: Double?
  /// Λ or ς², in products of data units. When nil, the data's covariance (1 / (n − 1)) over K^(2/d), for families along
  /// the axes the mean of its diagonal.
  package var scale: PriorScale?

  package init(
    shrinkage: Double = 0.01, mean: [Double]? = nil, degreesOfFreedom: Double? = nil, scale: PriorScale? = nil
  ) {
    self.shrinkage = shrinkage
    self.mean = mean
    self.degreesOfFreedom = degreesOfFreedom
    self.scale = scale
  }
}

/// A scale matrix as people state it.
package enum PriorScale: Sendable, Hashable {
  /// This number times the identity.
  case number(Double)
  /// d numbers
  case diagonal([Double])
  /// d × d
  case full(Matrix)

  /// - Throws: `FitError.badOption` for another shape, or a matrix that is not symmetric.
  func matrix(dimension d: Int) throws(FitError) -> Matrix {
    let matrix: Matrix
    switch self {
    case .number(let value): matrix = .identity(d, scale: value)
    case .diagonal(let values): matrix = .diagonal(values)
    case .full(let values): matrix = values
    }
    guard matrix.rows == d, matrix.columns == d, matrix.values.allSatisfy(\.isFinite), matrix.isSymmetric else {
      throw .badOption(
        name: "scale",
        reason: d == 1
          ? "of the prior should be one number"
          : "of the prior should be one number, \(d) numbers or a symmetric matrix of \(d) × \(d)")
    }
    return matrix
  }
}

extension PreparedSamples {
  /// The covariance of the rows with the divisor n − 1, n being the sum of their weights.
  var unbiasedCovariance: Matrix {
    let n = samples.totalWeight
    var result = covariance
    for e in result.values.indices where n > 1 { result.values[e] *= n / (n - 1) }
    return result
  }
}
