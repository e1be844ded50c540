import Directives
import Reports
import Testing

@Suite struct ClaimTests {
  private let workbench = Workbench(files: ["wine.csv": "sugar,color\n1.9,red\n2.6,white\n"])

  private func notebook(_ body: String) -> String {
    "```{load} wine\nfile: wine.csv\n```\n\n```{claim}\n\(body)\n```\n"
  }

  @Test func showsWhetherEachHoldsWithItsValues() throws {
    let outcome = try workbench.run(
      notebook("- wine.rows == 2 and wine.sugar.mean < 2\n- abs(wine.sugar.max - 2.6) < 1e-12 or wine.rows == 2"))
    #expect(
      outcome.report.blocks == [
        .claims([
          Report.Claim(
            statement: "wine.rows == 2 and wine.sugar.mean < 2", holds: false,
            values: [
              Report.Claim.Value(name: "wine.rows", value: "2"),
              Report.Claim.Value(name: "wine.sugar.mean", value: "2.25"),
            ]),
          Report.Claim(
            statement: "abs(wine.sugar.max - 2.6) < 1e-12 or wine.rows == 2", holds: true,
            values: [
              Report.Claim.Value(name: "abs(wine.sugar.max - 2.6)", value: "0"),
              Report.Claim.Value(name: "wine.rows", value: "2"),
            ]),
        ])
      ])
    #expect(
      outcome.falseClaims.map(\.line) == [
        "6:3: the claim 'wine.rows == 2 and wine.sugar.mean < 2' does not hold "
          + "(wine.rows is 2 and wine.sugar.mean is 2.25)"
      ])
  }

  @Test func statementsMayStandUnderTheirOption() throws {
    #expect(try workbench.run(notebook("claims: [wine.rows == 2]\necho: true")).report.blocks.count == 2)
  }

  @Test(arguments: [
    (
      "- wine.rows",
      "6:3: a claim is a statement that holds or not, not a number (compare with something, or use all(…) or any(…))"
    ),
    (
      "- wine.sugar > 2",
      "6:3: a claim is a statement that holds or not, not a column of true and false (compare with something, or use all(…) or any(…))"
    ),
    ("- wine.rows == 2:.1f", "6:3: a statement has no number format (leave out what follows ':')"),
    ("- wine.rows ==", "6:15: the expression ends where a value should follow"),
    ("- wine.raws == 2", "6:8: a table has no 'raws' (did you mean 'rows'?)"),
    ("", "5:1: a claim needs at least one statement (write '- ' and an expression)"),
  ])
  func refuses(body: String, expected: String) {
    #expect(workbench.mistakes(notebook(body)) == [expected])
  }
}
