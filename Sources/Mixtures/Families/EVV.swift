extension CovarianceFamily {
  /// Ellipsoids of one volume: Σₖ = λ Cₖ, Cₖ = Sₖ / |Sₖ|^(1/d), λ = Σₖ nₖ |Sₖ|^(1/d) / n.
  package static let evv = CovarianceFamily(
    "EVV", summary: "ellipsoids of one size, each of its own shape and direction"
  ) { scatters in
    let own = scatters
    let factors = own.factorsToOneVolume(
      (0..<own.components).map { k in
        (Cholesky(own.matrix(k))?.logDeterminant ?? -.infinity) / Double(own.dimension)
      })
    scatters.fill { k, i, j in factors[k] * own[k, i, j] }
  }
}
