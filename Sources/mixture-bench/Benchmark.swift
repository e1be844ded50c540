/// One piece of work that is timed.
struct Benchmark: Sendable {
  /// What `--filter` goes by: the kind of work, then its size.
  let name: String
  /// What is timed, in words.
  let summary: String
  /// What one measured unit of the work is; nil where nothing can be counted.
  let work: Work?
  /// The size of the data that is fitted or read, in bytes; nil where peak memory says nothing.
  let dataBytes: Int?
  /// The synthetic data behind it, which peers read too.
  let data: SyntheticData?
  /// Makes what the work needs, untimed; the result is one round of it.
  let prepare: @Sendable (Settings) throws -> Round

  typealias Round = () throws -> Sample

  /// What one round found.
  struct Sample {
    /// For one unit of the work.
    let seconds: Double
    /// A result of the work, the same in a peer that does the same: a mean log-likelihood, an inertia, a sum.
    let check: Double?

    init(_ seconds: Double, check: Double? = nil) {
      self.seconds = seconds
      self.check = check
    }
  }

  /// How the work is done.
  struct Settings: Sendable {
    /// At most this many threads; nil means one a processor.
    var threads: Int?
  }

  init(
    _ name: String, _ summary: String, work: Work? = nil, dataBytes: Int? = nil, data: SyntheticData? = nil,
    prepare: @escaping @Sendable (Settings) throws -> Round
  ) {
    self.name = name
    self.summary = summary
    self.work = work
    self.dataBytes = dataBytes ?? data.map { 8 * $0.rows * $0.columns }
    self.data = data
    self.prepare = prepare
  }

  /// Everything that can be timed, in the order it is.
  static let all: [Benchmark] =
    emCases + kMeansCases + evaluationCases + startCases + selectionCases + loadingCases + runCases
}

/// Why something could not be timed, and the cure.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
