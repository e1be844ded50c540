extension CovarianceFamily {
  /// One ellipsoid along the axes for all components: Σₖ = λ A = diag(Σₖ nₖ Sₖ) / n.
  package static let eei = CovarianceFamily("EEI", summary: "one ellipsoid along the axes for all") {
    scatters in
    let variances = (0..<scatters.dimension).map { j in scatters.pooled { k in scatters[k, j, j] } }
    scatters.fill { _, i, j in i == j ? variances[j] : 0 }
  }
}
