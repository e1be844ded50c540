import Directives
import Testing

/// Mistakes in expressions that are found before anything runs.
@Suite struct CheckingTests {
  private let workbench = Workbench(files: ["wine.csv": "residual sugar,quality,color\n1.9,5,red\n2.6,6,white\n"])

  private func mistakes(_ expression: String) -> [String] {
    workbench.mistakes("```{load} wine\nfile: wine.csv\n```\n\n{eval}`\(expression)`\n")
  }

  @Test(arguments: [
    ("wine.rows + whine.rows", ["5:20: unknown name 'whine' (did you mean 'wine'?)"]),
    ("wine.residual_suger.mean", ["5:13: a table has no 'residual_suger' (did you mean 'residual_sugar'?)"]),
    ("wine.quality.mena", ["5:21: a column has no 'mena' (did you mean 'mean'?)"]),
    ("wine.color.mean", ["5:19: a column of text has no 'mean' (only columns of numbers have it)"]),
    ("maen(wine.quality)", ["5:8: unknown function 'maen' (did you mean 'mean'?)"]),
    ("round(1, 2, 3)", ["5:8: round takes 1 or 2 arguments, not 3 (it is written round(x, digits))"]),
    (
      "wine",
      ["5:8: a table cannot stand in text (name one of its members: rows, columns, residual sugar, quality or color)"]
    ),
    ("wine + 1", ["5:8: '+' cannot take a table (name one of its members)"]),
    ("a + b", ["5:8: unknown name 'a'", "5:12: unknown name 'b'"]),
    ("params.k", ["5:15: a set of parameters has no 'k'"]),
    ("wine.quality['a']", ["5:21: an index is a whole number, counted from 1"]),
    ("1 +", ["5:11: the expression ends where a value should follow"]),
  ])
  func finds(expression: String, expected: [String]) {
    #expect(mistakes(expression) == expected)
  }

  @Test(arguments: ["wine.quality.mean", "wine['residual sugar'].max:.1f", "wine.quality[2]", "max(wine.quality)"])
  func letsPass(expression: String) {
    #expect(mistakes(expression) == [])
  }

  @Test func aNameUsedBeforeItsCellSaysSo() {
    #expect(
      workbench.mistakes("{eval}`wine.rows`\n\n```{load} wine\nfile: wine.csv\n```\n")
        == ["1:8: 'wine' is used before it is defined (move the cell that defines it up)"])
  }

  @Test func otherRolesAreUnknown() {
    #expect(workbench.mistakes("{evla}`1`\n") == ["1:2: unknown role 'evla' (did you mean 'eval'?)"])
  }
}
