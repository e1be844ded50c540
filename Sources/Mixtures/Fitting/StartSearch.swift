/// EM from every start of a fit.
struct StartSearch: Sendable {
  let prepared: PreparedSamples
  let options: EMOptions
  let problem: EMProblem
  private let shared: SharedStarts
  private let yardstick: Spurious.Yardstick
  /// Of a variational fit.
  let variational: VariationalProblem?

  struct Winner: Sendable {
    let index: Int
    let run: EMRun
    let summaries: [StartSummary]
  }

  /// The best of the starts that have ended.
  struct Leader: Sendable {
    let index: Int
    let run: EMRun
    let isSound: Bool

    /// Sound before spurious, then by ℓ or the bound, then the earlier one.
    func precedes(_ other: Leader) -> Bool {
      if isSound != other.isSound { return isSound }
      let (first, second) = (run.trace.last ?? -.infinity, other.run.trace.last ?? -.infinity)
      return first != second ? first > second : index < other.index
    }
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

  /// How many starts are followed for a few iterations only, to choose among; 0 where there is no choice.
  var shortRuns: Int { hasChoice ? options.shortRuns : 0 }

  /// The starts to be followed to the end, in order: of short runs the best, by what is known of them.
  func followed(after short: [StartSummary]) -> [Int] {
    guard shortRuns > 0 else { return Array(0..<(hasChoice ? options.restarts : 1)) }
    let order = short.filter { $0.failure == nil }.sorted {
      ($0.spurious == nil ? 0 : 1, -($0.objective ?? 0), $0.index)
        < ($1.spurious == nil ? 0 : 1, -($1.objective ?? 0), $1.index)
    }
    return order.prefix(options.restarts).map(\.index).sorted()
  }

  /// One start after a few iterations. The best are begun again from the same start rather than continued: the same
  /// numbers, and their whole history, for a few iterations more.
  func followBriefly(_ index: Int) -> StartSummary {
    do throws(FitError) {
      let run = try run(index, threads: 1, limit: min(options.shortIterations, options.maxIterations))
      return StartSummary(index: index, run: run, of: problem, spurious: spurious(run), isAbandoned: true)
    } catch {
      return StartSummary(index: index, failure: error)
    }
  }

  /// One start to its end, and what it leads the others by unless it failed.
  func follow(_ index: Int, threads: Int) -> (summary: StartSummary, leader: Leader?) {
    do throws(FitError) {
      let run = try run(index, threads: threads)
      let summary = StartSummary(index: index, run: run, of: problem, spurious: spurious(run))
      return (summary, Leader(index: index, run: run, isSound: summary.spurious == nil))
    } catch {
      return (StartSummary(index: index, failure: error), nil)
    }
  }

  /// The best start once all have ended, with a closer look at where it came to rest; the first one's error if all failed.
  func winner(_ leader: Leader?, _ summaries: [StartSummary], threads: Int) -> Result<Winner, FitError> {
    guard let leader else { return .failure(summaries.lazy.compactMap(\.failure).first ?? .noRows) }
    var summaries = summaries
    if summaries[leader.index].outcome == .converged, leader.isSound, variational == nil,
      let gain = SaddleSearch(problem, threads: threads).gain(from: leader.run)
    {
      summaries[leader.index] = summaries[leader.index].judged(.stopped(.saddle(gain)))
    }
    return .success(Winner(index: leader.index, run: leader.run, summaries: summaries))
  }

  /// The best of all starts.
  func best() throws(FitError) -> Winner {
    let winners = StartPool(searches: [self], threads: options.threadCount).run { _, winner in winner }
    return try winners[0].get()
  }

  /// EM, or the ascent of a variational fit, from one start.
  ///
  /// - Parameters:
  ///   - start: instead of the options'.
  ///   - limit: iterations at most, instead of the options'.
  func run(_ index: Int, from start: Start? = nil, threads: Int, limit: Int? = nil) throws(FitError) -> EMRun {
    let builder = StartBuilder(
      problem: problem, samples: prepared.whole, seed: options.seed, shared: shared, threads: threads)
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
  let rows: CenteredRows
  /// The population covariance, d × d; as far as the observed cells tell where some are missing.
  let covariance: Matrix
  /// The population variance of every column's observed cells.
  let variances: [Double]
  /// Nil where no cell is missing.
  let completion: Completion?

  init(_ samples: Samples) {
    self.samples = samples
    let centered = CenteredRows(samples, shift: samples.mean)
    let observed = samples.covariance
    variances = observed.diagonal
    guard !samples.isComplete else {
      (whole, rows, covariance, completion) = (samples, centered, observed, nil)
      return
    }
    let completion = Completion(centered, variances: variances)
    self.completion = completion
    let (filled, d) = (completion.values, samples.dimension)
    whole = samples.filled(with: filled.indices.map { filled[$0] + centered.shift[$0 % d] })
    rows = CenteredRows(centered, completed: whole)
    covariance = completion.covariance
  }
}
