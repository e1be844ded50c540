extension CovarianceFamily {
  /// Balls: Σₖ = λₖ I, λₖ = tr(Sₖ) / d.
  package static let spherical = CovarianceFamily(
    "VII", name: "spherical", summary: "each component is a ball of its own size"
  ) { scatters in
    let d = Double(scatters.dimension)
    let variances = (0..<scatters.components).map { scatters.variances($0).reduce(0, +) / d }
    scatters.fill { k, i, j in i == j ? variances[k] : 0 }
  }
}
