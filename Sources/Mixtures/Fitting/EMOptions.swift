/// How a mixture is fitted.
package struct EMOptions: Sendable, Hashable {
  /// K ≥ 1
  package var components: Int
  package var family: CovarianceFamily
  package var start: Start
  /// Starts followed to the end, the best one kept; only one where the start is not random.
  package var restarts: Int
  /// This many random starts are followed for `shortIterations` only, and the best `restarts` of them to the end; 0
  /// follows `restarts` starts without looking at more.
  package var shortRuns: Int
  /// EM iterations of a short run, at most.
  package var shortIterations: Int
  /// EM stops when ℓ / n changes by less than this between iterations, in nats.
  package var tolerance: Double
  package var maxIterations: Int
  package var floor: Floor
  /// A component that takes in rows of no Gaussian; nil for none.
  package var noise: NoiseRegion?
  /// What EM takes means and covariances to be like beforehand; nil for nothing, and the mode of the likelihood.
  package var prior: ConjugatePrior?
  /// EM, or a variational fit with its prior.
  package var method: FittingMethod
  package var seed: UInt64
  /// At most this many threads; nil means one a processor. The result is the same for any number.
  package var threads: Int?

  package init(
    components: Int, family: CovarianceFamily = .full, start: Start = .kMeans, restarts: Int = 10,
    shortRuns: Int = 0, shortIterations: Int = 10, tolerance: Double = 1e-6, maxIterations: Int = 1000,
    floor: Floor = .relative(1e-6), noise: NoiseRegion? = nil, prior: ConjugatePrior? = nil,
    method: FittingMethod = .em, seed: UInt64 = 1,
    threads: Int? = nil
  ) {
    self.components = components
    self.family = family
    self.start = start
    self.restarts = restarts
    self.shortRuns = shortRuns
    self.shortIterations = shortIterations
    self.tolerance = tolerance
    self.maxIterations = maxIterations
    self.floor = floor
    self.noise = noise
    self.prior = prior
    self.method = method
    self.seed = seed
    self.threads = threads
  }

  func check() throws(FitError) {
    func require(_ holds: Bool, _ name: String, _ reason: String) throws(FitError) {
      if !holds { throw .badOption(name: name, reason: reason) }
    }
    try require(components >= 1, "components", "is \(components); it is at least 1")
    try require(restarts >= 1, "restarts", "is \(restarts); it is at least 1")
    try require(
      shortRuns == 0 || shortRuns >= restarts, "short_runs",
      "is \(shortRuns), too few for \(restarts) restarts to be the best of")
    try require(shortIterations >= 1, "short_iterations", "is \(shortIterations); it is at least 1")
    try require(tolerance.isFinite && tolerance >= 0, "tolerance", "is \(tolerance.plain); it is a number not below 0")
    try require(maxIterations >= 1, "max_iterations", "is \(maxIterations); it is at least 1")
    if let threads { try require(threads >= 1, "threads", "is \(threads); it is at least 1") }
    if method != .em, noise != nil {
      throw .badOption(
        name: "noise", reason: "has no place in a variational fit; leave it out, or fit by EM (method: em)")
    }
    if method != .em, prior != nil {
      throw .badOption(name: "prior", reason: "of a conjugate kind is for EM; a variational fit has its own")
    }
    switch floor {
    case .none: break
    case .relative(let value), .absolute(let value):
      try require(value.isFinite && value >= 0, "regularization", "is \(value.plain); it is a number not below 0")
    }
  }

  /// Starts made at the beginning, short or not, where the start is random.
  var firstRuns: Int { shortRuns > 0 ? shortRuns : restarts }

  /// Free numbers in a mixture of these components, family and noise.
  func parameterCount(dimension: Int) -> Int {
    family.parameterCount(components: components, dimension: dimension) + (noise?.parameterCount ?? 0)
  }

  var threadCount: Int { threads ?? Parallel.processors }
}

/// What is maximised, and how.
package enum FittingMethod: Sendable, Hashable {
  /// The likelihood, by expectation–maximisation.
  case em
  /// The evidence lower bound of a mixture with this prior, by coordinate ascent (variational Bayes).
  case variational(VariationalPrior)
}

/// The matrix F added to every component's covariance before its family restricts it, so that none collapses.
package enum Floor: Sendable, Hashable {
  /// This part of each column's variance, on the diagonal: free of units.
  case relative(Double)
  /// The same number on the whole diagonal, in squared data units: scikit-learn's `reg_covar`.
  case absolute(Double)
  case none

  /// The diagonal of F for columns of these population variances.
  package func diagonal(variances: [Double]) -> [Double] {
    switch self {
    case .relative(let part): variances.map { $0 * part }
    case .absolute(let value): variances.map { _ in value }
    case .none: variances.map { _ in 0 }
    }
  }
}
