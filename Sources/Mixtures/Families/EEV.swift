extension CovarianceFamily {
  /// Ellipsoids of one volume and shape: Σₖ = λ Dₖ A Dₖᵀ. With Sₖ = Dₖ Ωₖ Dₖᵀ, eigenvalues in order,
  /// λ A = Σₖ nₖ Ωₖ / n.
  package static let eev = CovarianceFamily(
    "EEV", summary: "ellipsoids of one size and shape, each of its own direction"
  ) { scatters in
    let own = (0..<scatters.components).map { SymmetricEigen(scatters.matrix($0)) }
    let shared = (0..<scatters.dimension).map { j in scatters.pooled { k in max(own[k].values[j], 0) } }
    scatters.fill(axes: { own[$0].vectors }, variances: { _ in shared })
  }
}
