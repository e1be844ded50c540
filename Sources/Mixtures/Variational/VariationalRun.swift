internal import MixtureKernels

/// A variational fit from one start, to its end.
struct VariationalRun: Sendable {
  /// The bound after every update, 0 being that of the start's responsibilities.
  private(set) var bounds: [Double] = []
  /// The plug-in mixture of every update.
  private(set) var history: ParameterHistory
  private(set) var state: VariationalState
  private(set) var reachedTolerance = false

  /// - Parameter tolerance: the run ends when bound / n changes by less, in nats.
  init(
    _ problem: VariationalProblem, from start: StartBuilder.Beginning, _ builder: StartBuilder, tolerance: Double,
    maxIterations: Int, threads: Int
  ) throws(FitError) {
    var entropy: Double
    switch start {
    case .responsibilities(let given): (state, entropy) = problem.start(from: given, builder)
    case .parameters(let parameters): (state, entropy) = try problem.start(from: parameters)
    }
    history = ParameterHistory(like: state.plugIn)
    try record(problem.bound(state, entropy: entropy))
    let scratch = AlignedBuffer(count: problem.rows.scratchCount(components: problem.components))
    let n = problem.rows.totalWeight
    // The start's bound belongs to responsibilities that no posterior gave: the first change is that of update 2.
    var previous = -Double.infinity
    for iteration in 1...maxIterations {
      let next = try problem.update(state, iteration: iteration, scratch: scratch, threads: threads)
      state = next.state
      entropy = next.entropy
      let bound = problem.bound(state, entropy: entropy)
      try record(bound)
      if abs(bound - previous) < tolerance * n {
        reachedTolerance = true
        break
      }
      previous = bound
    }
  }

  private mutating func record(_ bound: Double) throws(FitError) {
    guard bound.isFinite else { throw .unreachable(iteration: bounds.count) }
    bounds.append(bound)
    history.append(state.plugIn)
  }
}

extension VariationalProblem {
  /// One E-step and one M-step, with the entropy of the responsibilities between them.
  func update(_ state: VariationalState, iteration: Int, scratch: AlignedBuffer? = nil, threads: Int = 1)
    throws(FitError) -> (state: VariationalState, entropy: Double)
  {
    let kernel = try kernel(state, iteration: iteration)
    let sums = rows.pass(kernel, scratch: scratch, threads: threads)
    guard sums.logLikelihood.isFinite else { throw .unreachable(iteration: iteration) }
    return (mStep(from: state.plugIn, kernel, sums), entropy(kernel, sums))
  }

  /// The posterior for a start's responsibilities: means first, then scales about them.
  fileprivate func start(from given: Membership, _ builder: StartBuilder) -> (VariationalState, entropy: Double) {
    let origin = builder.unit(weights: nil, means: nil, structure: mk_diagonal)
    let first = moments.mStep(from: origin.parameters, origin.kernel, rows.pass(origin.kernel, given: given))
    let centered = builder.unit(
      weights: nil, means: first.parameters.means,
      structure: family.structure.isDiagonal ? mk_diagonal : mk_triangular)
    let state = mStep(from: centered.parameters, centered.kernel, rows.pass(centered.kernel, given: given))
    var entropy = 0.0
    for k in 0..<components {
      for i in 0..<rows.count {
        let share = given.share(i, of: k, rows: rows.count)
        if share > 0 { entropy -= rows.weight(i) * share * Elementary.log(share) }
      }
    }
    return (state, entropy)
  }

  /// The posterior for the responsibilities that a start's mixture gives.
  fileprivate func start(from parameters: Parameters) throws(FitError) -> (VariationalState, entropy: Double) {
    switch KernelMixture.make(parameters, structure: family.structure) {
    case .failure(let degenerate): throw .collapsed(component: degenerate.component, iteration: 0)
    case .success(let kernel):
      let sums = rows.pass(kernel)
      guard sums.logLikelihood.isFinite else { throw .unreachable(iteration: 0) }
      return (mStep(from: parameters, kernel, sums), entropy(kernel, sums))
    }
  }
}
