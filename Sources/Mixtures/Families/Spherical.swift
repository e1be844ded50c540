internal import MixtureKernels

extension CovarianceFamily {
  /// Balls: Σₖ = tr(Wₖ) / (nₖ d) · I.
  package static let spherical = CovarianceFamily(
    name: "spherical", mclustName: "VII", summary: "each component is a ball of its own size",
    precisionShape: .spherical, structure: mk_diagonal,
    covarianceParameters: { components, _ in components },
    project: { scatters in
      let (d, own) = (scatters.dimension, scatters.covariances)
      let variances = (0..<scatters.components).map { k in
        (0..<d).reduce(0) { $0 + own[(k * d + $1) * d + $1] } / Double(d)
      }
      scatters.fill { k, i, j in i == j ? variances[k] : 0 }
    })
}
