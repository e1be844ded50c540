extension CovarianceFamily {
  /// Ellipsoids along the axes: Σₖ = λₖ Aₖ = diag(Sₖ).
  package static let diagonal = CovarianceFamily(
    "VVI", name: "diagonal", summary: "each component has its own ellipsoid along the axes"
  ) { scatters in
    let own = scatters
    scatters.fill { k, i, j in i == j ? own[k, i, i] : 0 }
  }
}
