/// How well a kind of mixture predicts rows that it was not fitted to: the rows are divided into folds, and each fold
/// is scored by the mixture fitted to all others.
package struct CrossValidation: Sendable, Hashable {
  /// The mean log-likelihood of the folds, in nats a row; higher is better.
  package let score: Double
  /// The standard error of that mean: the folds' standard deviation (n − 1) over √folds.
  package let standardError: Double
  /// The mean log-likelihood of a row of each fold.
  package let folds: [Double]

  init(folds: [Double]) {
    let count = Double(folds.count)
    let mean = folds.reduce(0, +) / count
    let square = folds.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.folds = folds
    score = mean
    standardError = (square / (count - 1) / count).squareRoot()
  }

  /// Scores every cell of a grid.
  ///
  /// - Parameter options: how each is fitted, its components and family replaced.
  /// - Returns: for each cell its scores, or why one of its fits failed.
  /// - Throws: `FitError.badOption` when there are too few folds, or fewer rows than folds.
  static func run(
    _ samples: Samples, grid: [(components: Int, family: CovarianceFamily)], options: EMOptions, folds: Int
  ) throws(FitError) -> [Result<CrossValidation, FitError>] {
    guard folds >= 2 else { throw .badOption(name: "folds", reason: "is \(folds); it is at least 2") }
    guard folds <= samples.rowCount else {
      throw .badOption(name: "folds", reason: "is \(folds), and there are only \(samples.rowCount) rows")
    }
    var generator = SeededGenerator(seed: options.seed).stream(named: "folds")
    let order = generator.permutation(samples.rowCount)
    var scores = Array(repeating: Result<[Double], FitError>.success([]), count: grid.count)
    for fold in 0..<folds {
      // Sorted, so that a fit does not see the order of the draw.
      let held = order.indices.filter { $0 % folds == fold }.map { order[$0] }.sorted()
      let kept = order.indices.filter { $0 % folds != fold }.map { order[$0] }.sorted()
      let (prepared, test) = (PreparedSamples(samples.taking(kept)), samples.taking(held))
      var own = options
      if case .labels(let labels) = options.start { own.start = .labels(kept.map { labels[$0] }) }
      own.threads = 1
      let shared = SharedStarts(prepared, components: grid.map(\.components).unique, options: own)
      let options = own
      let results = Parallel.map(grid.count, threads: options.threadCount) { place -> Result<Double, FitError> in
        var cell = options
        (cell.components, cell.family) = grid[place]
        do throws(FitError) {
          return .success(try EMFit.fit(prepared, cell, shared: shared).mixture.score(test))
        } catch {
          return .failure(error)
        }
      }
      for (place, result) in results.enumerated() {
        scores[place] = scores[place].flatMap { known in result.map { known + [$0] } }
      }
    }
    return scores.map { $0.map(CrossValidation.init) }
  }
}

extension [Int] {
  /// Each number once, in the order of its first place.
  var unique: [Int] {
    var seen = Set<Int>()
    return filter { seen.insert($0).inserted }
  }
}
