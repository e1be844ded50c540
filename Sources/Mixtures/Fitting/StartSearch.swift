internal import Synchronization

/// EM from every start of a fit.
struct StartSearch: Sendable {
  let prepared: PreparedSamples
  let options: EMOptions
  let problem: EMProblem
  private let yardstick: Spurious.Yardstick

  struct Winner {
    let index: Int
    let run: EMRun
    let summaries: [StartSummary]
  }

  init(_ prepared: PreparedSamples, _ options: EMOptions) throws(FitError) {
    try options.check()
    let floor = options.floor.diagonal(variances: prepared.covariance.diagonal)
    try prepared.samples.check(for: options, covariance: prepared.covariance, floor: floor)
    self.prepared = prepared
    self.options = options
    problem = EMProblem(
      rows: prepared.rows, components: options.components, family: options.family, floor: floor,
      dataCovariance: prepared.covariance,
      noiseLogDensity: try options.noise.map { region throws(FitError) in -(try region.logVolume(prepared.samples)) })
    yardstick = Spurious.Yardstick(options.family, covariance: prepared.covariance, floor: floor)
  }

  private var startCount: Int { options.start.isRandom && options.components > 1 ? options.restarts : 1 }

  /// The best of all starts: sound before spurious, then by ℓ, then the earlier one.
  func best() throws(FitError) -> Winner {
    let leader = Mutex<(index: Int, run: EMRun, sound: Bool)?>(nil)
    let outer = min(options.threadCount, startCount)
    let inner = outer > 1 ? 1 : options.threadCount
    let summaries = Parallel.map(startCount, threads: outer) { index -> StartSummary in
      do throws(FitError) {
        let run = try run(index, threads: inner)
        let summary = StartSummary(index: index, run: run, shift: prepared.rows.shift, spurious: spurious(run))
        leader.withLock { leader in
          let sound = summary.spurious == nil
          if let present = leader, !Self.precedes((index, run, sound), present) { return }
          leader = (index, run, sound)
        }
        return summary
      } catch {
        return StartSummary(index: index, failure: error)
      }
    }
    guard let winner = leader.withLock({ $0 }) else { throw summaries.lazy.compactMap(\.failure).first ?? .noRows }
    return Winner(index: winner.index, run: winner.run, summaries: summaries)
  }

  private static func precedes(
    _ a: (index: Int, run: EMRun, sound: Bool), _ b: (index: Int, run: EMRun, sound: Bool)
  ) -> Bool {
    if a.sound != b.sound { return a.sound }
    let (first, second) = (a.run.trace.last ?? -.infinity, b.run.trace.last ?? -.infinity)
    return first != second ? first > second : a.index < b.index
  }

  /// EM from one start, whose random numbers depend on the seed and its index alone.
  func run(_ index: Int, threads: Int) throws(FitError) -> EMRun {
    var generator = SeededGenerator(seed: options.seed).stream(named: "start \(index)")
    let start = try StartBuilder(problem: problem).parameters(for: options.start, using: &generator)
    // Sharing out a short pass would take longer than the pass.
    let work = problem.rows.count * options.components * (problem.rows.dimension * problem.rows.dimension + 8)
    return try EMRun(
      problem, from: start, tolerance: options.tolerance, maxIterations: options.maxIterations,
      threads: work < 1_000_000 ? 1 : threads)
  }

  private func spurious(_ run: EMRun) -> Spurious? {
    run.history.last.flatMap { Spurious.find($0, yardstick) }
  }
}

/// Samples with what every fit to them needs.
struct PreparedSamples: Sendable {
  let samples: Samples
  let rows: PackedRows
  /// The population covariance, d × d.
  let covariance: Matrix

  init(_ samples: Samples) {
    self.samples = samples
    rows = PackedRows(samples, shift: samples.mean)
    covariance = samples.covariance
  }
}
