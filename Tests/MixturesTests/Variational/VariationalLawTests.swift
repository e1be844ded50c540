import Mixtures
import Testing

/// The laws of a variational fit over families, priors and starts, on random data.
@Suite struct VariationalLawTests {
  private func fit(_ samples: Samples, _ options: (inout EMOptions) -> Void) throws -> EMFit {
    var chosen = EMOptions(
      components: 4, restarts: 2, tolerance: 1e-9, maxIterations: 200, floor: .none, method: .variational(.init()))
    options(&chosen)
    return try EMFit.fit(samples, chosen)
  }

  @Test(arguments: VariationalPrior.families, VariationalPrior.Weights.allCases)
  func theBoundNeverFalls(_ family: CovarianceFamily, _ weights: VariationalPrior.Weights) throws {
    for dimension in [1, 2, 4] {
      for seed in [UInt64(31), 32, 33] {
        let data = try RandomData(seed: seed, rows: 90, dimension: dimension, groups: 4)
        for start in Start.unaided + [.labels(data.labels)] {
          let fit = try fit(data.samples) {
            $0.family = family
            $0.start = start
            $0.seed = seed
            $0.method = .variational(
              VariationalPrior(
                weights: weights, concentration: seed == 32 ? 3 : nil, meanPrecision: seed == 33 ? 0.01 : 1))
          }
          let name: Comment = "seed \(seed), \(family), \(weights), d \(dimension), \(start.name)"
          let posterior = try #require(fit.variational)
          for (before, after) in zip(posterior.bounds, posterior.bounds.dropFirst()) {
            #expect(after >= before - 1e-11 * max(1, abs(before)), name)
          }
          #expect(posterior.bounds.count == fit.steps.count, name)
          #expect(abs(posterior.counts.reduce(0, +) - 90) <= 1e-11 * 90, name)
          #expect(abs(fit.mixture.weights.reduce(0, +) - 1) <= 1e-13, name)
          #expect(fit.steps.last.map { $0.logLikelihood >= posterior.bound } == true, name)
          let broken = fit.certificate().filter { !$0.holds }
          #expect(broken.isEmpty, "\(name): \(broken)")
        }
      }
    }
  }

  @Test(arguments: VariationalPrior.families)
  func aShiftChangesNothing(_ family: CovarianceFamily) throws {
    let data = try RandomData(seed: 41, rows: 120, dimension: 2, groups: 3)
    // Multiples of 2⁻¹⁰ stay what they are beside 10⁸.
    let values = data.samples.values.map { ($0 * 1024).rounded() / 1024 }
    let (near, far) = (
      try Samples(values: values, dimension: 2), try Samples(values: values.map { $0 + 1e8 }, dimension: 2)
    )
    func run(_ samples: Samples) throws -> EMFit {
      try fit(samples) {
        $0.family = family
        $0.start = .labels(data.labels)
        $0.components = 3
      }
    }
    let (first, second) = (try run(near), try run(far))
    let (a, b) = (try #require(first.variational), try #require(second.variational))
    #expect(first.iterations == second.iterations)
    #expect(abs(a.bound - b.bound) <= 1e-9 * abs(a.bound))
    for k in 0..<3 {
      #expect(abs(first.mixture.weights[k] - second.mixture.weights[k]) <= 1e-9)
      for j in 0..<2 {
        #expect(abs(first.mixture.means[k, j] + 1e8 - second.mixture.means[k, j]) <= 3e-8)
        let variance = first.mixture.covariances[k][j, j]
        #expect(abs(second.mixture.covariances[k][j, j] - variance) <= 1e-8 * variance)
      }
    }
  }

  /// A density in other units moves by the Jacobian, and so does the evidence.
  @Test func aFactorPerColumnMovesTheBoundByTheJacobian() throws {
    let data = try RandomData(seed: 42, rows: 60, dimension: 2, groups: 2)
    let scaled = try Samples(
      values: data.samples.values.enumerated().map { $1 * ($0 % 2 == 0 ? 1e-150 : 1e120) }, dimension: 2)
    func run(_ samples: Samples) throws -> EMFit {
      try fit(samples) {
        $0.start = .labels(data.labels)
        $0.components = 2
      }
    }
    let (a, b) = (try #require(run(data.samples).variational), try #require(run(scaled).variational))
    let jacobian = 60 * Elementary.log(1e-150) + 60 * Elementary.log(1e120)
    #expect(abs(b.bound - (a.bound - jacobian)) <= 1e-10 * abs(b.bound))
  }

  @Test func aWeightedRowCountsAsItsCopies() throws {
    let data = try RandomData(seed: 43, rows: 50, dimension: 2, groups: 2)
    let times = (0..<50).map { 1 + $0 % 3 }
    let copies = (0..<50).flatMap { i in Array(repeating: Array(data.samples[row: i]), count: times[i]).flatMap(\.self)
    }
    let weighted = try Samples(
      values: data.samples.values, columnNames: ["a", "b"], weights: times.map(Double.init))
    func run(_ samples: Samples, _ labels: [Int]) throws -> VariationalPosterior {
      let fit = try fit(samples) {
        $0.start = .labels(labels)
        $0.components = 2
      }
      return try #require(fit.variational)
    }
    let a = try run(weighted, data.labels)
    let b = try run(
      try Samples(values: copies, columnNames: ["a", "b"]),
      zip(data.labels, times).flatMap { Array(repeating: $0, count: $1) })
    #expect(a.bounds.count == b.bounds.count)
    #expect(abs(a.bound - b.bound) <= 1e-10 * abs(a.bound))
    for k in 0..<2 { #expect(abs(a.counts[k] - b.counts[k]) <= 1e-9) }
  }

  /// Ten components on two groups far apart: eight of them stay empty, at the prior.
  @Test func componentsWithoutRowsArePruned() throws {
    let data = try RandomData(seed: 44, rows: 200, dimension: 2, groups: 2, separation: 30)
    let fit = try fit(data.samples) {
      $0.components = 10
      $0.maxIterations = 2000
      $0.restarts = 10
    }
    let posterior = try #require(fit.variational)
    #expect(posterior.effectiveComponents == 2)
    #expect(abs(posterior.perplexity - 2) < 0.1)
    #expect((0..<10).map(posterior.isEffective) == [true, true] + Array(repeating: false, count: 8))
    for k in 2..<10 {
      #expect(posterior.counts[k] < 1e-3)
      for j in 0..<2 { #expect(abs(fit.mixture.means[k, j] - posterior.prior.mean[j]) < 1e-2) }
    }
    #expect(fit.outcome == .converged)
  }

  @Test(arguments: [
    (VariationalPrior(concentration: 0), "concentration is 0; it is a number above 0"),
    (VariationalPrior(meanPrecision: -1), "shrinkage is -1; it is a number above 0"),
    (VariationalPrior(mean: [1]), "mean of the prior should be 2 finite numbers, one a column"),
    (VariationalPrior(degreesOfFreedom: 1), "dof is 1; for 2 columns it is a number above 1"),
    (
      VariationalPrior(covariance: .diagonal([1, 2, 3])),
      "scale of the prior should be one number, 2 numbers or a symmetric matrix of 2 × 2"
    ),
    (VariationalPrior(covariance: .number(0)), "scale of the prior is no positive definite matrix"),
  ])
  func priorsThatAreNoneAreRefused(_ prior: VariationalPrior, _ message: String) throws {
    let samples = try RandomData(seed: 45, rows: 20, dimension: 2, groups: 2).samples
    #expect {
      try fit(samples) { $0.method = .variational(prior) }
    } throws: {
      "\($0)" == message
    }
  }
}
