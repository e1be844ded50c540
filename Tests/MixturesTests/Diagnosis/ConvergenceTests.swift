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

  /// Against differences of ℓ itself, by the logarithm of the odds of the first weight, the means and the logarithms of
  /// the variances: the two weights' parts are equal and opposite, so the odds' derivative counts twice.
  @Test func theGradientIsThatOfTheLogLikelihood() throws {
    let samples = try Reference.samples("waiting")
    let start = Start.given(means: Matrix([[50], [85]]), weights: [0.4, 0.6], precisions: nil)
    let fit = try EMFit.fit(
      samples, EMOptions(components: 2, start: start, tolerance: 0, maxIterations: 2, floor: .none))
    let at = fit.mixture
    func level(_ change: Int, _ step: Double) throws -> Double {
      var (weights, means, variances) = (at.weights, at.means.values, at.covariances.map { $0[0, 0] })
      switch change {
      case 0:
        let odds = weights[0] / weights[1] * Elementary.exp(step)
        weights = [odds / (1 + odds), 1 / (1 + odds)]
      case 1, 2: means[change - 1] += step * variances[change - 1].squareRoot()
      default: variances[change - 3] *= Elementary.exp(step)
      }
      return try GaussianMixture(
        weights: weights, means: Matrix(rows: 2, columns: 1, values: means),
        covariances: variances.map { Matrix.identity(1, scale: $0) }
      ).score(samples)
    }
    var square = 0.0
    for change in 0..<5 {
      let slope = try (level(change, 1e-5) - level(change, -1e-5)) / 2e-5
      square += (change == 0 ? 2 : 1) * slope * slope
    }
    #expect(abs(fit.gradientNorm - square.squareRoot()) < 1e-6 * square.squareRoot())
    #expect(square.squareRoot() > 1e-3)
  }

  @Test(arguments: CovarianceFamily.all)
  func theGradientVanishesAtAMaximum(_ family: CovarianceFamily) throws {
    let samples = try Reference.samples("iris4")
    var options = EMOptions(
      components: 2, family: family, start: .kMeans, restarts: 1, tolerance: 0, maxIterations: 2, floor: .none)
    let early = try EMFit.fit(samples, options)
    (options.tolerance, options.maxIterations) = (1e-15, 20_000)
    let late = try EMFit.fit(samples, options)
    #expect(late.gradientNorm < 1e-6, "\(family): \(late.gradientNorm)")
    #expect(early.gradientNorm > 20 * late.gradientNorm, "\(family): \(early.gradientNorm)")
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
