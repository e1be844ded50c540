extension Benchmark {
  /// gmm-report as a whole, from its start to its end.
  static let runCases: [Benchmark] = [
    run("run/help", "gmm-report --help", repeats: 20) { _ in ["--help"] },
    run("run/figure", "a notebook of one figure, the densities of Old Faithful, in one theme") { folder in
      let notebook = "\(folder)/figure.md"
      let data = "\(folder)/faithful.csv"
      let rows = try ShippedData.bytes("faithful.csv")
      try TextFile.write(data) { hand in rows.withUnsafeBytes { hand($0) } }
      try TextFile.write(notebook, figure)
      return [notebook, "--output", folder, "--quiet"]
    },
    run("run/wine", "notebooks/wine.md") { folder in ["notebooks/wine.md", "--output", folder, "--quiet"] },
  ]

  private static let figure = """
    ---
    title: One figure
    theme: light
    ---

    ```{load} faithful
    file: faithful.csv
    ```

    ```{fit} two
    data: faithful
    components: 2
    ```

    ```{plot} fig-density
    kind: density
    fit: two
    ```

    """

  /// - Parameters:
  ///   - repeats: runs that a round is the mean of.
  ///   - arguments: given a folder to write to.
  private static func run(
    _ name: String, _ summary: String, repeats: Int = 1, _ arguments: @escaping @Sendable (String) throws -> [String]
  ) -> Benchmark {
    Benchmark(name, summary) { _ in
      let folder = try TemporaryFolder()
      let arguments = try arguments(folder.path)
      let program = try Executable.beside("gmm-report")
      return {
        let (seconds, _) = try Stopwatch.time {
          for _ in 0..<repeats {
            let run = try ChildProcess.run(program, arguments, quietly: true)
            // 1: a claim of the notebook does not hold, and the report is written all the same.
            guard run.status <= 1 else { throw BenchmarkError("\(program) ended with status \(run.status)") }
          }
        }
        return withExtendedLifetime(folder) { Sample(seconds / Double(repeats)) }
      }
    }
  }
}
