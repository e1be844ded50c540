/// The prior of a variational fit, as scikit-learn's `BayesianGaussianMixture` has it.
///
/// Weights come from a Dirichlet process or a Dirichlet distribution; given its precision Λₖ, a mean is
/// N(m₀, (κ₀ Λₖ)⁻¹); a precision is Wishart with ν₀ degrees of freedom and the inverse scale S₀.
package struct VariationalPrior: Sendable, Hashable {
  package enum Weights: String, Sendable, Hashable, CaseIterable {
    /// Sticks vₖ ~ Beta(1, γ) broken off one after the other, πₖ = vₖ Πⱼ₍ⱼ<ₖ₎ (1 − vⱼ); sticks after the K-th stay at
    /// the prior and hold no rows (Blei & Jordan 2006; Kurihara et al. 2007).
    case dirichletProcess = "dirichlet-process"
    /// π ~ Dirichlet(γ, …, γ).
    case dirichlet
  }

  package var weights: Weights
  /// γ > 0; 1 / K when nil.
  package var concentration: Double?
  /// κ₀ > 0: the mean counts for this many rows.
  package var meanPrecision: Double
  /// m₀, d numbers in data units; the mean of the data when nil.
  package var mean: [Double]?
  /// ν₀ > d − 1; d when nil.
  package var degreesOfFreedom: Double?
  /// S₀, in products of data units: the covariance of the data (1 / (n − 1)) when nil. Spherical families take the mean
  /// of its diagonal.
  package var covariance: PriorScale?

  package init(
    weights: Weights = .dirichletProcess, concentration: Double? = nil, meanPrecision: Double = 1,
    mean: [Double]? = nil, degreesOfFreedom: Double? = nil, covariance: PriorScale? = nil
  ) {
    self.weights = weights
    self.concentration = concentration
    self.meanPrecision = meanPrecision
    self.mean = mean
    self.degreesOfFreedom = degreesOfFreedom
    self.covariance = covariance
  }

  /// The families with such a prior: those whose precisions are given in a shape of their own.
  package static let families: [CovarianceFamily] = [.full, .tied, .diagonal, .spherical]
}

/// A prior with every number filled in.
package struct ResolvedPrior: Sendable, Hashable {
  package let weights: VariationalPrior.Weights
  /// γ
  package let concentration: Double
  /// κ₀
  package let meanPrecision: Double
  /// m₀, d numbers in data units.
  package let mean: [Double]
  /// ν₀
  package let degreesOfFreedom: Double
  /// S₀, d × d, in products of data units; diagonal for the diagonal family, s₀ I for the spherical one.
  package let covariance: Matrix

  /// - Throws: `FitError.badOption` when a number is out of its range or a shape is wrong; `.constantColumn` or
  ///   `.collinear` when the data's own covariance is no prior.
  init(_ prior: VariationalPrior, _ prepared: PreparedSamples, _ options: EMOptions) throws(FitError) {
    let samples = prepared.samples
    guard prepared.completion == nil else {
      throw .badOption(
        name: "missing",
        reason:
          "cells have no place in a variational fit; leave such rows out (missing: drop), or fit by EM (method: em)")
    }
    let d = samples.dimension
    guard let shape = VariationalPrior.families.first(where: { $0 == options.family })?.precisionShape else {
      throw .badOption(
        name: "covariance",
        reason:
          "is \(options.family.name), for which there is no variational fit; choose full, tied, diagonal or spherical"
      )
    }
    func positive(_ value: Double?, _ name: String) throws(FitError) {
      guard let value, !(value > 0 && value.isFinite) else { return }
      throw .badOption(name: name, reason: "is \(value.plain); it is a number above 0")
    }
    try positive(prior.concentration, "concentration")
    try positive(prior.meanPrecision, "shrinkage")
    if let mean = prior.mean, mean.count != d || !mean.allSatisfy(\.isFinite) {
      throw .badOption(name: "mean", reason: "of the prior should be \(d) finite numbers, one a column")
    }
    if let degrees = prior.degreesOfFreedom, !(degrees > Double(d) - 1 && degrees.isFinite) {
      throw .badOption(name: "dof", reason: "is \(degrees.plain); for \(d) columns it is a number above \(d - 1)")
    }
    weights = prior.weights
    concentration = prior.concentration ?? 1 / Double(options.components)
    meanPrecision = prior.meanPrecision
    mean = prior.mean ?? samples.mean
    degreesOfFreedom = prior.degreesOfFreedom ?? Double(d)
    covariance = Self.restricted(
      try prior.covariance?.matrix(dimension: d) ?? prepared.unbiasedCovariance, to: shape)
    guard Cholesky(covariance) != nil else {
      throw .badOption(name: "scale", reason: "of the prior is no positive definite matrix")
    }
  }

  private static func restricted(_ matrix: Matrix, to shape: Precisions.Shape) -> Matrix {
    switch shape {
    case .full, .tied: matrix
    case .diagonal: .diagonal(matrix.diagonal)
    case .spherical: .identity(matrix.rows, scale: matrix.diagonal.reduce(0, +) / Double(matrix.rows))
    }
  }
}
