import Foundation
import Mixtures
import Testing

@Suite struct ConditionalTests {
  /// The mixture of the numbers below, which numpy 2.4.6 and scipy 1.17.1 worked out by inverting Σ_bb.
  private static func example() throws -> GaussianMixture {
    try GaussianMixture(
      weights: [0.2, 0.5, 0.3], means: Matrix([[0, 1, -2], [3, -1, 0.5], [-2, 2, 4]])!,
      covariances: [
        Matrix([[2, 0.6, -0.3], [0.6, 1.5, 0.4], [-0.3, 0.4, 1]])!,
        Matrix([[1, -0.5, 0.2], [-0.5, 2, 0.7], [0.2, 0.7, 3]])!,
        Matrix([[0.5, 0.1, 0], [0.1, 0.25, -0.05], [0, -0.05, 0.8]])!,
      ])
  }

  private struct Expected {
    var columns: [Int]
    var given: [(Int, Double)]
    var weights: [Double]
    var means: [[Double]]
    var covariances: [[[Double]]]
    var logDensity: Double
  }

  private static let expected = [
    Expected(
      columns: [0], given: [(1, 0.5), (2, 1)],
      weights: [0.005350764203291039, 0.9945868238893958, 6.241190731331763e-05],
      means: [[-1.8134328358208958], [2.6215970961887476], [-2.6835443037974684]],
      covariances: [[[1.5231343283582088]], [[0.8239564428312159]], [[0.45949367088607596]]],
      logDensity: -3.941492108241591),
    Expected(
      columns: [2, 0], given: [(1, 1.7)], weights: [0.1989847392404736, 0.08198293890905772, 0.7190323218504687],
      means: [[-1.8133333333333335, 0.28], [1.445, 2.325], [4.06, -2.12]],
      covariances: [
        [[0.8933333333333333, -0.46], [-0.46, 1.76]], [[2.755, 0.375], [0.375, 0.875]], [[0.79, 0.02], [0.02, 0.46]],
      ], logDensity: -1.2799151885941267),
    Expected(
      columns: [1], given: [(0, 40)], weights: [1, 9.81013321912115e-124, 0], means: [[13], [-19.5], [10.4]],
      covariances: [[[1.32]], [[1.75]], [[0.23]]], logDensity: -402.8749500359188),
  ]

  @Test(arguments: expected.indices) func agreesWithScipy(index: Int) throws {
    let expected = Self.expected[index]
    let found = try #require(
      try Self.example().conditional(columns: expected.columns, given: expected.given.map { ($0.0, $0.1) }))
    #expect(abs(found.logDensity - expected.logDensity) < 1e-12 * abs(expected.logDensity))
    for k in 0..<3 {
      #expect(abs(found.mixture.weights[k] - expected.weights[k]) <= 1e-12 * expected.weights[k])
      for (a, b) in zip(found.mixture.means[row: k], expected.means[k]) { #expect(abs(a - b) < 1e-13 * max(abs(b), 1)) }
      for (a, b) in zip(found.mixture.covariances[k].values, expected.covariances[k].joined()) {
        #expect(abs(a - b) < 1e-14)
      }
    }
  }

  /// p(x_a, x_b) = p(x_b) p(x_a | x_b) for random mixtures, points and choices of columns, against elimination.
  @Test(arguments: 0..<60) func theJointIsTheMarginalTimesTheConditional(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let d = 2 + seed % 4
    let mixture = try Self.random(&generator, components: 1 + seed % 5, dimension: d)
    let order = generator.permutation(d)
    let b = 1 + generator.integer(below: d - 1)
    let point = (0..<d).map { _ in 4 * generator.normal() }
    let (given, rest) = (Array(order[..<b]), Array(order[b...]))
    let conditional = try #require(
      mixture.conditional(columns: rest, given: given.map { ($0, point[$0]) }))
    let joint = Naive(mixture: mixture).logDensity(point)
    let marginal = Naive(mixture: mixture.marginal(columns: given)).logDensity(given.map { point[$0] })
    let own = Naive(mixture: conditional.mixture).logDensity(rest.map { point[$0] })
    let size = max(1, abs(joint))
    #expect(abs(marginal + own - joint) < 1e-10 * size, "seed \(seed)")
    #expect(abs(conditional.logDensity - marginal) < 1e-11 * max(1, abs(marginal)), "seed \(seed)")
    #expect(abs(conditional.mixture.weights.reduce(0, +) - 1) < 1e-14, "seed \(seed)")
  }

  /// Integrating the columns that are in neither list out first gives the same.
  @Test func columnsLeftOutAreIntegratedOut() throws {
    let mixture = try Self.example()
    let direct = try #require(mixture.conditional(columns: [2], given: [(0, 0.7)]))
    let all = try #require(mixture.conditional(columns: [1, 2], given: [(0, 0.7)]))
    let later = all.mixture.marginal(columns: [1])
    #expect(direct.mixture.weights == later.weights)
    for k in 0..<3 {
      #expect(abs(direct.mixture.means[k, 0] - later.means[k, 0]) < 1e-15)
      #expect(abs(direct.mixture.covariances[k][0, 0] - later.covariances[k][0, 0]) < 1e-15)
    }
    // Nothing given is the marginal.
    let nothing = try #require(mixture.conditional(columns: [1, 2], given: []))
    #expect(nothing.mixture.weights == mixture.weights && nothing.logDensity == 0)
    #expect(nothing.mixture.means == mixture.marginal(columns: [1, 2]).means)
  }

  /// One component fitted to data is the least-squares line: its slope, intercept and residual variance.
  @Test func oneComponentIsTheRegressionLine() throws {
    let samples = try Reference.samples("faithful")
    let mixture = try EMFit.fit(samples, EMOptions(components: 1, floor: .none)).mixture
    let (x, y) = ((0..<272).map { samples[$0, 1] }, (0..<272).map { samples[$0, 0] })
    let (mx, my) = (x.reduce(0, +) / 272, y.reduce(0, +) / 272)
    let sxy = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
    let slope = sxy / x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
    let residual = zip(x, y).reduce(0) { sum, pair in
      let error = pair.1 - my - slope * (pair.0 - mx)
      return sum + error * error / 272
    }
    for value in [43.0, 70, 96] {
      let found = try #require(mixture.conditional(columns: [0], given: [(1, value)])).mixture
      #expect(abs(found.means[0, 0] - (my + slope * (value - mx))) < 1e-11)
      #expect(abs(found.covariances[0][0, 0] - residual) < 1e-12)
      #expect(found.weights == [1])
    }
  }

  /// The weights are those of the nearest component, never NaN, as long as distances are doubles at all.
  @Test(arguments: [1e3, -1e6, 1e100, -1e160, 1e250]) func farAwayTheWidestComponentIsLeft(value: Double) throws {
    let found = try #require(try Self.example().conditional(columns: [1, 2], given: [(0, value)]))
    // Column 0 has variance 2 in the first component, and 1 and 0.5 in the others.
    #expect(found.mixture.weights == [1, 0, 0])
    #expect(found.mixture.means.values.count { $0.isFinite } == 6)
    #expect(abs(found.distance / (abs(value) / 2.0.squareRoot()) - 1) < 1e-12)
    #expect(!found.logDensity.isNaN)
  }

  @Test func beyondTheRangeOfDoublesThereIsNone() throws {
    let narrow = try GaussianMixture(
      weights: [1], means: Matrix([[0, 0]])!, covariances: [Matrix.diagonal([1e-20, 1])])
    #expect(narrow.conditional(columns: [1], given: [(0, 1e300)]) == nil)
    #expect(narrow.conditional(columns: [1], given: [(0, 1e290)]) != nil)
  }

  static func random(
    _ generator: inout SeededGenerator, components: Int, dimension d: Int
  ) throws -> GaussianMixture {
    let shares = (0..<components).map { _ in 0.05 + generator.uniform() }
    let total = shares.reduce(0, +)
    return try GaussianMixture(
      weights: shares.map { $0 / total },
      means: Matrix(rows: components, columns: d, values: (0..<components * d).map { _ in 5 * generator.normal() }),
      covariances: (0..<components).map { _ in
        let root = (0..<d * d).map { _ in generator.normal() }
        var matrix = Matrix.identity(d, scale: 0.1)
        for i in 0..<d {
          for j in 0...i {
            matrix[i, j] += (0..<d).reduce(0) { $0 + root[i * d + $1] * root[j * d + $1] }
            matrix[j, i] = matrix[i, j]
          }
        }
        return matrix
      })
  }
}
