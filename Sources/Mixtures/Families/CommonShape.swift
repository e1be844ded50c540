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
    let (d, count) = (scatters.dimension, scatters.components)
    let size = along ? d : d * d
    func trace(_ values: [Double], _ k: Int) -> Double {
      var sum = 0.0
      for j in 0..<d { sum += values[k * size + (along ? j : j * d + j)] }
      return sum
    }
    // A component without rows has no say, and one on a single point no volume.
    let shares = scatters.shares
    let active = (0..<count).filter { shares[$0] > 0 && trace(own, $0) > 0 }
    let whole = active.reduce(0) { $0 + shares[$1] }
    var search = VolumeSearch(
      own: active.count == count ? own : active.flatMap { own[$0 * size..<($0 + 1) * size] },
      shares: active.map { shares[$0] / whole }, dimension: d, along: along)
    var found = search.start(at: active.map { Elementary.log(trace(own, $0)) })
    if let previous = scatters.previous {
      found =
        search.start(
          at: active.map { k in Elementary.log((0..<d).reduce(0) { $0 + previous[(k * d + $1) * d + $1] }) }) || found
    }
    guard found else {
      shape = Array(repeating: 0, count: size)
      volumes = Array(repeating: 0, count: count)
      return
    }
    search.descend()
    shape = search.state.shape
    volumes = search.traces(of: own, count).map { $0 / Double(d) }
  }
}
