import Mixtures
import Testing

/// What is refused, and in which words.
@Suite struct FitErrorTests {
  private static let plain = try? RandomData(seed: 61, rows: 30, dimension: 2, groups: 2).samples

  private static func message(_ body: () throws -> Void) -> String? {
    (#expect(throws: FitError.self) { try body() })?.description
  }

  @Test func samplesWithoutNumbers() {
    #expect(Self.message { _ = try Samples(values: [], columnNames: ["x"]) } == "there are no rows to fit")
    #expect(
      Self.message { _ = try Samples(values: [1], columnNames: []) }
        == "there are no columns to fit; name at least one numeric column")
    #expect(
      Self.message { _ = try Samples(values: [1, 2, 3], columnNames: ["x", "y"]) }
        == "3 values do not fill rows of 2 columns")
    #expect(
      Self.message { _ = try Samples(values: [1, 2, 3, .nan], columnNames: ["x", "y"]) }
        == "row 2 of y is not a number; drop the row or replace the value")
    #expect(
      Self.message { _ = try Samples(values: [1, -.infinity], columnNames: ["x"]) }
        == "row 2 of x is infinite; drop the row or replace the value")
  }

  @Test(arguments: [
    ([1.0], 2, Floor.relative(1e-6), "2 components need at least 2 rows, and there is 1; ask for fewer components"),
    (
      [1, 2, 1, 2], 3, .relative(1e-6),
      "3 components need at least 3 different rows, and only 2 are different; ask for fewer components"
    ),
    (
      [5, 5, 5], 1, .relative(1e-6),
      "x is 5 in every row, so its variance is 0; drop the column or set an absolute floor (regularization: 1e-6)"
    ),
    ([1e200, -1e200, 0], 1, .none, "the variance of x is beyond the range of doubles; rescale the column"),
  ])
  func dataThatAllowNoFit(_ values: [Double], _ components: Int, _ floor: Floor, _ expected: String) throws {
    let samples = try Samples(values: values, columnNames: ["x"])
    let options = EMOptions(components: components, floor: floor)
    #expect(Self.message { _ = try EMFit.fit(samples, options) } == expected)
  }

  @Test func aColumnThatIsTheSumOfOthers() throws {
    var generator = SeededGenerator(seed: 3)
    let values = (0..<40).flatMap { _ -> [Double] in
      let (a, b, c) = (generator.normal(), generator.normal(), generator.normal())
      return [a, b, c, 2 * a - c + 7]
    }
    let samples = try Samples(values: values, columnNames: ["a", "b", "c", "d"])
    #expect(
      Self.message { _ = try EMFit.fit(samples, EMOptions(components: 2, floor: .none)) }
        == "d is a linear combination of a, c, so no covariance of these columns can be inverted; drop one of them, "
        + "or set a floor")
    #expect(try EMFit.fit(samples, EMOptions(components: 2)).logLikelihood.isFinite)
  }

  @Test(arguments: [
    (EMOptions(components: 0), "components is 0; it is at least 1"),
    (EMOptions(components: 1, restarts: 0), "restarts is 0; it is at least 1"),
    (EMOptions(components: 1, tolerance: -1), "tolerance is -1; it is a number not below 0"),
    (EMOptions(components: 1, maxIterations: 0), "max_iterations is 0; it is at least 1"),
    (EMOptions(components: 1, floor: .absolute(.nan)), "regularization is nan; it is a number not below 0"),
    (EMOptions(components: 1, threads: 0), "threads is 0; it is at least 1"),
    (
      EMOptions(components: 2, start: .labels([0, 1])),
      "the given start cannot be used: it has 2 labels for 30 rows"
    ),
    (
      EMOptions(components: 2, start: .labels(Array(repeating: 0, count: 30))),
      "the given start cannot be used: no row is labelled component 2"
    ),
    (
      EMOptions(components: 2, start: .labels(Array(repeating: 5, count: 30))),
      "the given start cannot be used: row 1 has a label outside the 2 components"
    ),
    (
      EMOptions(components: 2, start: .given(means: Matrix([[1, 2, 3]]), weights: nil, precisions: nil)),
      "the given start cannot be used: its means are 1 × 3, not 2 × 2"
    ),
    (
      EMOptions(components: 2, start: .given(means: nil, weights: [0.5], precisions: nil)),
      "the given start cannot be used: it has 1 weights, not 2"
    ),
    (
      EMOptions(components: 2, start: .given(means: nil, weights: [0.5, 0.6], precisions: nil)),
      "the given start cannot be used: its weights should be positive and add up to 1"
    ),
    (
      EMOptions(components: 2, start: .given(means: nil, weights: nil, precisions: .spherical([1, 1]))),
      "the given start cannot be used: its precisions do not have the shape of a full covariance"
    ),
    (
      EMOptions(
        components: 2, family: .spherical, start: .given(means: nil, weights: nil, precisions: .spherical([1]))),
      "the given start cannot be used: its precisions should be 2 numbers"
    ),
    (
      EMOptions(
        components: 2, family: .tied,
        start: .given(means: nil, weights: nil, precisions: .tied(Matrix([[1, 2], [2, 1]])!))
      ),
      "the given start cannot be used: precision 1 is not symmetric positive definite"
    ),
  ])
  func optionsThatAllowNoFit(_ options: EMOptions, _ expected: String) throws {
    let samples = try #require(Self.plain)
    #expect(Self.message { _ = try EMFit.fit(samples, options) } == expected)
  }

  @Test func anUnknownFamily() {
    #expect(
      Self.message { _ = try CovarianceFamily.named("round") }
        == "there is no covariance family round; choose full, tied, diagonal, spherical, or one of mclust's: EII, VII, "
        + "EEI, VEI, EVI, VVI, EEE, VEE, EVE, VVE, EEV, VEV, EVV, VVV")
  }

  @Test func everyComponentOnDuplicatesFailsEveryStart() throws {
    let samples = try Samples(values: [0, 0, 0, 0, 5, 5, 5, 5, 9, 9], columnNames: ["x"])
    let error = #expect(throws: FitError.self) {
      try EMFit.fit(samples, EMOptions(components: 3, floor: .none))
    }
    #expect(error?.description.contains("collapsed at iteration") == true)
  }
}
