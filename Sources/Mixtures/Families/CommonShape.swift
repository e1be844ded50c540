/// Volumes λₖ and one shape C for covariances λₖ C: the minimum of Σₖ nₖ (log |λₖ C| + tr(Sₖ C⁻¹) / λₖ).
///
/// For given lₖ = log λₖ the best C is M = Σₖ (nₖ / n) exp(−lₖ) Sₖ, which leaves f(l) = d Σₖ (nₖ / n) lₖ + log |M|. This is
/// convex in l, so that Newton's method finds the minimum, to rounding, wherever it starts; a step that would raise f is
/// replaced by the alternation of Celeux & Govaert (1995, §3), λₖ ← tr(Sₖ C⁻¹) / d, which never does.
struct CommonShape {
  /// M, up to a factor: d variances along the axes, or d × d numbers.
  private let shape: [Double]
  /// tr(Sₖ M⁻¹) / d, K numbers.
  private let volumes: [Double]

  /// Entry e of component k's covariance, in the form of the Sₖ given.
  func covariance(_ k: Int, at e: Int) -> Double { volumes[k] * shape[e] }

  /// - Parameters:
  ///   - own: the Sₖ side by side, each as d variances along the axes or as d × d numbers.
  ///   - along: whether they are variances.
  ///   - scatters: the counts, and the covariances that entered.
  init(of own: [Double], along: Bool, _ scatters: Scatters) {
    let count = scatters.components
    let size = along ? scatters.dimension : scatters.dimension * scatters.dimension
    var shape = Array(repeating: 0.0, count: size)
    var volumes = Array(repeating: 0.0, count: count)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: VolumeSearch.spaceCount(components: count, size: size)) {
      space in
      guard let start = space.baseAddress else { return }
      var search = VolumeSearch(own, along: along, scatters, space: start)
      guard search.run(scatters) else { return }
      for e in 0..<size { shape[e] = search.state.shape[e] }
      search.volumes(of: own, &volumes)
    }
    (self.shape, self.volumes) = (shape, volumes)
  }
}
