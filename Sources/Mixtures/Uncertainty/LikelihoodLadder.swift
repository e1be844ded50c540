/// The largest likelihoods of K and of K + 1 components on the same rows, where the second is not to fall below the first.
struct LikelihoodLadder {
  struct Rung: Sendable {
    let mixture: GaussianMixture
    let logLikelihood: Double

    /// 2 (ℓ − the other ℓ). What is below 0 is rounding or an unfinished climb: more components never fit worse.
    func gain(over other: Rung) -> Double { max(2 * (logLikelihood - other.logLikelihood), 0) }
  }

  private let prepared: PreparedSamples
  private let options: EMOptions

  init(_ prepared: PreparedSamples, _ options: EMOptions) {
    self.prepared = prepared
    self.options = options
  }

  /// The best sound fit of some random starts, and of one from given parameters.
  ///
  /// - Returns: nil when every start fails or is spurious.
  func lowest(_ components: Int, starts: Int, near mixture: GaussianMixture? = nil) throws(FitError) -> Rung? {
    let search = try search(components)
    var best = climb(search, starts: starts)
    if let mixture, let run = try? search.run(0, from: .mixture(mixture), threads: 1) {
      best = better(best, sound(run, search))
    }
    return best
  }

  /// The best sound fit with one component more: of some random starts, and of each component of the fit below split in
  /// two across its longest axis, from which EM climbs to at least the likelihood below where any start does.
  func next(above low: Rung, starts: Int) throws(FitError) -> Rung? {
    let search = try search(low.mixture.components + 1)
    var best = climb(search, starts: starts)
    let labels = low.mixture.labels(prepared.samples)
    for k in 0..<low.mixture.components {
      let start = Start.labels(split(k, of: low.mixture, labels))
      guard let run = try? search.run(0, from: start, threads: 1) else { continue }
      best = better(best, sound(run, search))
    }
    return best
  }

  private func search(_ components: Int) throws(FitError) -> StartSearch {
    var options = options
    options.components = components
    if !Start.unaided.contains(options.start) { options.start = .kMeans }
    return try StartSearch(prepared, options)
  }

  private func climb(_ search: StartSearch, starts: Int) -> Rung? {
    let count = search.options.components == 1 || !search.options.start.isRandom ? 1 : starts
    return (0..<count).reduce(nil) { best, index in
      guard let run = try? search.run(index, threads: 1) else { return best }
      return better(best, sound(run, search))
    }
  }

  private func sound(_ run: EMRun, _ search: StartSearch) -> Rung? {
    guard search.spurious(run) == nil, let last = run.history.last, let level = run.trace.last else { return nil }
    return Rung(mixture: last.mixture(shift: prepared.rows.shift), logLikelihood: level)
  }

  private func better(_ first: Rung?, _ second: Rung?) -> Rung? {
    guard let first else { return second }
    guard let second else { return first }
    return second.logLikelihood > first.logLikelihood ? second : first
  }

  /// The labels with component k's rows beyond its mean, along its longest axis, in a component of their own.
  private func split(_ k: Int, of mixture: GaussianMixture, _ labels: [Int]) -> [Int] {
    let d = mixture.dimension
    let axis = SymmetricEigen(mixture.covariances[k]).vectors[column: d - 1]
    return labels.indices.map { i in
      guard labels[i] == k else { return labels[i] }
      let side = (0..<d).reduce(0) { $0 + axis[$1] * (prepared.whole[i, $1] - mixture.means[k, $1]) }
      return side > 0 ? mixture.components : k
    }
  }
}
