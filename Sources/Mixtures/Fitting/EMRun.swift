internal import MixtureKernels

/// EM from one start, to its end.
struct EMRun: Sendable {
  /// What is climbed, of the parameters of every iteration, 0 being the start: ℓ, with a prior ℓ + its logarithm, and the
  /// bound of a variational fit. One longer than the iterations.
  private(set) var trace: [Double] = []
  /// The parameters of every iteration, as many as in the trace.
  private(set) var history: ParameterHistory
  private(set) var reachedTolerance = false
  private(set) var repairs: [Repair] = []
  /// The posterior behind the last parameters of a variational fit, whose trace is that of the bound.
  private(set) var variational: VariationalState?

  var iterations: Int { trace.count - 1 }

  /// A component holding less than this part of one mean row has lost its rows.
  static let emptyCount = 1e-6

  init(_ problem: EMProblem, from start: Parameters, tolerance: Double, maxIterations: Int, threads: Int)
    throws(FitError)
  {
    history = ParameterHistory(like: start)
    let n = problem.rows.totalWeight
    let scratch = AlignedBuffer(count: problem.rows.scratchCount(components: problem.components + 1))
    var current = start
    var kernel = try settle(&current, problem, iteration: 0)
    var previous = -Double.infinity
    for iteration in 0..<maxIterations {
      let sums = problem.pass(kernel, scratch: scratch, threads: threads)
      let level = problem.objective(current, sums.logLikelihood)
      try record(current, level)
      let bound = level / n
      let known = repairs.count
      var next = problem.mStep(from: current, kernel, sums)
      for k in next.counts.indices where next.counts[k] < Self.emptyCount * n / Double(problem.rows.count) {
        try repair(k, .empty(component: k, iteration: iteration + 1), &next.parameters, kernel, problem)
      }
      kernel = try settle(&next.parameters, problem, iteration: iteration + 1, before: kernel)
      current = next.parameters
      if abs(bound - previous) < tolerance, repairs.count == known {
        reachedTolerance = true
        break
      }
      previous = repairs.count == known ? bound : -.infinity
    }
    let last = problem.pass(kernel, scratch: scratch, threads: threads).logLikelihood
    try record(current, problem.objective(current, last))
  }

  init(_ run: VariationalRun) {
    trace = run.bounds
    history = run.history
    reachedTolerance = run.reachedTolerance
    variational = run.state
  }

  /// ℓ of the parameters of an iteration.
  func logLikelihood(at t: Int, _ problem: EMProblem) -> Double {
    guard variational != nil else { return trace[t] - (problem.prior?.logDensity(history[t]) ?? 0) }
    return problem.expectation(at: history[t])?.sums.logLikelihood ?? -.infinity
  }

  private mutating func record(_ parameters: Parameters, _ level: Double) throws(FitError) {
    guard level.isFinite else { throw .unreachable(iteration: trace.count) }
    trace.append(level)
    history.append(parameters)
  }

  /// The kernel's form of the parameters, after re-seeding components whose covariance cannot be factored.
  private mutating func settle(
    _ parameters: inout Parameters, _ problem: EMProblem, iteration: Int, before: KernelMixture? = nil
  ) throws(FitError) -> KernelMixture {
    while true {
      let blurred = parameters.belowPrecision(shift: problem.rows.shift)
      switch KernelMixture.make(parameters, structure: problem.structure) {
      case .success(let kernel) where blurred == nil: return kernel
      case let result:
        var component = blurred ?? 0
        if case .failure(let degenerate) = result { component = degenerate.component }
        let error = FitError.collapsed(component: component, iteration: iteration)
        guard let before else { throw error }
        try repair(component, error, &parameters, before, problem)
      }
    }
  }

  /// The one rule for a component without rows or without width: it starts again at the row that the parameters before
  /// explain worst, with weight 1 / K and the covariance of all rows as far as the family lets it have that: what all
  /// components share is left as the others have it. A start gets K such repairs, then it fails; and at once where what
  /// they share is itself singular, as when the tied covariance collapses.
  private mutating func repair(
    _ component: Int, _ cause: FitError, _ parameters: inout Parameters, _ before: KernelMixture, _ problem: EMProblem
  ) throws(FitError) {
    guard repairs.count < problem.components else { throw cause }
    let d = problem.rows.dimension
    let densities = problem.rows.logDensities(before)
    let taken = Set(repairs.map(\.row))
    var worst: Int?
    for i in densities.indices where !taken.contains(i) && problem.rows.weight(i) > 0 {
      if worst.map({ densities[i] < densities[$0] }) ?? true { worst = i }
    }
    guard let worst else { throw cause }
    let row = problem.rows.row(worst)
    for j in 0..<d { parameters.means[component * d + j] = row[j] }
    guard let covariance = parameters.covariance(ofReseeded: component, problem) else { throw cause }
    parameters.covariances.replaceSubrange(component * d * d..<(component + 1) * d * d, with: covariance.values)
    let share = 1 / Double(problem.components)
    let others = 1 - parameters.weights[component]
    for k in parameters.weights.indices {
      parameters.weights[k] = k == component ? share : parameters.weights[k] * (1 - share) / max(others, share)
    }
    let noise = (parameters.noise?.weight ?? 0) * (1 - share) / max(others, share)
    let sum = parameters.weights.reduce(0, +) + noise
    for k in parameters.weights.indices { parameters.weights[k] /= sum }
    parameters.noise = parameters.noise?.weighing(noise / sum)
    repairs.append(Repair(cause: cause, row: worst))
  }
}

extension Parameters {
  /// What the family makes of the covariance of all rows for a component that has no say in what all share; nil where
  /// that is singular.
  fileprivate func covariance(ofReseeded component: Int, _ problem: EMProblem) -> Matrix? {
    var scatters = Scatters(dimension: dimension, counts: weights, covariances: covariances)
    scatters.counts[component] = 0
    let size = dimension * dimension
    for e in 0..<size { scatters.covariances[component * size + e] = problem.dataCovariance.values[e] }
    for j in 0..<dimension { scatters.covariances[component * size + j * dimension + j] += problem.floor[j] }
    problem.family.project(&scatters)
    let result = scatters.matrix(component)
    return Cholesky(result) == nil ? nil : result
  }
}

/// A component that was re-seeded during EM.
package struct Repair: Sendable, Hashable {
  /// `.empty` or `.collapsed`, with the component and the iteration.
  package let cause: FitError
  /// The row it was moved to, counted from 0.
  package let row: Int
}
