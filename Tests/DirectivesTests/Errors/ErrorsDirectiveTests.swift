import Directives
import Notebooks
import Reports
import Testing

@Suite struct ErrorsDirectiveTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")
  private static let two = faithful + cell("fit m", "data: faithful", "components: 2", "restarts: 2")

  private func lines(_ text: String) throws -> [String] {
    try Workbench.withData().run(text).report.paragraphs
  }

  /// The standard errors of the waiting times to 25 digits, as a reader sees them.
  @Test func waitingTimes() throws {
    let text =
      Self.faithful
      + cell(
        "fit m", "data: faithful", "columns: [waiting]", "components: 2", "restarts: 1", "tolerance: 1e-13",
        "regularization: 0", "max_iterations: 5000")
      + cell("errors e", "fit: m")
        + """
        {eval}`e.weights[1].se:.6f` {eval}`e.means[1].waiting.se:.6f` {eval}`e.means[2].waiting.se:.6f`
        {eval}`e.deviations[1].waiting.se:.5f` {eval}`e.deviations[2].waiting.se:.5f`
        {eval}`e.covariances[1].waiting.waiting.value == m.covariances[1].waiting.waiting`
        {eval}`e.means[1].waiting.low < m.means[1].waiting and e.means[1].waiting.high > m.means[1].waiting`
        {eval}`e.distance < 1e-4` {eval}`e.method` {eval}`e.level` {eval}`e.replicates`

        """ + cell("table tbl-e", "errors: e")
    let outcome = try Workbench.withData().run(text)
    #expect(
      outcome.report.paragraphs == [
        "0.031165 0.699675 0.504595 0.53732 0.40096 true true true information 0.95 0"
      ])
    let table = try #require(outcome.report.tables.first)
    #expect(
      table.lines == [
        "parameter | component | estimate | standard error | 95 % from | to",
        "weight | A | 0.361 | 0.031 | 0.302 | 0.424", "weight | B | 0.639 | 0.031 | 0.576 | 0.698",
        "mean of waiting (min) | A | 54.61 | 0.70 | 53.24 | 55.99",
        "mean of waiting (min) | B | 80.09 | 0.50 | 79.10 | 81.08",
        "sd of waiting (min) | A | 5.87 | 0.54 | 4.91 | 7.02", "sd of waiting (min) | B | 5.87 | 0.40 | 5.13 | 6.71",
      ])
    #expect(
      table.caption.plainText
        == "Parameters of the mixture, K = 2, full covariance, and their standard errors. Standard errors: observed "
        + "information, minus the second derivatives of the log-likelihood at the fit, without a floor. 95 % intervals: of "
        + "means and covariances symmetric, of weights on the scale of their log-odds, of standard deviations on that of "
        + "their logarithm.")
  }

  @Test func bootstrapOfASelectionsBest() throws {
    let text =
      Self.faithful + cell("select s", "data: faithful", "components: 2", "covariance: [full]")
      + cell("errors e", "fit: s.best", "method: bootstrap", "type: weighted", "replicates: 20", "level: 0.9")
      + "{eval}`e.method` {eval}`e.replicates` {eval}`e.left_out` {eval}`e.level`\n"
      + cell("table tbl-e", "errors: e", "columns: [waiting]", "caption: Mine")
    let outcome = try Workbench.withData().run(text)
    #expect(outcome.report.paragraphs == ["weighted 20 0 0.9"])
    let table = try #require(outcome.report.tables.first)
    #expect(
      table.rows.map { $0[0].plainText + " " + $0[1].plainText } == [
        "weight A", "weight B", "mean of waiting (min) A", "mean of waiting (min) B", "sd of waiting (min) A",
        "sd of waiting (min) B",
      ])
    #expect(
      table.caption.plainText
        == "Mine. Standard errors and 90 % percentile intervals: 20 weighted-likelihood bootstrap replicates, each fitted "
        + "from this fit’s parameters and its components matched to this fit’s.")
  }

  @Test func anUnfinishedFitIsWarnedOf() throws {
    let text =
      Self.faithful
      + cell(
        "fit m", "data: faithful", "components: 2", "restarts: 1", "max_iterations: 2",
        "means: [[2, 55], [4.4, 80]]")
      + cell("errors e", "fit: m")
    #expect(
      try Workbench.withData().run(text).warnings.map(\.message) == [
        "EM stopped at the iteration limit before reaching the tolerance",
        "the log-likelihood without a floor is largest about 0.4 standard errors from the fit, so its curvature there is "
          + "not quite that of the maximum",
      ])
  }

  @Test(arguments: [
    (
      "fit: m\nreplicates: 50",
      "12:13: 'replicates' means nothing for method: information (method: bootstrap refits the mixture)"
    ),
    ("fit: m\nmethod: bootstrap\nreplicates: 0", "13:13: expected a whole number from 2 on, not '0'"),
    ("fit: m\nmethod: bootstrap\nreplicates: 1", "13:13: expected a whole number from 2 on, not '1'"),
    (
      "fit: m\nmethod: boot",
      "12:9: expected information or bootstrap, not 'boot'"
    ),
    (
      "fit: m\nmethod: bootstrap\ntype: normal",
      "13:7: expected nonparametric, weighted or parametric, not 'normal'"
    ),
    ("fit: m\nlevel: 95", "12:8: expected a number between 0 and 1, such as 0.95, not '95'"),
    ("fit: n", "11:6: unknown name 'n'"),
    ("fit: faithful", "11:6: 'faithful' is a table, not a fit (there is 'm')"),
    ("level: 0.9", "10:1: 'errors' needs the option 'fit' (fit: the fit whose parameters are estimates)"),
  ])
  func refuses(options: String, expected: String) throws {
    #expect(try Workbench.withData().mistakes(Self.two + cell("errors e", options)) == [expected])
  }

  @Test(arguments: [
    (
      "components: 5\ncovariance: diagonal\nrestarts: 1\nseed: 4",
      "component 4 rides on a few aligned rows: its smallest variance is 1.0 times the floor; a spike of the likelihood "
        + "has no standard errors that mean anything; ask for fewer components, a simpler covariance or a larger floor"
    ),
    (
      "components: 2\nmeans: [[3, 60], [4, 80]]\nmax_iterations: 2",
      "the fit is not at a maximum of the log-likelihood, which lies about 10.7 standard errors away, so it has no "
        + "standard errors from its curvature; raise max_iterations"
    ),
    (
      "components: 2\nmeans: [[3.5, 71], [3.5, 71]]",
      "components 1 and 2 lie on top of each other, so the fit is not at a maximum and its parameters have no standard "
        + "errors; try another start or fewer components"
    ),
  ])
  func fitsWithoutErrors(options: String, expected: String) throws {
    let text = Self.faithful + cell("fit m", "data: faithful", options)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count + 1
    #expect(
      try Workbench.withData().mistakes(text + cell("errors e", "fit: m")) == ["\(line):6: \(expected)"])
  }
}
