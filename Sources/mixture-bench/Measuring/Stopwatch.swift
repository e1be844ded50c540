/// Seconds that work takes.
enum Stopwatch {
  /// - Returns: the seconds `body` took, and its result.
  static func time<Result>(_ body: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try body()
    return ((clock.now - start) / .seconds(1), result)
  }

  /// The seconds of one iteration: those of twice `count` iterations less those of `count`, over `count`, so that what
  /// comes before and after them does not count.
  ///
  /// - Parameter body: runs so many iterations.
  /// - Returns: with the result of the longer run.
  static func iteration<Result>(
    of count: Int, _ body: (_ iterations: Int) throws -> Result
  ) rethrows -> (seconds: Double, result: Result) {
    let short = try time { _ = try body(count) }
    let long = try time { try body(2 * count) }
    return ((long.seconds - short.seconds) / Double(count), long.result)
  }
}

extension [Double] {
  /// The middle value, the mean of the two middle ones of an even number; NaN of none.
  package var middle: Double {
    guard !isEmpty else { return .nan }
    let ordered = sorted()
    return (ordered[count / 2] + ordered[(count - 1) / 2]) / 2
  }
}
