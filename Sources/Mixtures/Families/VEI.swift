extension CovarianceFamily {
  /// Ellipsoids along the axes, of one shape: Σₖ = λₖ A. With M = Σₖ (nₖ / λₖ) diag(Sₖ), A = M / |M|^(1/d) and
  /// λₖ = tr(Sₖ A⁻¹) / d, solved for together.
  package static let vei = CovarianceFamily(
    "VEI", summary: "ellipsoids along the axes of one shape, each of its own size"
  ) { scatters in
    let solved = CommonShape(of: (0..<scatters.components).flatMap { scatters.variances($0) }, along: true, scatters)
    scatters.fill { k, i, j in i == j ? solved.covariance(k, at: i) : 0 }
  }
}
