internal import MixtureKernels

extension CovarianceFamily {
  /// Ellipsoids along the axes: Σₖ = diag(Wₖ) / nₖ.
  package static let diagonal = CovarianceFamily(
    name: "diagonal", mclustName: "VVI", summary: "each component has its own ellipsoid along the axes",
    precisionShape: .diagonal, structure: mk_diagonal,
    covarianceParameters: { components, d in components * d },
    project: { scatters in
      let (d, own) = (scatters.dimension, scatters.covariances)
      scatters.fill { k, i, j in i == j ? own[(k * d + i) * d + i] : 0 }
    })
}
