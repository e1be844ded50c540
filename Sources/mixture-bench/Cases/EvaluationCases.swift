internal import Mixtures

extension Benchmark {
  /// What a mixture says of rows: an E-step's results, and a density over a grid, for a plot.
  static let evaluationCases: [Benchmark] = [
    Benchmark(
      "responsibilities/full/\(million.size)/k\(million.components)", "densities and responsibilities of every row",
      work: .evaluation(
        .full, rows: million.rows, columns: million.columns, components: million.components, responsibilities: true),
      data: million
    ) { settings in
      let threads = settings.threads ?? Machine.processors
      let (samples, mixture) = (try million.samples(), try million.mixture())
      return {
        let (seconds, evaluation) = Stopwatch.time { mixture.evaluate(samples, threads: threads) }
        return Sample(seconds, check: evaluation.logDensities.reduce(0, +) / Double(million.rows))
      }
    },
    Benchmark(
      "density/full/1000x1000 grid/k3", "the density at every place of a grid",
      work: .evaluation(.full, rows: 1_000_000, columns: 2, components: 3, responsibilities: false),
      dataBytes: 16_000_000
    ) { settings in
      let threads = settings.threads ?? Machine.processors
      let mixture = try SyntheticData(rows: 0, columns: 2, components: 3).mixture()
      let places = (0..<1000).map { Double($0) / 100 - 5 }
      let grid = try Samples(
        columns: [(0..<1_000_000).map { places[$0 % 1000] }, (0..<1_000_000).map { places[$0 / 1000] }],
        names: ["x", "y"])
      return {
        let (seconds, densities) = Stopwatch.time { mixture.densities(grid, threads: threads) }
        return Sample(seconds, check: densities.reduce(0, +) * 1e-4)
      }
    },
  ]
}
