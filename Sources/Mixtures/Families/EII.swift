extension CovarianceFamily {
  /// Balls of one size: Σₖ = λ I, λ = Σₖ nₖ tr(Sₖ) / (n d).
  package static let eii = CovarianceFamily("EII", summary: "balls of one size") { scatters in
    let d = scatters.dimension
    let variance = scatters.pooled { k in scatters.variances(k).reduce(0, +) } / Double(d)
    scatters.fill { _, i, j in i == j ? variance : 0 }
  }
}
