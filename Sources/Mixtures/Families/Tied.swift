internal import MixtureKernels

extension CovarianceFamily {
  /// One ellipsoid for all components: Σ = Σₖ Wₖ / n.
  package static let tied = CovarianceFamily(
    name: "tied", mclustName: "EEE", summary: "all components share one ellipsoid",
    precisionShape: .tied, structure: mk_shared_triangular,
    covarianceParameters: { _, d in d * (d + 1) / 2 },
    project: { scatters in
      let (d, total) = (scatters.dimension, scatters.counts.reduce(0, +))
      var pooled = Array(repeating: 0.0, count: d * d)
      for (k, count) in scatters.counts.enumerated() {
        for e in 0..<d * d { pooled[e] += count / total * scatters.covariances[k * d * d + e] }
      }
      scatters.fill { _, i, j in pooled[i * d + j] }
    })
}
