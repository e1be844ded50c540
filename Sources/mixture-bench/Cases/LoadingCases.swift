internal import Tables

extension Benchmark {
  /// Comma-separated text to a table of numbers.
  static let loadingCases: [Benchmark] = [
    reading(.few, "csv/\(million.size)/4 decimals", "reading a table of numbers with four decimals"),
    reading(.all, "csv/\(million.size)/17 digits", "reading a table of numbers with all their digits"),
  ]

  /// The bytes of a text are known once it is written, so work is counted by those of the numbers in it.
  private static func reading(_ digits: SyntheticData.Digits, _ name: String, _ summary: String) -> Benchmark {
    Benchmark(
      name, summary, work: .reading(rows: million.rows, bytes: 8 * million.rows * million.columns), data: million
    ) { settings in
      let folder = try TemporaryFolder()
      let path = "\(folder.path)/\(name.split(separator: "/").last ?? "").csv"
      try million.writeText(digits, to: path)
      return {
        let (seconds, table) = try withExtendedLifetime(folder) {
          try Stopwatch.time {
            guard let bytes = FileBytes(path: path) else { throw BenchmarkError("\(path) cannot be read") }
            return try CSV(bytes).table(threads: settings.threads ?? Machine.processors)
          }
        }
        return Sample(seconds, check: table.columns.compactMap(\.numbers?.array).joined().reduce(0, +))
      }
    }
  }
}
