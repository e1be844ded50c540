import Mixtures
import Testing

/// How a fit came to its end, in numbers.
@Suite struct ConvergenceTests {
  /// The largest eigenvalue of the EM map's Jacobian at the optimum, by central differences in R 4.2.2: 0.6580516931.
  @Test func theRateIsTheLargestEigenvalueOfEM() throws {
    let samples = try Reference.samples("waiting")
    let fit = try EMFit.fit(
      samples, EMOptions(components: 2, restarts: 1, tolerance: 1e-9, floor: .none))
    #expect(abs(fit.rate - 0.6580516931) < 1e-3)
    #expect(fit.remainingGain < 1e-5)
    #expect(fit.lastStep < 1e-4)
    #expect(fit.nearlyEmpty == [])
  }

  @Test func theLastStepIsInStandardDeviations() throws {
    let samples = try Reference.samples("waiting")
    let fit = try EMFit.fit(
      samples,
      EMOptions(components: 1, start: .given(means: Matrix([[60]]), weights: nil, precisions: nil), maxIterations: 1))
    let (before, after) = (fit.steps[0].mixture, fit.steps[1].mixture)
    let width = before.covariances[0][0, 0]
    let moves = [
      abs(after.means[0, 0] - before.means[0, 0]) / width.squareRoot(),
      abs(after.covariances[0][0, 0] - width) / width,
    ]
    #expect(abs(fit.lastStep - moves.reduce(0, max)) < 1e-12)
    #expect(fit.rate.isNaN)
  }

  @Test func aComponentOfLessThanARowIsAtTheEdge() throws {
    let data = try RandomData(seed: 156, rows: 100, dimension: 1, groups: 1)
    let start = Start.given(
      means: Matrix([[data.samples.mean[0]], [data.samples.mean[0] + 60]]), weights: [0.999, 0.001],
      precisions: .tied(Matrix([[0.02]])!))
    let fit = try EMFit.fit(
      data.samples, EMOptions(components: 2, family: .tied, start: start, tolerance: 0, maxIterations: 1))
    let count = fit.mixture.weights[1] * 100
    #expect((fit.nearlyEmpty == [1]) == (count < 1))
  }
}
