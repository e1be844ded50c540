/// One fit of a selection's grid.
package struct SelectionCell: Sendable, Hashable {
  package let components: Int
  package let family: CovarianceFamily
  package let parameterCount: Int
  /// Nil where no fit was possible, as are the other numbers.
  package let logLikelihood: Double?
  package let bic: Double?
  package let aic: Double?
  package let icl: Double?
  package let iterations: Int?
  package let outcome: Outcome?
  /// What was fitted.
  package let mixture: GaussianMixture?
  package let spurious: Spurious?
  /// Why there is no fit.
  package let failure: FitError?

  init(_ fit: EMFit) {
    components = fit.options.components
    family = fit.options.family
    parameterCount = fit.parameterCount
    logLikelihood = fit.logLikelihood
    bic = fit.bic
    aic = fit.aic
    icl = fit.icl
    iterations = fit.iterations
    outcome = fit.outcome
    mixture = fit.mixture
    spurious = fit.spurious
    failure = nil
  }

  init(components: Int, family: CovarianceFamily, dimension: Int, failure: FitError) {
    self.components = components
    self.family = family
    parameterCount = family.parameterCount(components: components, dimension: dimension)
    logLikelihood = nil
    bic = nil
    aic = nil
    icl = nil
    iterations = nil
    outcome = nil
    mixture = nil
    spurious = nil
    self.failure = failure
  }

  /// A fit that exists and is not spurious.
  package var isSound: Bool { failure == nil && spurious == nil }
}
