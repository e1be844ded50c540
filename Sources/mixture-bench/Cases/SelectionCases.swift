internal import Mixtures

extension Benchmark {
  /// Agglomeration of the rows, from which EM can start.
  static let startCases: [Benchmark] = [
    Benchmark(
      "hierarchical/1599x11", "the hierarchical start of the red wines, for every number of components",
      work: .fits(rows: 1599, components: 1)
    ) { _ in
      let samples = try ShippedData.redWine()
      return { Sample(Stopwatch.time { HierarchicalClustering(samples, seed: 1) }.seconds) }
    }
  ]

  /// Grids of fits.
  static let selectionCases: [Benchmark] = [
    // mclust's own question: 14 families, K = 1 to 9, its start; and its tolerance, which is 10⁻⁵ of ℓ, here −1130 nats,
    // where ours is of ℓ / n.
    selection("faithful/9x14", "Old Faithful, K = 1 to 9 of all 14 families, mclust's start and tolerance") {
      (
        try ShippedData.faithful(), 1...9, CovarianceFamily.all,
        EMOptions(components: 1, start: .hierarchical, tolerance: 1e-5 * 1131 / 272)
      )
    },
    selection("faithful/9x14/kmeans", "the same from one k-means start a cell, to our own tolerance") {
      (try ShippedData.faithful(), 1...9, CovarianceFamily.all, EMOptions(components: 1, restarts: 1))
    },
    selection("red wine/9x14", "eleven columns of red wines, K = 1 to 9 of all 14 families, hierarchical start") {
      (try ShippedData.redWine(), 1...9, CovarianceFamily.all, EMOptions(components: 1, start: .hierarchical))
    },
    selection("red wine/9x14/kmeans", "the same from one k-means start a cell") {
      (try ShippedData.redWine(), 1...9, CovarianceFamily.all, EMOptions(components: 1, restarts: 1))
    },
    // scikit-learn's defaults but for the restarts.
    selection("red wine/10x4/5 starts", "eleven columns of red wines, K = 1 to 10 of 4 families, 5 k-means starts each")
    {
      (
        try ShippedData.redWine(), 1...10, [.full, .tied, .diagonal, .spherical],
        EMOptions(components: 1, restarts: 5, tolerance: 1e-3, maxIterations: 100, floor: .absolute(1e-6))
      )
    },
  ]

  private typealias Question = (
    samples: Samples, components: ClosedRange<Int>, families: [CovarianceFamily], options: EMOptions
  )

  private static func selection(
    _ name: String, _ summary: String, _ question: @escaping @Sendable () throws -> Question
  ) -> Benchmark {
    Benchmark("select/\(name)", "a selection: \(summary)") { settings in
      var (samples, components, families, options) = try question()
      options.threads = settings.threads
      return {
        let (seconds, selection) = try Stopwatch.time {
          try Selection.run(samples, components: Array(components), families: families, options: options)
        }
        return Sample(seconds, check: selection.best.bic)
      }
    }
  }
}
