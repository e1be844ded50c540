import Mixtures
import Testing

/// The laws of EM with a conjugate prior.
@Suite struct PriorLawTests {
  private func fit(_ samples: Samples, _ options: (inout EMOptions) -> Void) throws -> EMFit {
    var chosen = EMOptions(
      components: 3, restarts: 2, tolerance: 1e-8, maxIterations: 60, floor: .none, prior: ConjugatePrior())
    options(&chosen)
    return try EMFit.fit(samples, chosen)
  }

  @Test(arguments: CovarianceFamily.all, [1, 2, 4])
  func theLogPosteriorNeverFalls(_ family: CovarianceFamily, _ dimension: Int) throws {
    let priors = [
      ConjugatePrior(), ConjugatePrior(shrinkage: 0), ConjugatePrior(shrinkage: 2, degreesOfFreedom: 9),
    ]
    for (place, prior) in priors.enumerated() {
      let seed = UInt64(51 + place)
      let data = try RandomData(seed: seed, rows: 80, dimension: dimension, groups: 3)
      for start in [Start.labels(data.labels), .random] {
        let fit = try fit(data.samples) {
          ($0.family, $0.start, $0.prior, $0.seed) = (family, start, prior, seed)
        }
        let name: Comment = "seed \(seed), \(family), d \(dimension), \(start.name)"
        let levels = zip(fit.steps, try #require(fit.logPriors)).map { $0.logLikelihood + $1 }
        for (before, after) in zip(levels, levels.dropFirst()) where fit.repairs.isEmpty {
          #expect(after >= before - 1e-10 * max(1, abs(before)), name)
        }
        let broken = fit.certificate().filter { !$0.holds }
        #expect(broken.isEmpty, "\(name): \(broken)")
      }
    }
  }

  /// μ = (n x̄ + κ m) / (n + κ), Σ = (Λ + W + κ n / (κ + n) (x̄ − m)(x̄ − m)ᵀ) / (n + ν + d + 2).
  @Test func oneComponentIsTheClosedForm() throws {
    let samples = try RandomData(seed: 61, rows: 30, dimension: 2, groups: 1).samples
    let (mean, covariance) = (samples.mean, samples.covariance)
    let (center, scale) = ([1.0, -2.0], [[2.0, 0.5], [0.5, 1.0]])
    let fit = try fit(samples) {
      $0.components = 1
      $0.prior = ConjugatePrior(
        shrinkage: 5, mean: center, degreesOfFreedom: 7, scale: Matrix(scale).map { .full($0) })
    }
    for i in 0..<2 {
      #expect(abs(fit.mixture.means[0, i] - (30 * mean[i] + 5 * center[i]) / 35) <= 1e-12)
      for j in 0..<2 {
        let pull = 150.0 / 35 * (mean[i] - center[i]) * (mean[j] - center[j])
        let expected = (scale[i][j] + 30 * covariance[i, j] + pull) / 41
        #expect(abs(fit.mixture.covariances[0][i, j] - expected) <= 1e-12 * covariance[i, i])
      }
    }
    #expect(fit.outcome == .converged)
  }

  /// Fifty copies of one row beside a hundred others: without a prior a component falls onto them.
  @Test func keepsComponentsFromCollapsing() throws {
    let data = try RandomData(seed: 62, rows: 100, dimension: 2, groups: 2)
    let copies = Array(repeating: Array(data.samples[row: 0]), count: 50).flatMap(\.self)
    let samples = try Samples(values: data.samples.values + copies, dimension: 2)
    let labels = data.labels.indices.map { $0 == 0 ? 2 : data.labels[$0] } + Array(repeating: 2, count: 50)
    let bare = try? fit(samples) { ($0.start, $0.prior) = (.labels(labels), nil) }
    #expect(bare.map { !$0.repairs.isEmpty } ?? true)
    for family in CovarianceFamily.all {
      let drawn = try fit(samples) { ($0.start, $0.family) = (.labels(labels), family) }
      #expect(drawn.repairs.isEmpty, "\(family)")
      #expect(drawn.spurious == nil, "\(family)")
      #expect(drawn.steps.allSatisfy { $0.logLikelihood.isFinite }, "\(family)")
    }
  }

  @Test func aShiftChangesNothing() throws {
    let data = try RandomData(seed: 63, rows: 90, dimension: 2, groups: 3)
    let values = data.samples.values.map { ($0 * 1024).rounded() / 1024 }
    func run(_ shift: Double) throws -> EMFit {
      try fit(try Samples(values: values.map { $0 + shift }, dimension: 2)) { $0.start = .labels(data.labels) }
    }
    let (near, far) = (try run(0), try run(1e8))
    #expect(near.iterations == far.iterations)
    #expect(abs(near.logLikelihood - far.logLikelihood) <= 1e-9 * abs(near.logLikelihood))
    for k in 0..<3 {
      let variance = near.mixture.covariances[k][0, 0]
      #expect(abs(far.mixture.covariances[k][0, 0] - variance) <= 1e-8 * variance)
    }
  }

  @Test(arguments: [
    (ConjugatePrior(shrinkage: -1), "shrinkage is -1; it is a number not below 0"),
    (ConjugatePrior(mean: [1]), "mean of the prior should be 2 finite numbers, one a column"),
    (
      ConjugatePrior(shrinkage: 0, mean: [1, 2]),
      "mean of the prior has no effect with shrinkage: 0; leave one of them out"
    ),
    (ConjugatePrior(degreesOfFreedom: 1), "dof is 1; for a full covariance of 2 columns it is a number above 1"),
    (
      ConjugatePrior(scale: .diagonal([1])),
      "scale of the prior should be one number, 2 numbers or a symmetric matrix of 2 × 2"
    ),
    (ConjugatePrior(scale: .number(-1)), "scale of the prior is neither 0 nor positive definite"),
  ])
  func priorsThatAreNoneAreRefused(_ prior: ConjugatePrior, _ message: String) throws {
    let samples = try RandomData(seed: 64, rows: 20, dimension: 2, groups: 2).samples
    #expect {
      try fit(samples) { $0.prior = prior }
    } throws: {
      "\($0)" == message
    }
  }
}
