extension CovarianceFamily {
  /// One ellipsoid for all components: Σ = λ D A Dᵀ = Σₖ nₖ Sₖ / n.
  package static let tied = CovarianceFamily("EEE", name: "tied", summary: "all components share one ellipsoid") {
    scatters in
    let (d, shares) = (scatters.dimension, scatters.shares)
    var pooled = Array(repeating: 0.0, count: d * d)
    for (k, share) in shares.enumerated() {
      for e in 0..<d * d { pooled[e] += share * scatters.covariances[k * d * d + e] }
    }
    scatters.fill { _, i, j in pooled[i * d + j] }
  }
}
