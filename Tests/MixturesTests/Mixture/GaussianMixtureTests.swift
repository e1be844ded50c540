import Foundation
import Mixtures
import Testing

@Suite struct GaussianMixtureTests {
  private static func example() throws -> GaussianMixture {
    try GaussianMixture(
      weights: [0.3, 0.7], means: Matrix([[1, -2], [4, 3]])!,
      covariances: [Matrix([[2, 0.5], [0.5, 1]])!, Matrix([[1, -0.3], [-0.3, 0.25]])!])
  }

  @Test func densitiesAgreeWithPlainArithmetic() throws {
    let mixture = try Self.example()
    let points = (0..<50).map { [Double($0) / 7 - 2, Double($0 % 9) - 4] }
    let samples = try Samples(values: Array(points.joined()), dimension: 2)
    let evaluation = mixture.evaluate(samples)
    let naive = Naive(mixture: mixture)
    for (i, point) in points.enumerated() {
      #expect(abs(evaluation.logDensities[i] - naive.logDensity(point)) < 1e-12 * max(1, abs(naive.logDensity(point))))
      let shares = naive.responsibilities(point)
      #expect(abs(evaluation.responsibilities[i, 0] - shares[0]) < 1e-12)
      #expect(evaluation.labels[i] == (shares[0] >= shares[1] ? 0 : 1))
    }
    #expect(abs(mixture.logLikelihood(samples) - naive.logLikelihood(samples)) < 1e-9)
    #expect(mixture.densities(samples).count == 50)
  }

  @Test func theArticlesGaussianAtItsMean() throws {
    // Mean 4, variance 0.25: density 1 / √(2π · 0.25) at the mean.
    let mixture = try GaussianMixture(weights: [1], means: Matrix([[4]])!, covariances: [Matrix([[0.25]])!])
    let density = try mixture.densities(at: [4, 4.5])
    #expect(abs(density[0] - 0.7978845608028654) < 1e-15)
    #expect(abs(density[1] - 0.7978845608028654 * Foundation.exp(-0.5)) < 1e-15)
  }

  @Test func theMarginalIntegratesTheOtherColumnOut() throws {
    let mixture = try Self.example()
    let second = mixture.marginal(columns: [1])
    for y in [-3.0, 0, 2.5] {
      let step = 0.01
      let grid = stride(from: -15.0, through: 20, by: step).flatMap { [$0, y] }
      let integral = mixture.densities(try Samples(values: grid, dimension: 2)).reduce(0, +) * step
      #expect(abs(try second.densities(at: [y])[0] - integral) < 1e-6)
    }
    #expect(mixture.marginal(columns: [1, 0]).covariances[0] == Matrix([[1, 0.5], [0.5, 2]]))
  }

  @Test func samplesHaveTheMixturesMoments() throws {
    let mixture = try Self.example()
    var generator = SeededGenerator(seed: 9)
    let count = 100_000
    let drawn = mixture.sample(count, using: &generator)
    let samples = try Samples(values: drawn.values, dimension: 2)
    for j in 0..<2 {
      let error = (mixture.covariance[j, j] / Double(count)).squareRoot()
      #expect(abs(samples.mean[j] - mixture.mean[j]) < 5 * error)
    }
    for i in 0..<2 {
      for j in 0..<2 { #expect(abs(samples.covariance[i, j] - mixture.covariance[i, j]) < 0.08) }
    }
    let share = Double(drawn.labels.count { $0 == 0 }) / Double(count)
    #expect(abs(share - 0.3) < 5 * (0.21 / Double(count)).squareRoot())
  }

  @Test(arguments: [
    ([0.5, 0.4], [[1.0, 0], [0, 1]], "its weights add up to 0.9, not 1"),
    ([1.5, -0.5], [[1, 0], [0, 1]], "weight 2 is -0.5; weights lie between 0 and 1"),
    ([0.5, 0.5], [[1, 2], [2, 1]], "covariance 1 is not positive definite"),
    ([0.5, 0.5], [[1, 0.5], [0.2, 1]], "covariance 1 is not symmetric"),
    ([0.5, 0.5], [[1]], "covariance 1 is 1 × 1, not 2 × 2"),
    ([0.5, 0.5], [[.nan, 0], [0, 1]], "covariance 1 holds a number that is not finite"),
    ([1], [[1, 0], [0, 1]], "1 weights come with 2 means"),
  ])
  func wrongParametersAreRefused(_ weights: [Double], _ covariance: [[Double]], _ reason: String) throws {
    let matrix = try #require(Matrix(covariance))
    #expect(throws: FitError.badMixture(reason: reason)) {
      try GaussianMixture(weights: weights, means: Matrix([[0, 0], [1, 1]])!, covariances: [matrix, matrix])
    }
  }
}
