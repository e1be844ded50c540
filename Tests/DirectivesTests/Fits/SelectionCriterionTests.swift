import Directives
import Notebooks
import Reports
import Testing

/// Selections by every criterion: their members, tables and figures.
@Suite struct SelectionCriterionTests {
  private static let faithful = cell("load faithful", "file: faithful.csv")
  private static let validated = cell(
    "select s", "data: faithful", "components: 1..4", "covariance: [full, tied]", "criterion: cv", "folds: 5")

  private func claims(_ cells: String, _ claims: [String]) throws -> [String] {
    try Workbench.withData().run(
      Self.faithful + cells + "```{claim}\n\(claims.map { "- \($0)" }.joined(separator: "\n"))\n```\n"
    ).falseClaims.map(\.message)
  }

  @Test func theTopThreeCanBeSpokenOf() throws {
    let wrong = try claims(
      cell("select s", "data: faithful", "components: 1..4", "restarts: 3"),
      [
        "s.top[1].components == s.best.components", "s.top[1].covariance == s.best.covariance",
        "abs(s.top[1].bic - s.best.bic) < 1e-12", "s.top[2].bic <= s.top[3].bic", "s.top[1].outcome == 'converged'",
        "s.top[1].reason == ''", "s.table.outcome.count == s.table.rows",
      ])
    #expect(wrong == [])
  }

  /// Rows left out are predicted worse than rows fitted, the more parameters the more so.
  @Test func crossValidationPrefersTheHigherLikelihood() throws {
    let wrong = try claims(
      Self.validated,
      [
        "s.criterion == 'cv'", "s.top[1].cv >= s.top[2].cv", "s.top[1].cv == s.table.cv.max",
        "s.top[1].cv_error > 0", "s.best.score > s.top[1].cv", "s.top[1].components > 1",
      ])
    #expect(wrong == [])
  }

  @Test func theTableOfACrossValidationSaysWhatItIs() throws {
    let report = try Workbench.withData().run(
      Self.faithful + Self.validated + cell("table", "select: s", "rows: 3")
    ).report
    let table = try #require(report.tables.first)
    #expect(
      table.lines[0].hasPrefix(
        "rank | covariance | components | parameters | log-likelihood | CV | ± | ΔCV | BIC | AIC | ICL | iterations | outcome"
      ))
    #expect(table.rows.count == 3)
    #expect(
      table.caption.plainText
        == "The best of 8 mixtures by CV, the mean log-likelihood of rows left out, in nats a row, with its standard error over 5 folds; higher is better."
    )
  }

  @Test func theTableSaysWhyCellsFailed() throws {
    let tables = try Workbench.withData().run(
      cell("load toy", "file: toy.csv") + cell("select s", "data: toy", "components: [1, 2, 7]", "covariance: full")
        + cell("table", "select: s") + cell("table", "select: s", "rows: 1")
    ).report.tables
    #expect(
      tables[0].lines.last?.hasSuffix(
        "failed | 7 components need at least 7 rows, and there are 6") == true)
    #expect(!tables[1].lines[0].contains("reason"))
    #expect(tables[0].lines.count == 4)
  }

  @Test func theFigureOfACrossValidation() throws {
    let figures = try Workbench.withData().charts(
      Self.faithful + Self.validated + cell("plot fig-c", "kind: selection", "select: s")
        + cell("plot fig-b", "kind: selection", "select: s", "criterion: bic"))
    #expect(figures.map(\.problems) == ["", ""])
    #expect(figures[0].title.hasPrefix("CV picks "))
    #expect(figures[0].caption.contains("5 folds."))
    let (scores, excess) = (figures[0].numbers("CV"), figures[0].numbers("ΔCV"))
    #expect(scores == scores.sorted(by: >))
    #expect(excess.first == 0 && excess.allSatisfy { $0 >= 0 })
    #expect(figures[1].caption.contains("The selection itself was made by CV."))
  }

  @Test(arguments: [
    ("folds: 5", "6:8: folds belong to the criterion cv, not to bic"),
    ("criterion: cv\nfolds: 1", "7:8: expected a whole number from 2 on, not '1'"),
    ("criterion: cv\nfolds: 500", "4:1: folds is 500, and there are only 272 rows"),
  ])
  func refuses(options: String, expected: String) throws {
    let found = try Workbench.withData().mistakes(
      Self.faithful + "```{select} s\ndata: faithful\n\(options)\n```\n")
    #expect(found == [expected])
  }

  @Test func aFigureNeedsWhatItsSelectionWorkedOut() throws {
    let found = try Workbench.withData().mistakes(
      Self.faithful + cell("select s", "data: faithful", "components: 1")
        + cell("plot fig-b", "kind: selection", "select: s", "criterion: cv"))
    #expect(
      found.first?.hasSuffix(
        "'s' was not made by cross-validation (criterion: cv in its select works it out)") == true)
  }
}
