internal import Synchronization

/// EM from every start of a fit.
struct StartSearch: Sendable {
  let prepared: PreparedSamples
  let options: EMOptions
  let problem: EMProblem
  private let shared: SharedStarts
  private let yardstick: Spurious.Yardstick
  /// Of a variational fit.
  let variational: VariationalProblem?

  struct Winner {
    let index: Int
    let run: EMRun
    let summaries: [StartSummary]
  }

  init(_ prepared: PreparedSamples, _ options: EMOptions, shared: SharedStarts = SharedStarts()) throws(FitError) {
    try options.check()
    let floor = options.floor.diagonal(variances: prepared.variances)
    try prepared.samples.check(for: options, covariance: prepared.covariance, floor: floor)
    self.prepared = prepared
    self.options = options
    self.shared = shared
    var problem = EMProblem(
      rows: prepared.rows, components: options.components, family: options.family, floor: floor,
      dataCovariance: prepared.covariance,
      completion: prepared.completion,
      noiseLogDensity: try options.noise.map { region throws(FitError) in -(try region.logVolume(prepared.samples)) })
    if let prior = options.prior { problem.prior = try PosteriorMode(prior, prepared, options) }
    self.problem = problem
    yardstick = Spurious.Yardstick(options.family, covariance: prepared.covariance, floor: floor)
    if case .variational(let prior) = options.method {
      variational = VariationalProblem(problem, try ResolvedPrior(prior, prepared, options))
    } else {
      variational = nil
    }
  }

  private var hasChoice: Bool { options.start.isRandom && options.components > 1 }

  /// The best of all starts: sound before spurious, then by ℓ or the bound, then the earlier one.
  func best() throws(FitError) -> Winner {
    let short = hasChoice && options.shortRuns > 0 ? shortRuns() : []
    let followed = short.isEmpty ? Array(0..<(hasChoice ? options.restarts : 1)) : best(of: short)
    let leader = Mutex<(index: Int, run: EMRun, sound: Bool)?>(nil)
    let outer = min(options.threadCount, followed.count)
    let inner = outer > 1 ? 1 : options.threadCount
    let runs = Parallel.map(followed.count, threads: outer) { place -> StartSummary in
      let index = followed[place]
      do throws(FitError) {
        let run = try run(index, threads: inner)
        let summary = StartSummary(index: index, run: run, of: problem, spurious: spurious(run))
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
    var summaries = short.isEmpty ? runs : short
    for summary in runs { summaries[summary.index] = summary }
    guard let winner = leader.withLock({ $0 }) else { throw summaries.lazy.compactMap(\.failure).first ?? .noRows }
    if summaries[winner.index].outcome == .converged, winner.sound, variational == nil,
      let gain = SaddleSearch(problem, threads: inner).gain(from: winner.run)
    {
      summaries[winner.index] = summaries[winner.index].judged(.stopped(.saddle(gain)))
    }
    return Winner(index: winner.index, run: winner.run, summaries: summaries)
  }

  /// Every start after a few iterations. The best are begun again from the same start rather than continued: the same
  /// numbers, and their whole history, for a few iterations more.
  private func shortRuns() -> [StartSummary] {
    Parallel.map(options.shortRuns, threads: options.threadCount) { index in
      do throws(FitError) {
        let run = try run(index, threads: 1, limit: min(options.shortIterations, options.maxIterations))
        return StartSummary(
          index: index, run: run, of: problem, spurious: spurious(run), isAbandoned: true)
      } catch {
        return StartSummary(index: index, failure: error)
      }
    }
  }

  /// The starts of the short runs to be followed to the end, in order.
  private func best(of short: [StartSummary]) -> [Int] {
    let order = short.filter { $0.failure == nil }.sorted {
      ($0.spurious == nil ? 0 : 1, -($0.objective ?? 0), $0.index)
        < ($1.spurious == nil ? 0 : 1, -($1.objective ?? 0), $1.index)
    }
    return order.prefix(options.restarts).map(\.index).sorted()
  }

  private static func precedes(
    _ a: (index: Int, run: EMRun, sound: Bool), _ b: (index: Int, run: EMRun, sound: Bool)
  ) -> Bool {
    if a.sound != b.sound { return a.sound }
    let (first, second) = (a.run.trace.last ?? -.infinity, b.run.trace.last ?? -.infinity)
    return first != second ? first > second : a.index < b.index
  }

  /// EM, or the ascent of a variational fit, from one start.
  ///
  /// - Parameters:
  ///   - start: instead of the options'.
  ///   - limit: iterations at most, instead of the options'.
  func run(_ index: Int, from start: Start? = nil, threads: Int, limit: Int? = nil) throws(FitError) -> EMRun {
    let builder = StartBuilder(problem: problem, samples: prepared.whole, seed: options.seed, shared: shared)
    let start = start ?? options.start
    let (limit, threads) = (limit ?? options.maxIterations, problem.worthwhile(threads))
    if let variational {
      return EMRun(
        try VariationalRun(
          variational, from: builder.beginning(for: start, index: index), builder, tolerance: options.tolerance,
          maxIterations: limit, threads: threads))
    }
    return try EMRun(
      problem, from: builder.parameters(for: start, index: index), tolerance: options.tolerance, maxIterations: limit,
      threads: threads)
  }

  /// Why the end of a run is no more than a spike; nil for a sound one.
  func spurious(_ run: EMRun) -> Spurious? {
    // A prior keeps every component from becoming a spike.
    variational == nil ? run.history.last.flatMap { Spurious.find($0, yardstick) } : nil
  }
}

/// Samples with what every fit to them needs.
struct PreparedSamples: Sendable {
  let samples: Samples
  /// The samples, every missing cell where the completion has it: what starts go by.
  let whole: Samples
  let rows: PackedRows
  /// The population covariance, d × d; as far as the observed cells tell where some are missing.
  let covariance: Matrix
  /// The population variance of every column's observed cells.
  let variances: [Double]
  /// Nil where no cell is missing.
  let completion: Completion?

  init(_ samples: Samples) {
    self.samples = samples
    let packed = PackedRows(samples, shift: samples.mean)
    let observed = samples.covariance
    variances = observed.diagonal
    guard !samples.isComplete else {
      (whole, rows, covariance, completion) = (samples, packed, observed, nil)
      return
    }
    let completion = Completion(packed, variances: variances)
    self.completion = completion
    let (filled, d) = (completion.values, samples.dimension)
    whole = samples.filled(with: filled.indices.map { filled[$0] + packed.shift[$0 % d] })
    rows = PackedRows(packed, filledWith: filled)
    covariance = completion.covariance
  }
}
