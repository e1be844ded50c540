import Directives
import Notebooks
import Testing

/// What expressions see of fits and selections, against numbers of other programs.
@Suite struct FitMemberTests {
  /// Claims that do not hold after these cells.
  private func falseClaims(_ cells: String, _ claims: [String]) throws -> [String] {
    let text = cells + "```{claim}\n\(claims.map { "- \($0)" }.joined(separator: "\n"))\n```\n"
    return try Workbench.withData().run(text).falseClaims.map(\.message)
  }

  private let faithful = cell("load faithful", "file: faithful.csv")

  /// The maximum to 25 digits is in the reference's waiting_K2_mle.
  @Test func maximumOfOldFaithfulsWaitingTimes() throws {
    let fit = cell(
      "fit w", "data: faithful", "columns: [waiting]", "components: 2", "regularization: 0", "tolerance: 1e-12")
    let wrong = try falseClaims(
      faithful + fit,
      [
        "abs(w.weights[1] - 0.3608860737901715) < 1e-5", "abs(w.weights[2] - 0.6391139262098285) < 1e-5",
        "abs(w.means[1].waiting - 54.61485614062293) < 1e-4", "abs(w.means[2].waiting - 80.09106940273364) < 1e-4",
        "abs(sqrt(w.covariances[1].waiting.waiting) - 5.871219412224481) < 1e-4",
        "abs(sqrt(w.covariances[2].waiting.waiting) - 5.867734423707706) < 1e-4",
        "abs(w.loglik + 1034.001749831608) < 1e-7", "abs(w.score + 1034.001749831608 / 272) < 1e-9",
        "abs(w.bic - 2 * 1034.001749831608 - 5 * log(272)) < 1e-6",
        "abs(w.aic - 2 * 1034.001749831608 - 10) < 1e-6", "w.icl > w.bic", "w.n == 272", "w.parameters == 5",
        "w.components == 2", "w.covariance == 'full'", "w.converged", "w.outcome == 'converged'",
        "not w.spurious", "w.floor_share == 0", "w.score_without_floor == w.score",
      ])
    #expect(wrong == [])
  }

  @Test func bothColumnsOfOldFaithful() throws {
    let wrong = try falseClaims(
      faithful + cell("fit g", "data: faithful", "components: 2", "tolerance: 1e-10", "regularization: 0"),
      [
        "abs(g.score + 4.155382206599566) < 1e-8", "abs(g.bic - 2322.191743) < 1e-5", "g.parameters == 11",
        "g.starts.rows == 10", "g.best_share == 1", "all(g.starts.converged)", "not any(g.starts.spurious)",
        "abs(g.starts.loglik.max - g.loglik) < 0.01", "abs(g.starts.score.max - g.score) < 0.0001",
        "g.labels.sum == 272 + 175", "abs(g.log_densities.sum - g.loglik) < 1e-8",
      ])
    #expect(wrong == [])
  }

  /// The trace of toy_1d in the reference's worked examples.
  @Test func theTraceBeginsWithTheStart() throws {
    let fit = cell(
      "fit t", "data: toy", "components: 2", "means: [[1], [9]]", "weights: [0.5, 0.5]",
      "precisions: [[[0.25]], [[0.25]]]", "regularization: 0", "max_iterations: 2")
    let wrong = try falseClaims(
      cell("load toy", "file: toy.csv") + fit,
      [
        "abs(t.trace[1] + 15.915023001185267) < 1e-12", "abs(t.trace[2] + 13.065512802519432) < 1e-12",
        "abs(t.trace[3] + 12.727966662888885) < 1e-12", "t.trace.count == 3", "t.iterations == 2",
        "not t.converged", "t.starts.rows == 1", "abs(t.weights[1] - 0.5009965050471862) < 1e-12",
      ])
    #expect(wrong == [])
  }

  /// Rows 1 (3.6 min, 79 min) and 4 (2.283, 62) stay; row 2 (1.8, 54) is left out.
  @Test func labelsKeepTheNumbersOfTheFile() throws {
    let cells =
      cell("load faithful", "file: faithful.csv", "where: waiting > 60")
      + cell("fit f", "data: faithful", "components: 2")
    let wrong = try falseClaims(cells, ["f.labels[1] == 2", "f.labels[4] == 1", "f.uncertainty[1] < 0.01"])
    #expect(wrong == [])
    #expect(
      try Workbench.withData().mistakes(cells + "{eval}`f.labels[2]`\n").first?.contains("row 2") == true)
  }

  /// A floor of 25 min² widens components whose variance is 34.5.
  @Test func theScoreWithoutAFloorIsTheMaximum() throws {
    let fit = cell(
      "fit h", "data: faithful", "columns: [waiting]", "components: 2", "regularization: 25", "tolerance: 1e-10")
    let wrong = try falseClaims(
      faithful + fit,
      [
        "abs(h.score_without_floor + 1034.001749831608 / 272) < 1e-6", "h.score < h.score_without_floor",
        "h.floor_share > 0.3 and h.floor_share < 0.6",
      ])
    #expect(wrong == [])
    let outcome = try Workbench.withData().run(faithful + fit)
    let warning = try #require(outcome.warnings.first)
    #expect(warning.message.contains("and −3.801 without it"))
    #expect(warning.hint == "leave regularization out to have a floor relative to each column’s variance")
  }

  /// mclust's choice of EII, VII, EEE, VVI and VVV on faithful is EEE with three components, where it stops at
  /// ℓ −1126.3262.
  @Test func theBestOfASelectionIsAFit() throws {
    let cells =
      faithful + cell("select s", "data: faithful", "components: 1..4", "restarts: 3")
      + cell("explain", "fit: s.best", "step: e-step") + cell("certificate", "fit: s.best")
    let wrong = try falseClaims(
      cells,
      [
        "s.best.components == 3", "s.best.covariance == 'tied'",
        "s.best.loglik > -1126.3262 and s.best.loglik < -1126.3",
        "s.table.rows == 16", "s.criterion == 'bic'", "not s.edge", "s.failed == 0",
        "s.best_bic.components == 3", "abs(s.best_bic.bic - s.best.bic) < 1e-12", "s.table.bic.min == s.best.bic",
      ])
    #expect(wrong == [])
  }

  /// Full, diagonal and spherical covariances are one family of variances.
  @Test func inOneDimensionASelectionHasTwoFamilies() throws {
    let cells = faithful + cell("select s", "data: faithful", "columns: waiting", "components: 1..3")
    #expect(try falseClaims(cells, ["s.table.rows == 6", "s.table.covariance.distinct == 2"]) == [])
  }
}
