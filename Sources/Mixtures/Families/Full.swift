internal import MixtureKernels

extension CovarianceFamily {
  /// Every component its own ellipsoid: Σₖ = Wₖ / nₖ.
  package static let full = CovarianceFamily(
    name: "full", mclustName: "VVV", summary: "each component has its own ellipsoid of any size, shape and direction",
    precisionShape: .full, structure: mk_triangular,
    covarianceParameters: { components, d in components * d * (d + 1) / 2 },
    project: { _ in })
}
