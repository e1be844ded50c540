import Mixtures
import Testing

/// EM that rests at a saddle has not converged.
@Suite struct SaddleTests {
  /// Groups at −6, 0 and 6, mirrored at 0 to the last bit.
  private static func mirrored(_ seed: UInt64) throws -> Samples {
    var generator = SeededGenerator(seed: seed)
    let (side, middle) = ((0..<60).map { _ in 6 + generator.normal() }, (0..<30).map { _ in generator.normal() })
    return try Samples(values: side + middle + side.map { -$0 } + middle.map { -$0 }, dimension: 1)
  }

  /// Two components that mirror each other share the group in the middle and can never choose, though either would
  /// rather have it whole.
  @Test(arguments: [UInt64(148), 149, 151])
  func mirroredStartsRestAtASaddle(_ seed: UInt64) throws {
    let samples = try Self.mirrored(seed)
    var options = EMOptions(
      components: 2, start: .given(means: Matrix([[-5], [5]]), weights: nil, precisions: nil),
      tolerance: 1e-10, maxIterations: 5000)
    let fit = try EMFit.fit(samples, options)
    #expect(abs(fit.mixture.means[0, 0] + fit.mixture.means[1, 0]) < 1e-6)
    guard case .stopped(.saddle(let gain)) = fit.outcome else {
      Issue.record("\(fit.outcome)")
      return
    }
    #expect(gain > 0.01)
    #expect(fit.outcome.description.hasPrefix("stopped near a saddle point, from where a small push gains "))
    #expect(fit.starts[0].outcome == fit.outcome)
    options.start = .given(means: Matrix([[-5], [4]]), weights: nil, precisions: nil)
    let better = try EMFit.fit(samples, options)
    #expect(better.outcome == .converged)
    #expect(better.logLikelihood > fit.logLikelihood + gain)
  }

  /// With one variance for both, the shared middle is the maximum: scikit-learn 1.9.1 returns there from the side too.
  @Test func aMirroredMaximumIsNoSaddle() throws {
    let fit = try EMFit.fit(
      Self.mirrored(148),
      EMOptions(
        components: 2, family: .tied, start: .given(means: Matrix([[-5], [5]]), weights: nil, precisions: nil),
        tolerance: 1e-10, maxIterations: 5000))
    #expect(abs(fit.mixture.means[0, 0] + fit.mixture.means[1, 0]) < 1e-6)
    #expect(fit.outcome == .converged)
  }

  @Test func sharesThatAreAllEqualAreNotConvergence() throws {
    let samples = try Self.mirrored(152)
    let one = try EMFit.fit(samples, EMOptions(components: 1))
    let twice = GaussianMixtureOf(one.mixture, copies: 2)
    let fit = try EMFit.fit(samples, EMOptions(components: 2, start: .mixture(try twice.mixture)))
    #expect(fit.outcome == .stopped(.coinciding(0, 1)))
    #expect(abs(fit.logLikelihood - one.logLikelihood) <= 1e-9 * abs(one.logLikelihood))
  }

  /// What random starts end at are maxima, and none is called a saddle.
  @Test(arguments: CovarianceFamily.all, [UInt64(153), 154, 155])
  func maximaAreNotSaddles(_ family: CovarianceFamily, _ seed: UInt64) throws {
    let data = try RandomData(seed: seed, rows: 200, dimension: 2, groups: 3, separation: 2)
    for components in [2, 3, 4] {
      let fit = try EMFit.fit(
        data.samples,
        EMOptions(
          components: components, family: family, restarts: 3, tolerance: 1e-9, maxIterations: 5000, seed: seed))
      if case .stopped(.saddle) = fit.outcome { Issue.record("\(components), seed \(seed): \(fit.outcome)") }
    }
  }
}

/// A mixture repeated: the same density, its weights shared out.
private struct GaussianMixtureOf {
  let original: GaussianMixture
  let copies: Int

  init(_ original: GaussianMixture, copies: Int) { (self.original, self.copies) = (original, copies) }

  var mixture: GaussianMixture {
    get throws {
      try GaussianMixture(
        weights: (0..<copies).flatMap { _ in original.weights.map { $0 / Double(copies) } },
        means: try #require(Matrix((0..<copies).flatMap { _ in original.means.nested })),
        covariances: (0..<copies).flatMap { _ in original.covariances })
    }
  }
}
