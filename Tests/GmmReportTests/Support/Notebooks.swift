/// Small notebooks about forty made-up wines, for tests of the program.
enum Notebooks {
  /// 20 rows near (2, 10) and 20 near (5, 12); `flat` is constant, `color` a text.
  static let wine =
    "residual sugar,alcohol,color,flat\n"
    + (0..<40).map { row in
      let (sugar, alcohol) = row % 2 == 0 ? (2.0, 10.0) : (5.0, 12.0)
      let wobble = Double(row * 7 % 11) / 10
      return "\(sugar + wobble),\(alcohol - wobble + Double(row % 5) / 5),\(row % 4 == 0 ? "white" : "red"),1\n"
    }.joined()

  /// Three lines and an empty one.
  static let load = "```{load} wine\nfile: wine.csv\n```\n\n"

  /// Eight lines with the empty one; begins on line 5 after `load`.
  static let fit = "```{fit} g\ndata: wine\ncolumns: [residual sugar, alcohol]\ncomponents: 2\n```\n\n"

  /// A report with a value, a formula, a figure and a claim.
  static let good =
    "---\ntitle: Forty wines\nparams: {k: 2}\n---\n" + load + fit
      + """
      ## Result {#sec-result}

      There are {eval}`wine.rows` wines, $\\mu \\in \\mathbb{R}^2$, k = {eval}`params.k`; see @fig-alcohol.

      ```{plot} fig-alcohol
      kind: histogram
      data: wine
      x: alcohol
      caption: Alcohol.
      ```

      ```{claim}
      - wine.rows == 40
      ```

      """
}
