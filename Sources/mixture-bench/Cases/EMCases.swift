internal import Mixtures

extension Benchmark {
  /// One EM iteration of every structure of covariances, and whole fits.
  static let emCases: [Benchmark] = [
    emIteration(.full, million),
    emIteration(.full, SyntheticData(rows: 1_000_000, columns: 2, components: 3)),
    emIteration(.full, SyntheticData(rows: 200_000, columns: 50, components: 10)),
    emIteration(.tied, million),
    emIteration(.diagonal, million),
    emIteration(.spherical, million),
    Benchmark(
      "fit/full/272x2/k2", "a whole fit to Old Faithful with one k-means start",
      work: .fits(rows: 272, components: 2)
    ) { settings in
      let samples = try ShippedData.faithful()
      // scikit-learn's defaults.
      let options = EMOptions(
        components: 2, restarts: 1, tolerance: 1e-3, maxIterations: 100, floor: .absolute(1e-6),
        threads: settings.threads)
      return {
        // One fit is too short for a clock.
        let (seconds, fit) = try Stopwatch.time {
          for _ in 1..<50 { _ = try EMFit.fit(samples, options) }
          return try EMFit.fit(samples, options)
        }
        return Sample(seconds / 50, check: fit.score)
      }
    },
  ]

  /// The data that most cases share.
  static let million = SyntheticData(rows: 1_000_000, columns: 10, components: 6)

  /// One EM iteration from a stated start, by the difference of two fits.
  private static func emIteration(_ structure: Work.Structure, _ data: SyntheticData) -> Benchmark {
    Benchmark(
      "em/\(structure)/\(data.size)/k\(data.components)", "one EM iteration, \(structure) covariances",
      work: .emIteration(structure, rows: data.rows, columns: data.columns, components: data.components), data: data
    ) { settings in
      let timed = try TimedEM(structure, data, threads: settings.threads)
      return {
        let (seconds, score) = try timed.iteration(of: 20)
        return Sample(seconds, check: score)
      }
    }
  }
}

/// EM on synthetic data from the start that its peers are given too.
struct TimedEM {
  private let samples: Samples
  private let options: EMOptions

  init(_ structure: Work.Structure, _ data: SyntheticData, threads: Int?) throws {
    samples = try data.samples()
    let (k, d) = (data.components, data.columns)
    let (family, precisions): (CovarianceFamily, Precisions) =
      switch structure {
      case .full: (.full, .full(Array(repeating: .identity(d), count: k)))
      case .tied: (.tied, .tied(.identity(d)))
      case .diagonal: (.diagonal, .diagonal(Matrix(rows: k, columns: d, repeating: 1)))
      case .spherical: (.spherical, .spherical(Array(repeating: 1, count: k)))
      }
    options = EMOptions(
      components: k, family: family,
      start: .given(
        means: try data.startMeans(), weights: Array(repeating: 1 / Double(k), count: k), precisions: precisions),
      restarts: 1, tolerance: 0, floor: .absolute(1e-6), threads: threads)
  }

  /// The iteration whose result is compared with that of a peer, which need not make more.
  static let compared = 4

  /// The seconds of an iteration, by fits of `count` and twice as many, and ℓ / n after the first few.
  func iteration(of count: Int) throws -> (seconds: Double, score: Double) {
    let (seconds, fit) = try Stopwatch.iteration(of: count, fit)
    return (seconds, fit.steps[min(Self.compared, 2 * count)].logLikelihood / Double(fit.n))
  }

  /// So many iterations, and what comes before and after them.
  func fit(_ iterations: Int) throws -> EMFit {
    var options = options
    options.maxIterations = iterations
    let fit = try EMFit.fit(samples, options)
    guard fit.iterations == iterations else {
      throw BenchmarkError("EM stopped after \(fit.iterations) iterations of \(iterations)")
    }
    return fit
  }
}
