import Directives
import Reports
import Testing

/// The rows of other tables judged by a fit, in notebooks.
@Suite struct PredictTests {
  private static let fit =
    cell("load faithful", "file: faithful.csv")
    + cell("fit g", "data: faithful", "components: 2", "tolerance: 1e-12", "regularization: 0")

  private static func bench() throws -> Workbench {
    var bench = try Workbench.withData()
    bench.files["new.csv"] = "site,waiting,eruptions\na,50,2\nb,80,4.5\nc,65,3\nd,200,9\ne,96,1.8\n"
    bench.files["gaps.csv"] = "waiting,eruptions\n50,2\n,4.5\n65,\n,\n"
    bench.files["far.csv"] = "waiting,eruptions\n-0.4,0.1\n0.2,-1.1\n1.3,0.4\n"
    return bench
  }

  private func falseClaims(_ cells: String, _ claims: [String]) throws -> [String] {
    let text = Self.fit + cells + cell("claim", claims.map { "- \($0)" }.joined(separator: "\n"))
    return try Self.bench().run(text).falseClaims.map(\.line)
  }

  /// scikit-learn 1.9.1 at the same maximum; the score is scipy's chi2.sf of the least Mahalanobis distance.
  @Test func newRowsAreJudged() throws {
    let wrong = try falseClaims(
      cell("load new", "file: new.csv", "where: site != 'b'") + cell("predict p", "fit: g", "data: new"),
      [
        "p.rows == 4 and p.columns == 9", "p.label[1] == 1 and p.label[3] == 2 and p.label[4] == 2 and p.label[5] == 1",
        "p.site[5] == 'e' and p.waiting[3] == 65",
        "abs(p.responsibility_1[3] - 0.215497113) < 1e-4", "abs(p.responsibility_2[5] - 0.098221102) < 1e-4",
        "abs(p.uncertainty[3] - 0.215497113) < 1e-4", "abs(p.log_density[1] + 3.553013210) < 1e-5",
        "abs(p.log_density[4] + 211.5190771) < 1e-2", "abs(p.outlier[1] - 0.739910231) < 1e-5",
        "abs(p.outlier[3] - 0.002775319) < 1e-6", "abs(p.outlier[4] / 3.0717623093e-91 - 1) < 1e-2",
        "p.outlier[5] < 1e-12",
      ])
    #expect(wrong == [])
  }

  /// The fit's own rows keep its labels and densities; other directives take the table.
  @Test func theTableIsATable() throws {
    let cells =
      Self.fit + cell("predict p", "fit: g", "data: faithful")
      + cell("compare", "fit: g", "with: label", "data: p") + cell("describe", "data: p", "columns: [outlier]")
      + cell("plot fig-p", "kind: scatter", "data: p", "x: eruptions", "y: waiting", "color: label")
      + cell(
        "claim", "- all(p.label == g.labels)", "- all(p.log_density == g.log_densities)",
        "- abs(p.responsibility_1.sum - 272 * g.weights[1]) < 1e-4", "- p.label.missing == 0")
    let outcome = try Self.bench().run(cells)
    #expect(outcome.falseClaims == [])
    let caption = outcome.report.tables.first?.caption.plainText ?? ""
    #expect(caption.contains("Adjusted Rand index 1.000"), "\(caption)")
    #expect(caption.contains("272 of 272 rows agree"), "\(caption)")
  }

  @Test func rowsThatLackACell() throws {
    let wrong = try falseClaims(
      cell("load gaps", "file: gaps.csv") + cell("predict p", "fit: g", "data: gaps")
        + cell("predict q", "fit: g", "data: gaps", "missing: em") + cell("condition w", "fit: g", "columns: waiting"),
      [
        "p.label.missing == 3 and q.label.missing == 1", "p.outlier.count == 1 and q.outlier.count == 3",
        "p.label[1] == 1 and q.label[1] == 1 and q.label[2] == 2", "q.log_density[1] == p.log_density[1]",
      ])
    #expect(wrong == [])
  }

  @Test func tablesThatDoNotFitTogetherAreWarnedOf() throws {
    let outcome = try Self.bench().run(
      Self.fit + cell("load far", "file: far.csv") + cell("predict p", "fit: g", "data: far"))
    #expect(
      outcome.warnings.map(\.line) == [
        "13:1: 3 of 3 rows of 'far' lie far from every component of 'g' "
          + "(check that both tables are in the same units and standardized alike)"
      ])
  }

  @Test func aSelectionsBestAndAMixtureJudgeToo() throws {
    let wrong = try falseClaims(
      cell("select s", "data: faithful", "components: 1..3", "covariance: [tied]")
        + cell("predict p", "fit: s.best", "data: faithful") + cell("condition c", "fit: g", "columns: [waiting]")
        + cell("predict q", "fit: c", "data: faithful"),
      ["p.columns == 9", "p.responsibility_3.count == 272", "all(p.label == s.best.labels)", "q.columns == 8"])
    #expect(wrong == [])
  }

  @Test(
    arguments: [
      (
        ["load new", "file: new.csv", "columns: [waiting]"],
        "15:7: 'new' has no column 'eruptions', which 'g' is of (its columns are waiting)"
      ),
      (
        ["load new", "file: new.csv", "rename: {waiting: wating}"],
        "15:7: 'new' has no column 'waiting', which 'g' is of (is it 'wating'? rename it where the table is loaded)"
      ),
      (
        ["load new", "file: new.csv", "rename: {waiting: w, site: waiting}"],
        "15:7: 'waiting' of 'new' is a column of text, not a column of numbers"
      ),
      (
        ["load new", "file: new.csv", "rename: {site: label}"],
        "15:7: 'new' has a column 'label' of its own, and a prediction adds one (rename it where the table is loaded)"
      ),
      (
        ["load new", "file: new.csv", "units: {waiting: h}"],
        "15:7: 'waiting' of 'new' is in h, and in min in 'g' (derive it in min where the table is loaded)"
      ),
      (
        ["condition new", "fit: g", "columns: [waiting]"],
        "15:7: 'new' is a mixture, not a table (there is 'faithful')"
      ),
    ] as [([String], String)])
  func refuses(table: [String], expected: String) throws {
    // Lines 1 to 8, 9 to 12, 13 on.
    let cells =
      cell("load faithful", "file: faithful.csv", "units: {waiting: min}")
      + cell("fit g", "data: faithful", "components: 2")
      + cell(table[0], table.dropFirst().joined(separator: "\n")) + cell("predict p", "fit: g", "data: new")
    #expect(try Self.bench().mistakes(cells) == [expected.replacing("15:7", with: "\(12 + table.count):7")])
  }

  @Test func misspeltColumnsOfAPredictionAreFoundBeforeTheRun() throws {
    let cells = Self.fit + cell("predict p", "fit: g", "data: faithful") + "{eval}`p.responsibility_3`\n"
    #expect(
      try Self.bench().mistakes(cells) == [
        "14:10: a table has no 'responsibility_3' (did you mean 'responsibility_1'?)"
      ])
  }

  @Test func infiniteCellsAreNamed() throws {
    var bench = try Self.bench()
    bench.files["inf.csv"] = "waiting,eruptions\n50,2\ninf,4.5\n"
    let cells = Self.fit + cell("load t", "file: inf.csv") + cell("predict p", "fit: g", "data: t")
    #expect(
      bench.mistakes(cells) == [
        "15:7: row 2 of waiting is infinite (replace it or leave the row out where the table is loaded)"
      ])
  }
}
