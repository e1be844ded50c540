extension CovarianceFamily {
  /// Ellipsoids along the axes, of one volume: Σₖ = λ Aₖ, Aₖ = diag(Sₖ) / |diag(Sₖ)|^(1/d),
  /// λ = Σₖ nₖ |diag(Sₖ)|^(1/d) / n.
  package static let evi = CovarianceFamily(
    "EVI", summary: "ellipsoids along the axes of one size, each of its own shape"
  ) { scatters in
    let own = scatters
    let factors = own.factorsToOneVolume(
      (0..<own.components).map { k in
        own.variances(k).reduce(0) { $0 + Elementary.log($1) } / Double(own.dimension)
      })
    scatters.fill { k, i, j in i == j ? factors[k] * own[k, i, i] : 0 }
  }
}
