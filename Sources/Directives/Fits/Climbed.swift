internal import Mixtures

/// What the iterations of a fit climb.
enum Climbed: Sendable {
  case logLikelihood
  /// ℓ + log p(θ), but for a constant.
  case logPosterior
  /// The evidence lower bound.
  case bound

  init(_ fit: EMFit) {
    self = fit.variational != nil ? .bound : fit.logPriors != nil ? .logPosterior : .logLikelihood
  }

  /// What figures and tables call it.
  var name: String {
    switch self {
    case .logLikelihood: "log-likelihood"
    case .logPosterior: "log-likelihood plus log prior"
    case .bound: "evidence lower bound"
    }
  }

  /// What takes it a step up.
  var step: String { self == .bound ? "iteration" : "EM iteration" }

  var symbol: String {
    switch self {
    case .logLikelihood: "ℓ"
    case .logPosterior: "ℓ + log p(θ)"
    case .bound: "bound"
    }
  }

  /// What climbs.
  var climber: String { self == .bound ? "The variational fit" : "EM" }

  /// In TeX.
  var formula: String {
    switch self {
    case .logLikelihood: "\\ell"
    case .logPosterior: "f"
    case .bound: "\\mathcal{L}"
    }
  }
}
