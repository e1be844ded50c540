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
  ///   - own: the Sₖ, each as d variances along the axes or as d × d numbers.
  ///   - along: whether they are variances.
  ///   - scatters: the counts, and the covariances that entered.
  init(of own: [[Double]], along: Bool, _ scatters: Scatters) {
    let d = scatters.dimension
    func trace(_ values: [Double]) -> Double {
      along ? values.reduce(0, +) : (0..<d).reduce(0) { $0 + values[$1 * d + $1] }
    }
    // A component without rows has no say, and one on a single point no volume.
    let shares = scatters.shares
    let sizes = own.map(trace)
    let active = own.indices.filter { shares[$0] > 0 && sizes[$0] > 0 }
    let whole = active.reduce(0) { $0 + shares[$1] }
    var search = Search(
      own: active.map { own[$0] }, shares: active.map { shares[$0] / whole }, dimension: d, along: along)
    var starts = [active.map { Elementary.log(sizes[$0]) }]
    if let previous = scatters.previous {
      starts.append(active.map { Elementary.log(scatters.matrix($0, of: previous).diagonal.reduce(0, +)) })
    }
    guard search.start(among: starts) else {
      shape = Array(repeating: 0, count: along ? d : d * d)
      volumes = Array(repeating: 0, count: own.count)
      return
    }
    search.descend()
    let (solution, factor) = (search.state.shape, search.state.factor)
    shape = solution
    volumes = own.map { block in
      let whitened: [Double] =
        along
        ? zip(block, solution).map { $0 / $1 }
        : factor?.whiten(Matrix(rows: d, columns: d, values: block)).diagonal ?? []
      return whitened.reduce(0, +) / Double(d)
    }
  }
}

/// Newton's method for l.
private struct Search {
  let own: [[Double]]
  let shares: [Double]
  let dimension: Int
  let along: Bool
  private(set) var state = State()

  struct State {
    /// l, with a mean Σₖ (nₖ / n) lₖ of 0.
    var logVolumes: [Double] = []
    /// f(l) = log |M|
    var value = Double.infinity
    var shape: [Double] = []
    /// Of the shape, unless it is along the axes.
    var factor: Cholesky?
    /// M^(−1/2) (nₖ / n) exp(−lₖ) Sₖ M^(−1/2), which add up to the identity.
    var parts: [[Double]] = []
    /// Their traces, which add up to d.
    var traces: [Double] = []
  }

  init(own: [[Double]], shares: [Double], dimension: Int, along: Bool) {
    (self.own, self.shares, self.dimension, self.along) = (own, shares, dimension, along)
  }

  /// Takes the best of these starts; false where none has a shape that is positive definite.
  mutating func start(among starts: [[Double]]) -> Bool {
    for start in starts where start.allSatisfy(\.isFinite) {
      if let found = evaluated(start), found.value < state.value { state = found }
    }
    return state.value < .infinity
  }

  mutating func descend() {
    let target = shares.map { $0 * Double(dimension) }
    for _ in 0..<60 {
      let rounding = 1e-14 * (1 + abs(state.value))
      if let newton = newtonStep(target), let next = evaluated(zip(state.logVolumes, newton).map(+)),
        next.value <= state.value + rounding
      {
        state = next
        if newton.allSatisfy({ abs($0) < 1e-9 }) { return }
        continue
      }
      let alternation = zip(state.traces, target).map { Elementary.log($0 / $1) }
      guard let next = evaluated(zip(state.logVolumes, alternation).map(+)), next.value < state.value else { return }
      state = next
    }
  }

  /// −H⁻¹ ∇f, shortened to lie within a factor e² of every volume; nil where the Hessian is singular beyond the direction
  /// (1, …, 1), along which f does not change.
  private func newtonStep(_ target: [Double]) -> [Double]? {
    let count = own.count
    var hessian = Matrix(rows: count, columns: count, repeating: 1 / Double(count))
    for k in 0..<count {
      hessian[k, k] += state.traces[k]
      for l in 0..<count {
        hessian[k, l] -= zip(state.parts[k], state.parts[l]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    guard let inverse = Cholesky(hessian)?.inverse else { return nil }
    let step = (0..<count).map { k in
      (0..<count).reduce(0) { $0 - inverse[k, $1] * (target[$1] - state.traces[$1]) }
    }
    let longest = step.reduce(0) { max($0, abs($1)) }
    guard longest.isFinite else { return nil }
    return longest > 2 ? step.map { $0 * 2 / longest } : step
  }

  /// f and what its derivatives need; nil where M is not positive definite.
  private func evaluated(_ logVolumes: [Double]) -> State? {
    let d = dimension
    guard !own.isEmpty else { return nil }
    var result = State()
    // f does not change when all l change alike: their mean is held at 0.
    let middle = zip(shares, logVolumes).reduce(0) { $0 + $1.0 * $1.1 }
    result.logVolumes = logVolumes.map { $0 - middle }
    let factors = zip(shares, result.logVolumes).map { $0 * Elementary.exp(-$1) }
    var shape = Array(repeating: 0.0, count: own[0].count)
    for (block, factor) in zip(own, factors) { for e in shape.indices { shape[e] += factor * block[e] } }
    result.shape = shape
    if along {
      guard shape.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
      result.value = shape.reduce(0) { $0 + Elementary.log($1) }
      result.parts = zip(own, factors).map { block, factor in zip(block, shape).map { factor * $0 / $1 } }
      result.traces = result.parts.map { $0.reduce(0, +) }
    } else {
      guard let factor = Cholesky(Matrix(rows: d, columns: d, values: shape)) else { return nil }
      result.factor = factor
      result.value = factor.logDeterminant
      result.parts = zip(own, factors).map { block, part in
        factor.whiten(Matrix(rows: d, columns: d, values: block.map { part * $0 })).values
      }
      result.traces = result.parts.map { part in (0..<d).reduce(0) { $0 + part[$1 * d + $1] } }
    }
    guard result.value.isFinite, result.traces.allSatisfy({ $0 > 0 }) else { return nil }
    return result
  }
}
