import Mixtures
import Testing

/// What is refused of rows with missing cells, and in which words.
@Suite struct MissingErrorTests {
  private static func message(
    _ rows: [[Double]], weights: [Double]? = nil, _ options: EMOptions = EMOptions(components: 1)
  ) -> String? {
    (#expect(throws: FitError.self) {
      let names = Array(["a", "b", "c"].prefix(rows[0].count))
      let samples = try Samples(
        values: rows.flatMap(\.self), columnNames: names, weights: weights, allowingMissing: true)
      _ = try EMFit.fit(samples, options)
    })?.description
  }

  private static let no = Double.nan

  @Test func columnsThatSayNothing() {
    #expect(
      Self.message([[1, Self.no], [2, Self.no], [4, Self.no]])
        == "every cell of b is missing, so nothing can be said of it; leave it out")
    #expect(
      Self.message([[1, Self.no], [2, 5], [4, Self.no]], weights: [1, 0, 1])
        == "every cell of b is missing, so nothing can be said of it; leave it out")
    #expect(
      Self.message([[1, 7], [2, Self.no], [4, 7]])
        == "b is 7 in every row, so its variance is 0; drop the column or set an absolute floor (regularization: 1e-6)")
    #expect(
      Self.message([[1, 7], [2, -.infinity], [4, 7]])
        == "row 2 of b is infinite; drop the row or replace the value")
  }

  @Test(arguments: [CovarianceFamily.full, .tied])
  func columnsThatNeverMeet(_ family: CovarianceFamily) {
    let rows = [
      [1, 2, Self.no], [3, 5, Self.no], [2, Self.no, 4], [5, Self.no, 1], [7, 1, Self.no], [2, Self.no, 2],
    ]
    #expect(
      Self.message(rows, EMOptions(components: 1, family: family))
        == "no row has both b and c, so their covariance cannot be estimated; leave one of them out, or choose a "
        + "covariance along the axes, such as diagonal")
  }

  @Test func columnsThatNeverMeetAlongTheAxes() throws {
    let rows = [[1, Self.no], [3, Self.no], [Self.no, 4], [Self.no, 1], [7, Self.no], [Self.no, 2]]
    let samples = try Samples(values: rows.flatMap(\.self), columnNames: ["a", "b"], allowingMissing: true)
    let fit = try EMFit.fit(samples, EMOptions(components: 1, family: .diagonal, tolerance: 1e-14, floor: .none))
    #expect(abs(fit.mixture.means[0, 0] - 11.0 / 3) < 1e-6)
    #expect(abs(fit.mixture.covariances[0][1, 1] - 14.0 / 9) < 1e-5)
  }

  @Test func rowsThatDoNotSuffice() {
    #expect(
      Self.message([[1, 2], [Self.no, 3], [Self.no, Self.no]], EMOptions(components: 3))
        == "3 components need at least 3 rows, and there are 2; ask for fewer components")
    #expect(
      Self.message([[1, 2], [Self.no, 3], [Self.no, 3], [Self.no, Self.no]], EMOptions(components: 3))
        == "3 components need at least 3 different rows, and only 2 are different; ask for fewer components")
  }

  @Test func whatNeedsWholeRows() throws {
    #expect(
      Self.message([[1, 2], [Self.no, 3], [4, 1], [2, 2]], EMOptions(components: 1, noise: .volume(9)))
        == "noise needs complete rows; drop rows with missing cells, or leave noise out")
    let bayes = EMOptions(components: 1, method: .variational(VariationalPrior()))
    #expect(
      Self.message([[1, 2], [Self.no, 3], [4, 1], [2, 2]], bayes)
        == "method variational needs complete rows; drop rows with missing cells, or fit by EM (method: em)")
    let samples = try Samples(values: [1, .nan, 2, 4], columnNames: ["a"], allowingMissing: true)
    let error = #expect(throws: FitError.self) { _ = try KMeans.fit(samples, clusters: 2) }
    #expect(error?.description == "k-means needs complete rows, and 1 lacks a cell; drop rows with missing cells")
  }

  @Test func standardErrorsByBootstrap() throws {
    let fit = try EMFit.fit(MissingData.faithful(), EMOptions(components: 2, restarts: 2))
    for kind in BootstrapOptions.Kind.allCases {
      let errors = try fit.bootstrapErrors(BootstrapOptions(kind: kind, replicates: 20))
      // Between the error of complete rows, 0.70 (worked_examples.json, waiting), and that of a quarter fewer.
      let waiting = errors[.mean(0, 1)].error
      #expect(waiting > 0.4 && waiting < 1.2, "\(kind)")
    }
    let test = try BootstrapTest.test(fit, .init(options: fit.options, replicates: 9, starts: 1))
    #expect(test.failed == 0 && test.nullStatistics.count == 9)
  }

  @Test func missingCellsAreAskedFor() {
    let error = #expect(throws: FitError.self) { _ = try Samples(values: [1, .nan], columnNames: ["x"]) }
    #expect(error?.description == "row 2 of x is not a number; drop the row or replace the value")
  }
}
