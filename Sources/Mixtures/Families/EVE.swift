extension CovarianceFamily {
  /// Ellipsoids of one volume and orientation: Σₖ = λ D Aₖ Dᵀ. For given D, with Bₖ = diag(Dᵀ Sₖ D),
  /// Aₖ = Bₖ / |Bₖ|^(1/d) and λ = Σₖ nₖ |Bₖ|^(1/d) / n; D makes λ least.
  package static let eve = CovarianceFamily(
    "EVE", summary: "ellipsoids of one size and direction, each of its own shape"
  ) { scatters in
    let common = CommonAxes(of: scatters, volume: .shared)
    let axes = common.axes
    let variances = (0..<scatters.components).map { common.variances($0) }
    let factors = scatters.factorsToOneVolume(
      variances.map { own in own.reduce(0) { $0 + Elementary.log($1) } / Double(scatters.dimension) })
    scatters.fill(axes: { _ in axes }, variances: { k in variances[k].map { factors[k] * $0 } })
  }
}
