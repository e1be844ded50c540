/// Where the best start of a fit ended: what a selection compares, and what a fit reports.
struct FitEnd: Sendable {
  let options: EMOptions
  /// The place of each of the mixture's components in the run's parameters; nil where they keep the order of the start.
  let order: [Int]?
  let mixture: GaussianMixture
  /// ℓ, in nats.
  let logLikelihood: Double
  let iterations: Int
  let outcome: Outcome
  let spurious: Spurious?
  let indecision: Indecision
  /// Free numbers in the mixture.
  let parameterCount: Int
  /// −2 ℓ + p log n, n being the sum of the rows' weights; smaller is better.
  let bic: Double
  /// −2 ℓ + 2 p; smaller is better.
  var aic: Double { -2 * logLikelihood + 2 * Double(parameterCount) }
  /// BIC − 2 Σᵢ log maxₖ rᵢₖ; smaller is better.
  var icl: Double { bic + indecision.penalty }

  init(_ winner: StartSearch.Winner, _ search: StartSearch) {
    let (run, prepared) = (winner.run, search.prepared)
    options = search.options
    let order = options.start.keepsOrder ? nil : run.order
    self.order = order
    let last = run.history[run.iterations].mixture(shift: prepared.rows.shift)
    mixture = order.map { last.reordered($0) } ?? last
    logLikelihood = run.logLikelihood(at: run.iterations, search.problem)
    iterations = run.iterations
    let summary = winner.summaries[winner.index]
    func renumbered(_ k: Int) -> Int { order?.firstIndex(of: k) ?? k }
    outcome = (summary.outcome ?? .limit).renumbered(renumbered)
    spurious = summary.spurious.map {
      Spurious(component: renumbered($0.component), ratio: $0.ratio, yardstick: $0.yardstick)
    }
    indecision = mixture.indecision(prepared.samples, threads: options.threadCount)
    parameterCount = options.parameterCount(dimension: prepared.samples.dimension)
    bic = -2 * logLikelihood + Double(parameterCount) * Elementary.log(prepared.samples.totalWeight)
  }

  /// The number a component of the run has in the mixture.
  func renumbered(_ k: Int) -> Int { order?.firstIndex(of: k) ?? k }
}

extension Outcome {
  fileprivate func renumbered(_ number: (Int) -> Int) -> Outcome {
    guard case .stopped(.coinciding(let a, let b)) = self else { return self }
    return .stopped(.coinciding(min(number(a), number(b)), max(number(a), number(b))))
  }
}

extension EMRun {
  /// Components by ascending mean of the first column, then the next ones; those that were pruned come last.
  fileprivate var order: [Int] {
    guard let last = history.last else { return [] }
    let d = last.dimension
    let effective = (0..<last.components).map { k in variational.map { $0.isEffective(k) } ?? true }
    return (0..<last.components).sorted { a, b in
      if effective[a] != effective[b] { return effective[a] }
      let (first, second) = (last.means[a * d..<(a + 1) * d], last.means[b * d..<(b + 1) * d])
      return first.elementsEqual(second) ? a < b : first.lexicographicallyPrecedes(second)
    }
  }
}
