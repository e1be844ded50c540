import Mixtures
import Testing

@Suite struct CertificateTests {
  private static func names(_ fit: EMFit) -> [String] { fit.certificate().map(\.name) }

  @Test func lawsAreListedWhereTheyApply() throws {
    let samples = try Reference.samples("faithful")
    let bare = try EMFit.fit(samples, EMOptions(components: 2, tolerance: 1e-10, floor: .none))
    #expect(bare.outcome.isConverged)
    #expect(
      Self.names(bare) == [
        "The log-likelihood never falls",
        "The M-step raises the lower bound, less the floor's penalty",
        "Lower bound and divergence make up the log-likelihood",
        "The E-step closes the gap",
        "The responsibilities of a row add up to 1",
        "The weights add up to 1",
        "The component means average to the mean of the data",
        "Covariances within and between components add up to that of the data and the floor",
        "Squared distances add up to the count of numbers",
        "At convergence one more step moves no component",
      ])
    let floored = try EMFit.fit(samples, EMOptions(components: 1, family: .diagonal, maxIterations: 1))
    #expect(
      Self.names(floored) == [
        "The M-step raises the lower bound, less the floor's penalty",
        "Lower bound and divergence make up the log-likelihood",
        "The E-step closes the gap",
        "The responsibilities of a row add up to 1",
        "The weights add up to 1",
        "The component means average to the mean of the data",
        "One component is the mean and covariance of the data",
      ])
  }

  /// With a large floor ℓ itself falls, and only the penalised law remains.
  @Test func aLargeFloorLetsTheLikelihoodFall() throws {
    let samples = try Reference.samples("faithful")
    let best = try EMFit.fit(samples, EMOptions(components: 2, tolerance: 1e-10, floor: .none)).mixture
    let fit = try EMFit.fit(
      samples,
      EMOptions(
        components: 2,
        start: .given(
          means: best.means, weights: best.weights,
          precisions: .full(best.covariances.compactMap { Cholesky($0)?.inverse })),
        floor: .relative(0.1)))
    let fall = try #require(fit.largestFall)
    #expect(fall.iteration == 1)
    #expect(fall.amount > 1)
    #expect(fit.certificate().filter { !$0.holds }.isEmpty)
  }

  /// Means at 10⁸ are rounded to 10⁻⁸, which is no fault of EM.
  @Test func lawsHoldFarFromZero() throws {
    let samples = try Reference.samples("faithful")
    let far = try Samples(values: (0..<272).flatMap { Array(samples[row: $0]) }.map { $0 + 1e8 }, dimension: 2)
    let fit = try EMFit.fit(far, EMOptions(components: 2))
    #expect(fit.certificate().filter { !$0.holds }.isEmpty)
  }

  @Test func theStepsOfAnExplanationAreThoseOfTheFit() throws {
    let samples = try Reference.samples("faithful")
    let fit = try EMFit.fit(samples, EMOptions(components: 2, floor: .none))
    let naive = Naive(mixture: fit.steps[0].mixture)
    let row = try fit.eStep(row: 16, iteration: 0)
    let plain = naive.responsibilities(row.values)
    for k in 0..<2 {
      #expect(abs(row.responsibilities[k] - plain[k]) < 1e-12)
      #expect(abs(row.logNormals[k] - naive.logNormal(row.values, k)) < 1e-11)
    }
    let shares = (0..<272).map { naive.responsibilities(Array(samples[row: $0]))[1] }
    let count = shares.reduce(0, +)
    let update = try fit.mStep(component: 1, iteration: 1)
    #expect(abs(update.count - count) < 1e-9)
    #expect(abs(update.weight - count / 272) < 1e-12)
    for j in 0..<2 {
      let mean = (0..<272).reduce(0.0) { $0 + shares[$1] * samples[$1, j] } / count
      #expect(abs(update.mean[j] - mean) < 1e-10)
      let variance =
        (0..<272).reduce(0.0) { $0 + shares[$1] * (samples[$1, j] - mean) * (samples[$1, j] - mean) } / count
      #expect(abs(update.covariance[j, j] - variance) < 1e-10 * variance)
    }
    #expect(throws: FitError.badOption(name: "row", reason: "is 273; the fit has rows 1 to 272")) {
      try fit.eStep(row: 272, iteration: 0)
    }
    #expect(throws: FitError.self) { try fit.mStep(component: 0, iteration: 0) }
    #expect(throws: FitError.self) { try fit.mStep(component: 2, iteration: 1) }
    #expect(throws: FitError.self) { try fit.eStep(row: 0, iteration: fit.iterations + 1) }
  }
}
