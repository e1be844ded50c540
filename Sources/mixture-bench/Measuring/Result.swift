/// What was found of one benchmark.
package struct Result: Codable, Sendable, Hashable {
  package let name: String
  package let summary: String
  /// Of every round, for one unit of the work.
  package let rounds: [Double]
  /// A result of the work, to be compared with a peer's; nil where there is none.
  package let check: Double?
  /// The most memory the whole process held at a time, and how much of that the data are, in bytes; nil where it says
  /// nothing.
  package let peakBytes: Int?
  package let dataBytes: Int?
  package let rows: Int?
  package let rowComponents: Int?
  package let operations: Double?
  package let bytes: Double?
  /// Why it could not be timed; nil when it was.
  package let failure: String?

  package init(
    name: String, summary: String, rounds: [Double], check: Double? = nil, peakBytes: Int? = nil,
    dataBytes: Int? = nil, work: Work? = nil, failure: String? = nil
  ) {
    self.name = name
    self.summary = summary
    self.rounds = rounds
    self.check = check
    self.peakBytes = peakBytes
    self.dataBytes = dataBytes
    rows = work?.rows
    rowComponents = work?.rowComponents
    operations = work?.operations
    bytes = work.flatMap { $0.bytes > 0 ? $0.bytes : nil }
    self.failure = failure
  }

  /// The middle of the rounds, in seconds; nil when there is none.
  package var seconds: Double? { rounds.isEmpty ? nil : rounds.middle }
  package var best: Double? { rounds.min() }
  package var rowsPerSecond: Double? { rate(rows.map(Double.init)) }
  package var nanosecondsPerRowComponent: Double? {
    seconds.flatMap { seconds in rowComponents.map { seconds * 1e9 / Double($0) } }
  }
  /// 10⁹ floating-point operations a second.
  package var gigaOperations: Double? { rate(operations).map { $0 * 1e-9 } }
  /// 10⁹ bytes a second.
  package var gigaBytes: Double? { rate(bytes).map { $0 * 1e-9 } }
  /// Peak memory over the size of the data.
  package var memoryRatio: Double? {
    peakBytes.flatMap { peak in dataBytes.map { Double(peak) / Double($0) } }
  }

  private func rate(_ amount: Double?) -> Double? {
    seconds.flatMap { seconds in amount.map { $0 / seconds } }
  }
}

/// What a run of the benchmark found.
package struct Findings: Codable, Sendable, Hashable {
  package let machine: Machine
  package let results: [Result]

  package init(machine: Machine, results: [Result]) {
    self.machine = machine
    self.results = results
  }
}
