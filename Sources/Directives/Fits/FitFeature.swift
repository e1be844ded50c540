internal import Mixtures
internal import Notebooks

/// What a fit may have beyond Gaussians and rows that count once, and that not every figure or formula can show.
enum FitFeature: String, CaseIterable {
  case noise = "a noise component"
  case rowWeights = "weighted rows"
  /// What it maximises is ℓ + log prior.
  case prior = "a conjugate prior"
  /// What it maximises is the evidence lower bound.
  case variational = "a variational posterior"
  case missingCells = "missing cells"
}

extension FittedMixture {
  private func has(_ feature: FitFeature) -> Bool {
    switch feature {
    case .noise: fit.mixture.noise != nil
    case .rowWeights: fit.samples.weights != nil
    case .prior: fit.logPriors != nil
    case .variational: fit.variational != nil
    case .missingCells: !fit.samples.isComplete
    }
  }

  /// - Parameter what: as the message calls what cannot show the feature: `the kind silhouette`.
  /// - Throws: `Diagnostic` where this fit has one of the features.
  func requireNo(_ features: [FitFeature], for what: String, of fit: Expression) throws {
    for feature in features where has(feature) {
      throw Diagnostic.error("\(what) cannot show a fit with \(feature.rawValue)", at: fit.source.location)
    }
  }
}
