import Foundation
import Mixtures
import Testing

@Suite struct PredictionTests {
  /// mpmath 1.3.0 with 40 digits.
  @Test(arguments: [
    (0.5, 1, 0.47950012218695346232), (3.84, 1, 0.050043521248705103189), (690, 1, 4.4698413781831186102e-152),
    (1, 2, 0.6065306597126334236), (10, 2, 0.0067379469990854670966), (7, 3, 0.071897772496465127458),
    (30, 3, 1.3800570312932547282e-6), (1e-8, 3, 0.99999999999973403848), (1400, 4, 6.9116332571755993706e-302),
    (12.5, 5, 0.028543123326167459495), (200, 7, 1.1477812240142598209e-39), (40, 50, 0.84322737817376227362),
    (900, 1000, 0.98928276190871025844), (1500, 1000, 1.0454640385979657294e-22),
  ])
  func chiSquare(x: Double, freedom: Int, expected: Double) {
    let found = Elementary.chiSquareSurvival(x, freedom: freedom)
    #expect(abs(found - expected) <= 5e-13 * expected, "\(found)")
  }

  @Test func chiSquareAtItsEnds() {
    for freedom in [1, 2, 5] {
      #expect(Elementary.chiSquareSurvival(0, freedom: freedom) == 1)
      #expect(Elementary.chiSquareSurvival(-1, freedom: freedom) == 1)
      #expect(Elementary.chiSquareSurvival(1e300, freedom: freedom) == 0)
      #expect(Elementary.chiSquareSurvival(.infinity, freedom: freedom) == 0)
      #expect(Elementary.chiSquareSurvival(.nan, freedom: freedom).isNaN)
    }
  }

  /// The rows of a fit are predicted as the fit has them, bit for bit.
  @Test func theFittedRowsAreAsInTheFit() throws {
    let samples = try Reference.samples("iris4")
    let fit = try EMFit.fit(samples, EMOptions(components: 3))
    let found = try fit.mixture.predict(samples.values, marginalizing: false)
    #expect(found.labels == fit.labels.map(Optional.some))
    #expect(found.responsibilities == fit.responsibilities)
    #expect(found.logDensities == fit.mixture.logDensities(samples))
  }

  /// Of rows drawn from one Gaussian the score is uniform: its mean ½ with standard error √(1/12 n), and a twentieth
  /// lies below 0.05.
  @Test(arguments: [1, 2, 5]) func theScoreOfAGaussiansOwnRowsIsUniform(dimension: Int) throws {
    var generator = SeededGenerator(seed: 3)
    let mixture = try ConditionalTests.random(&generator, components: 1, dimension: dimension)
    let n = 20_000
    let scores = try mixture.predict(mixture.sample(n, using: &generator).values, marginalizing: false).outliers
    #expect(abs(scores.reduce(0, +) / Double(n) - 0.5) < 4 * (1 / (12 * Double(n))).squareRoot())
    #expect(abs(Double(scores.count { $0 < 0.05 }) / Double(n) - 0.05) < 4 * (0.05 * 0.95 / Double(n)).squareRoot())
  }

  /// The score by the least of the squared distances, each by elimination.
  @Test func theScoreIsThatOfTheNearestComponent() throws {
    var generator = SeededGenerator(seed: 8)
    let mixture = try ConditionalTests.random(&generator, components: 4, dimension: 3)
    let naive = Naive(mixture: mixture)
    let values = (0..<90).map { _ in 4 * generator.normal() }
    let found = try mixture.predict(values, marginalizing: false)
    for i in 0..<30 {
      let x = Array(values[i * 3..<i * 3 + 3])
      let squares = (0..<4).map { k in 2 * (naive.logNormal(mixture.means[row: k], k) - naive.logNormal(x, k)) }
      let expected = Elementary.chiSquareSurvival(squares.min() ?? 0, freedom: 3)
      #expect(abs(found.outliers[i] - expected) < 1e-11)
    }
  }

  @Test func missingCellsAreLeftOrIntegratedOut() throws {
    var generator = SeededGenerator(seed: 5)
    let mixture = try ConditionalTests.random(&generator, components: 3, dimension: 3)
    let values = [1, 2, 3, 1, .nan, 3, .nan, .nan, .nan, .nan, .nan, -2]
    let left = try mixture.predict(values, marginalizing: false)
    #expect(left.labels.map { $0 != nil } == [true, false, false, false])
    #expect(left.outliers[1].isNaN && left.uncertainties[1].isNaN && left.responsibilities[1, 0].isNaN)
    let found = try mixture.predict(values, marginalizing: true)
    #expect(found.labels.map { $0 != nil } == [true, true, false, true])
    #expect(found.labels[0] == left.labels[0] && found.logDensities[0] == left.logDensities[0])
    for (row, columns, x) in [(1, [0, 2], [1.0, 3]), (3, [2], [-2])] {
      let naive = Naive(mixture: mixture.marginal(columns: columns))
      #expect(abs(found.logDensities[row] - naive.logDensity(x)) < 1e-12)
      let shares = naive.responsibilities(x)
      for k in 0..<3 { #expect(abs(found.responsibilities[row, k] - shares[k]) < 1e-12) }
      #expect(found.outliers[row] > 0 && found.outliers[row] <= 1)
    }
  }

  /// Squared distances beyond the range of doubles: the widest component answers, and nothing is NaN.
  @Test func rowsFarBeyondEveryComponent() throws {
    let mixture = try GaussianMixture(
      weights: [0.5, 0.5], means: Matrix([[0, 0], [5, 5]])!, covariances: [.identity(2), .identity(2, scale: 4)])
    let found = try mixture.predict([1e200, 0, -1e160, 1e160, 1, 1], marginalizing: false)
    #expect(found.labels == [1, 1, 0])
    #expect(found.responsibilities[row: 0] == [0, 1] && found.responsibilities[row: 1] == [0, 1])
    #expect(found.logDensities[0] == -.infinity && found.logDensities[2].isFinite)
    #expect(found.outliers[0] == 0 && found.uncertainties[0] == 0)
  }

  /// Far from every Gaussian the noise answers; the score is of the nearest Gaussian all the same.
  @Test func noiseIsTheLastComponent() throws {
    let mixture = try GaussianMixture(
      weights: [0.5, 0.4], means: Matrix([[0], [9]])!, covariances: [.identity(1), .identity(1)],
      noise: UniformNoise(weight: 0.1, logDensity: -3))
    let found = try mixture.predict([0, 9, 1e6], marginalizing: false)
    #expect(found.labels == [0, 1, 2])
    #expect(found.responsibilities[row: 2] == [0, 0, 1])
    #expect(abs(found.logDensities[2] - (Foundation.log(0.1) - 3)) < 1e-14)
    #expect(found.outliers == [1, 1, 0])
  }
}
