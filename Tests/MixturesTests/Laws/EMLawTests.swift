import Mixtures
import Testing

/// The laws of EM over every family and start, on random data, in plain arithmetic.
@Suite struct EMLawTests {
  static let floors: [Floor] = [.none, .relative(1e-6), .absolute(1e-2)]

  static func starts(_ data: RandomData) -> [Start] {
    [
      .kMeans, .kMeansPlusPlus, .random, .randomFromData, .hierarchical, .labels(data.labels),
      .given(means: Matrix((0..<3).map { Array(data.samples[row: $0]) }), weights: nil, precisions: nil),
    ]
  }

  @Test(arguments: CovarianceFamily.all, [1, 2, 4])
  func hold(_ family: CovarianceFamily, _ dimension: Int) throws {
    for seed in [UInt64(11), 12, 13] {
      let data = try RandomData(seed: seed, rows: 120, dimension: dimension, groups: 3)
      for start in Self.starts(data) {
        for floor in Self.floors {
          let fit = try EMFit.fit(
            data.samples,
            EMOptions(
              components: 3, family: family, start: start, restarts: 2, tolerance: 1e-7, maxIterations: 60,
              floor: floor, seed: seed))
          try check(fit, "seed \(seed), \(family.name), d \(dimension), \(start.name), floor \(floor)")
        }
      }
    }
  }

  private func check(_ fit: EMFit, _ name: Comment) throws {
    let (samples, d) = (fit.samples, fit.samples.dimension)
    let (mean, covariance) = (samples.mean, samples.covariance)
    let bare = fit.floor.allSatisfy { $0 == 0 }
    let last = fit.iterations
    let repaired = fit.repairs.isEmpty
    for t in Set([0, 1, last / 2, last]).sorted() {
      let step = fit.steps[t]
      let plain = Naive(mixture: step.mixture).logLikelihood(samples)
      #expect(abs(step.logLikelihood - plain) <= 1e-9 * abs(plain), name)
      #expect(abs(step.mixture.weights.reduce(0, +) - 1) <= 1e-13, name)
      let shares = step.mixture.responsibilities(samples)
      for i in 0..<fit.n { #expect(abs(shares[row: i].reduce(0, +) - 1) <= 1e-13, name) }
    }
    guard repaired else { return }
    for t in 1...last {
      let (before, after) = (fit.steps[t - 1], fit.steps[t])
      if bare {
        #expect(after.logLikelihood >= before.logLikelihood - 1e-10 * max(1, abs(before.logLikelihood)), name)
      }
      for j in 0..<d { #expect(abs(after.mixture.mean[j] - mean[j]) <= 1e-10 * covariance[j, j].squareRoot(), name) }
      guard fit.options.family == .full || fit.options.family == .tied else { continue }
      let whole = after.mixture.covariance
      for i in 0..<d {
        for j in 0..<d {
          let expected = covariance[i, j] + (i == j ? fit.floor[i] : 0)
          #expect(abs(whole[i, j] - expected) <= 1e-9 * (covariance[i, i] * covariance[j, j]).squareRoot(), name)
        }
      }
    }
    let broken = fit.certificate().filter { !$0.holds }
    #expect(broken.isEmpty, "\(name): \(broken)")
    let halves = (0..<fit.iterations).map { fit.halfStep(from: $0) }
    for half in halves {
      let scale = max(1, abs(half.logLikelihood))
      #expect(abs(half.elbo + half.divergence - half.nextLogLikelihood) <= 1e-10 * scale, name)
      if bare { #expect(half.elbo >= half.logLikelihood - 1e-10 * scale, name) }
    }
  }

  @Test(arguments: CovarianceFamily.all)
  func aFloorIsAddedBeforeTheProjection(_ family: CovarianceFamily) throws {
    let data = try RandomData(seed: 21, rows: 80, dimension: 3, groups: 2)
    func fit(_ floor: Floor) throws -> EMFit {
      try EMFit.fit(
        data.samples,
        EMOptions(components: 2, family: family, start: .labels(data.labels), maxIterations: 1, floor: floor))
    }
    let (bare, raised) = (try fit(.none).steps[0].mixture, try fit(.relative(0.1)).steps[0].mixture)
    let floor = data.samples.covariance.diagonal.map { 0.1 * $0 }
    for k in 0..<2 {
      for j in 0..<3 {
        let expected = family == .spherical ? floor.reduce(0, +) / 3 : floor[j]
        let added = raised.covariances[k][j, j] - bare.covariances[k][j, j]
        #expect(abs(added - expected) <= 1e-12 * (expected + bare.covariances[k][j, j]))
      }
    }
  }
}
