import Directives
import Reports
import Testing

@Suite struct SampleTests {
  private let workbench = Workbench()

  private func notebook(_ options: String, _ text: String = "") -> String {
    "---\nseed: 7\n---\n```{sample} s\n\(options)\n```\n\n\(text)\n"
  }

  private let pair =
    "n: 20000\ncolumns: [a, b]\ncomponents:\n  - {weight: 1, mean: [0, 10], covariance: [[4, 1], [1, 1]]}\n"
    + "  - {weight: 3, mean: [8, 10], covariance: [1, 9]}"

  /// Bounds of five standard errors: of a share √(p(1 − p)/n), of a mean σ/√n.
  @Test(arguments: [
    ("s.rows == 20000 and s.columns == 3", true),
    ("abs(share(s.component == '2') - 0.75) < 0.0153", true),
    ("abs(s.a.mean - 6) < 0.14", true),
    // Var a = ¼·4 + ¾·1 + ¼·¾·8² = 13.75; Var b = ¼·1 + ¾·9 = 7.
    ("abs(s.a.sd ^ 2 - 13.75) < 0.5 and abs(s.b.sd ^ 2 - 7) < 0.5", true),
    // Cov = ¼·1 + between-components 0.
    ("abs(mean((s.a - s.a.mean) * (s.b - s.b.mean)) - 0.25) < 0.4", true),
  ])
  func drawsFromTheMixtureStated(claim: String, holds: Bool) throws {
    let report = try workbench.run(notebook(pair, "It is {eval}`\(claim)`.")).report
    #expect(report.paragraphs == ["It is \(holds)."])
  }

  @Test func theStreamIsItsOwn() throws {
    let one = "n: 5\ncomponents: [{mean: 3, covariance: 0.25}]"
    let text = "{eval}`s.x:.17g`"
    let first = try workbench.run(notebook(one, text)).report.paragraphs
    #expect(try workbench.run(notebook(one, text)).report.paragraphs == first)
    #expect(try workbench.run(notebook(one + "\nseed: 8", text)).report.paragraphs != first)
  }

  @Test(
    arguments: [
      ("n: 5", ["4:1: 'sample' needs either 'fit' or 'components'"]),
      ("n: 5\nfit: g\ncomponents: [{mean: 3, covariance: 1}]", ["4:1: 'sample' needs either 'fit' or 'components'"]),
      (
        "n: 5\nfit: g\ncolumns: [a]",
        ["7:10: 'columns' means nothing beside 'fit' (the rows have the columns of the fit)"]
      ),
      ("n: 5\nfit: g", ["6:6: unknown name 'g'"]),
      ("n: 0\ncomponents: [{mean: 3, covariance: 1}]", ["5:4: expected a whole number from 1 to 10000000, not '0'"]),
      (
        "n: 5\ncomponents: [{mean: 3, covariance: -1}]",
        ["6:13: this is not a Gaussian mixture: covariance 1 is not positive definite"]
      ),
      (
        "n: 5\ncomponents: [{mean: [3, 1], covariance: [1, 2, 3]}]",
        ["6:41: expected a variance, 2 variances or 2 lists of 2 numbers, not a list"]
      ),
      (
        "n: 5\ncomponents: [{mean: 3, covariance: 1}, {mean: [3, 1], covariance: 1}]",
        ["6:13: component 2 has a mean of 2 numbers, the first of 1"]
      ),
      ("n: 5\ncolumns: [a, b]\ncomponents: [{mean: 3, covariance: 1}]", ["6:10: 2 names for a mixture of 1 column"]),
      (
        "n: 5\ncolumns: component\ncomponents: [{mean: 3, covariance: 1}]",
        ["6:10: the column 'component' is there already (it says where a row came from)"]
      ),
    ] as [(String, [String])])
  func refuses(options: String, expected: [String]) {
    let mistakes = workbench.mistakes(notebook(options))
    #expect(mistakes.count == expected.count)
    for (mistake, start) in zip(mistakes, expected) { #expect(mistake.hasPrefix(start), "\(mistake)") }
  }
}
