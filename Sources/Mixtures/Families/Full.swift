extension CovarianceFamily {
  /// Every component its own ellipsoid: Σₖ = λₖ Dₖ Aₖ Dₖᵀ = Sₖ.
  package static let full = CovarianceFamily(
    "VVV", name: "full", summary: "each component has its own ellipsoid of any size, shape and direction"
  ) { _ in }
}
