extension CovarianceFamily {
  /// Ellipsoids of one shape and orientation: Σₖ = λₖ C, C = D A Dᵀ. With M = Σₖ (nₖ / λₖ) Sₖ, C = M / |M|^(1/d) and
  /// λₖ = tr(Sₖ C⁻¹) / d, solved for together.
  package static let vee = CovarianceFamily(
    "VEE", summary: "ellipsoids of one shape and direction, each of its own size"
  ) { scatters in
    let d = scatters.dimension
    let solved = CommonShape(of: scatters.covariances, along: false, scatters)
    scatters.fill { k, i, j in solved.covariance(k, at: i * d + j) }
  }
}
