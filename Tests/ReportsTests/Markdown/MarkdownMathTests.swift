import ReportChecks
import Reports
import TeXMath
import Testing

/// GitHub's two forms of a formula within text, each where it is safe.
struct MarkdownMathTests {
  @Test(arguments: [
    (#"\pi_k"#, #"$\pi_k$"#),
    ("x_{i}^2 + 1", "$x_{i}^2 + 1$"),
    (#"\frac{a}{b}"#, #"$\frac{a}{b}$"#),
    // CommonMark eats a backslash before punctuation, …
    (#"a\,b"#, #"$`a\,b`$"#),
    (#"\{1, \dots, K\}"#, #"$`\{1, \dots, K\}`$"#),
    // … takes stars and underscores for emphasis, bars for cells, and what looks like an element for one.
    ("a * b", "$`a * b`$"),
    (#"\mathcal{N}_k"#, #"$`\mathcal{N}_k`$"#),
    (#"\mathcal{N}_{k}"#, #"$`\mathcal{N}_{k}`$"#),
    ("p(x | y)", "$`p(x | y)`$"),
    ("a < b", "$`a < b`$"),
    // GitHub refuses this macro.
    (#"\operatorname{tr} A"#, #"$\mathop{\text{tr}} A$"#),
  ])
  func formulaInText(tex: String, expected: String) throws {
    let text = markdownText([.paragraph([.text("so "), .math(try TeXExpression(parsing: tex)), .text(".")])])
    #expect(text == "so \(expected).\n")
  }

  @Test(arguments: [("x", ""), ("", "x"), ("1", ""), ("", "-axis"), ("", "1")])
  func formulaBesideWordsIsFenced(before: String, after: String) throws {
    let text = markdownText([.paragraph([.text(before), .math(try TeXExpression(parsing: "k")), .text(after)])])
    #expect(text == "\(before)$`k`$\(after)\n")
  }

  @Test(arguments: [(#"|x|"#, #"$\vert x\vert$"#), (#"\|x\|"#, #"$\Vert x\Vert$"#), (#"a \mid b"#, #"$a \mid b$"#)])
  func formulaInCellHoldsNoBar(tex: String, expected: String) throws {
    let table = Report.Table(columns: [.init([.math(try TeXExpression(parsing: tex))])], rows: [])
    #expect(markdownText([.table(table)]) == "| \(expected) |\n| --- |\n")
  }

  @Test func displayedFormulaIsFencedWithItsNumber() throws {
    let formula = Report.Formula(
      try TeXExpression(parsing: #"\label{eq-mix} p(x) = \sum_k \pi_k"#), anchor: "eq-mix", number: 3)
    #expect(
      markdownText([.formula(formula)]) == """
        <a id="eq-mix"></a>

        ```math
        p(x) = \\sum_k \\pi_k \\tag{3}
        ```

        """)
  }
}
