extension CovarianceFamily {
  /// Ellipsoids of one orientation, Flury's common principal components: Σₖ = λₖ D Aₖ Dᵀ = D diag(Dᵀ Sₖ D) Dᵀ, where D
  /// makes Σₖ nₖ log |diag(Dᵀ Sₖ D)| least.
  package static let vve = CovarianceFamily(
    "VVE", summary: "ellipsoids of one direction, each of its own size and shape"
  ) { scatters in
    let common = CommonAxes(of: scatters, volume: .own)
    let axes = common.axes
    scatters.fill(axes: { _ in axes }, variances: { common.variances($0) })
  }
}
