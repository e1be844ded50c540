internal import Wording

/// Where the time of a run goes; nothing of it reaches a report.
struct Stopwatch {
  private let clock = ContinuousClock()
  private let begin: ContinuousClock.Instant
  private(set) var laps: [(name: String, duration: Duration)] = []

  init() { begin = clock.now }

  /// Runs `body` and adds its time to the lap of this name.
  mutating func time<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
    let start = clock.now
    defer { add(name, clock.now - start) }
    return try body()
  }

  mutating func add(_ name: String, _ duration: Duration) {
    if let index = laps.firstIndex(where: { $0.name == name }) {
      laps[index].duration += duration
    } else {
      laps.append((name, duration))
    }
  }

  var total: Duration { clock.now - begin }

  /// `0.123 s`
  static func text(_ duration: Duration) -> String { NumberFormat.fixed(3).string(duration / .seconds(1)) + " s" }
}
