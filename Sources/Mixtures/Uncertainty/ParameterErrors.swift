/// Standard errors and confidence intervals of a fit's weights, means, standard deviations and covariances.
package struct ParameterErrors: Sendable {
  /// How they were found.
  package enum Method: Sendable, Hashable {
    /// From the curvature of ℓ at the fit. `distance` is how far the maximum of ℓ without a floor lies from the fit by
    /// one Newton step, in standard errors.
    case information(distance: Double)
    /// From refits to other rows.
    case bootstrap(BootstrapTally)
  }

  /// One estimate: its value and standard error and the ends of its interval, all in the quantity's unit.
  package struct Estimate: Sendable, Hashable {
    package let value: Double
    package let error: Double
    package let low: Double
    package let high: Double
  }

  /// What share of such intervals would cover the true number, 0 … 1.
  package let level: Double
  package let method: Method
  /// K
  package let components: Int
  /// d
  package let dimension: Int
  private let estimates: [Quantity: Estimate]

  package subscript(_ quantity: Quantity) -> Estimate {
    estimates[quantity] ?? Estimate(value: .nan, error: .nan, low: .nan, high: .nan)
  }

  /// Σₖᵢⱼ, in any order of i and j.
  package func covariance(_ k: Int, _ i: Int, _ j: Int) -> Estimate { self[.covariance(k, max(i, j), min(i, j))] }

  init(level: Double, method: Method, _ mixture: GaussianMixture, _ estimate: (Quantity) -> Estimate) {
    self.level = level
    self.method = method
    (components, dimension) = (mixture.components, mixture.dimension)
    estimates = Dictionary(uniqueKeysWithValues: Quantity.all(of: mixture).map { ($0, estimate($0)) })
  }
}

extension EMFit {
  /// Standard errors from the observed information, minus the Hessian of ℓ at the fit, without a floor.
  ///
  /// Intervals are ± z standard errors, of weights on the scale of their log-odds and of variances and standard
  /// deviations on that of their logarithm. The volume of a noise component counts as known.
  ///
  /// - Throws: `UncertaintyError` where the fit is no maximum of ℓ, or one that says nothing of groups.
  package func informationErrors(level: Double = 0.95) throws(UncertaintyError) -> ParameterErrors {
    try requireSound()
    if options.prior != nil { throw .prior }
    let information: ObservedInformation
    do throws(ObservedInformation.Flat) {
      information = try ObservedInformation(mixture, options.family, samples, threads: options.threadCount)
    } catch {
      throw .flat(error.role, outcome)
    }
    if information.distance > UncertaintyError.distanceLimit { throw .apart(distance: information.distance, outcome) }
    let z = Self.standardNormal.quantile((1 + level) / 2)
    return ParameterErrors(level: level, method: .information(distance: information.distance), mixture) { quantity in
      let (value, error) = (quantity.value(in: mixture), information.error(of: quantity))
      let interval = quantity.scale.interval(value, error: error, z: z)
      return .init(value: value, error: error, low: interval.lowerBound, high: interval.upperBound)
    }
  }

  private static let standardNormal = GaussianMixture(
    trusted: [1], Matrix(rows: 1, columns: 1), [Matrix.identity(1)])

  func requireSound() throws(UncertaintyError) {
    if options.method != .em { throw .variational }
    if let spurious { throw .spurious(spurious) }
    switch outcome {
    case .stopped(.coinciding(let a, let b)): throw .coinciding(a, b)
    case .stopped(.saddle(let gain)): throw .saddle(gain)
    case .converged, .limit, .stopped: break
    }
  }
}
