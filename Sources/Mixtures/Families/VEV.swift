extension CovarianceFamily {
  /// Ellipsoids of one shape: Σₖ = λₖ Dₖ A Dₖᵀ. With Sₖ = Dₖ Ωₖ Dₖᵀ, eigenvalues in order, and M = Σₖ (nₖ / λₖ) Ωₖ,
  /// A = M / |M|^(1/d) and λₖ = tr(Ωₖ A⁻¹) / d, solved for together.
  package static let vev = CovarianceFamily(
    "VEV", summary: "ellipsoids of one shape, each of its own size and direction"
  ) { scatters in
    let own = (0..<scatters.components).map { SymmetricEigen(scatters.matrix($0)) }
    let solved = CommonShape(of: own.flatMap { $0.values.map { max($0, 0) } }, along: true, scatters)
    let d = scatters.dimension
    scatters.fill(axes: { own[$0].vectors }, variances: { k in (0..<d).map { solved.covariance(k, at: $0) } })
  }
}
