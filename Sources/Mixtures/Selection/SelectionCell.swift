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
  /// The cross-validated log-likelihood; nil where that is not the criterion, or the fit to some fold failed.
  package private(set) var validation: CrossValidation?
  /// Why the cross-validation failed.
  package private(set) var validationFailure: FitError?

  init(_ end: FitEnd) {
    components = end.options.components
    family = end.options.family
    parameterCount = end.parameterCount
    logLikelihood = end.logLikelihood
    bic = end.bic
    aic = end.aic
    icl = end.icl
    iterations = end.iterations
    outcome = end.outcome
    mixture = end.mixture
    spurious = end.spurious
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

  /// The same cell with what cross-validation says of it.
  func validated(_ result: Result<CrossValidation, FitError>?) -> SelectionCell {
    var cell = self
    switch result {
    case .success(let validation): cell.validation = validation
    case .failure(let error): cell.validationFailure = error
    case nil: break
    }
    return cell
  }

  /// Why the cell has no fit, or why it ranks after others or its fit is in doubt; nil when nothing speaks against it.
  package var reason: String? {
    if let failure { return "\(failure)" }
    if let spurious { return "\(spurious)" }
    if let validationFailure { return "\(validationFailure), in a fold" }
    return outcome.flatMap { $0.isConverged ? nil : "\($0)" }
  }

  /// A fit that exists and is not spurious.
  package var isSound: Bool { failure == nil && spurious == nil }
}
