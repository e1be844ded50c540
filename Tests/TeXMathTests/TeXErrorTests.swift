import TeXMath
import Testing

struct TeXErrorTests {
  @Test(
    arguments: [
      ("a + \\fraq{1}{2}", "unknown command \\fraq", 4, "did you mean \\frac?"),
      ("\\zzzzzzzzz", "unknown command \\zzzzzzzzz", 0, nil),
      // Offsets count UTF-8 bytes: μ and ≤ take two and three.
      ("μ≤\\sgima", "unknown command \\sgima", 5, "did you mean \\sigma?"),
      ("a\\", "a backslash ends the formula", 1, nil),
      ("{a", "this { has no }", 0, nil),
      ("a}", "this } has no {", 1, nil),
      ("\\frac{a}", "\\frac lacks its denominator", 8, nil),
      ("\\frac", "\\frac lacks its numerator", 5, nil),
      ("x^", "^ lacks its superscript", 2, nil),
      ("x_^2", "_ lacks its subscript", 2, nil),
      ("\\sqrt[3", "this [ has no ]", 5, nil),
      ("x^a^b", "a second superscript on one base", 3, "put braces around what the first belongs to"),
      ("x^a'", "a second superscript on one base", 3, "put braces around what the first belongs to"),
      ("x_a_b", "a second subscript on one base", 3, "put braces around what the first belongs to"),
      ("\\left(x", "this \\left has no \\right", 0, nil),
      ("x\\right)", "this \\right has no \\left", 1, nil),
      ("\\left x\\right)", "\\left needs a delimiter after it, not x", 6, "a point (.) stands for none"),
      ("\\left{x\\right}", "\\left needs a delimiter after it, not {", 5, "write \\{ for a brace"),
      ("\\big", "\\big needs a delimiter after it", 4, "a point (.) stands for none"),
      ("a & b", "& stands outside an alignment", 2, "put the lines between \\begin{aligned} and \\end{aligned}"),
      ("a \\\\ b", "\\\\ stands outside an alignment", 2, "put the lines between \\begin{aligned} and \\end{aligned}"),
      ("\\begin{alinged}a\\end{alinged}", "unknown environment alinged", 0, "did you mean aligned?"),
      ("\\begin{cases}a", "this \\begin{cases} has no \\end{cases}", 0, nil),
      ("\\begin{cases}a\\end{matrix}", "\\end{matrix} closes \\begin{cases}", 14, "write \\end{cases}"),
      ("a\\end{cases}", "this \\end has no \\begin", 1, nil),
      (
        "\\begin{array}{lx}a\\end{array}", "x is not a column of an array", 13,
        "columns are l, c and r, with | for a rule"
      ),
      ("\\begin{array}{l}a&b\\end{array}", "this row has more cells than the array's 1 column", 18, nil),
      ("\\begin{matrix}\\hline a\\end{matrix}", "\\hline stands only at the start of an array's row", 14, nil),
      ("a % b", "% starts a comment, which a formula cannot hold", 2, "write \\% for a percent sign"),
      ("a $ b", "$ ends a formula and cannot stand within it", 2, "write \\$ for a dollar sign"),
      ("#1", "# has no meaning in a formula", 0, "write \\# for a number sign"),
      ("a @ b", "the character @ has no meaning in a formula", 2, "put words in \\text{…}"),
      ("\\text{a", "this { has no }", 5, nil),
      ("\\text a", "\\text lacks its text", 6, nil),
      ("\\text{5%}", "% cannot stand in a text as it is", 7, "write \\%"),
      ("\\text{\\mu}", "\\mu cannot stand in a text", 6, "put mathematics between dollar signs"),
      ("\\text{$x}", "this $ has no second $", 6, nil),
      ("\\operatorname{a+b}", "+ cannot stand in an operator's name", 15, nil),
      ("x\\limits_a", "\\limits does not follow an operator", 1, nil),
      ("\\component{β}{x}", "'β' is not the name of a component", 10, "components are called A, B, C, …"),
      ("\\component{A1}{x}", "'A1' is not the name of a component", 10, "components are called A, B, C, …"),
      ("\\component{}{x}", "'' is not the name of a component", 10, "components are called A, B, C, …"),
      ("\\component A x", "\\component lacks its name", 11, nil),
      ("\\component{A}", "\\component lacks its argument", 13, nil),
      ("\\not x", "\\not does not stand before a relation", 0, nil),
      ("\\label{mix}", "the label mix is not the name of an equation", 0, "begin it with eq-"),
      ("\\label{eq-a}\\label{eq-b}", "a second \\label in one formula", 12, nil),
      ("\\tag{1}\\tag{2}", "a second \\tag in one formula", 7, nil),
    ] as [(String, String, Int, String?)])
  func messages(tex: String, message: String, offset: Int, hint: String?) {
    #expect(throws: TeXError(message, at: offset, hint: hint)) { try TeXExpression(parsing: tex) }
  }

  @Test(arguments: ["{", "\\sqrt", "\\frac1", "x_{", "\\left(", "\\displaystyle ", "\\text{$", "\\begin{matrix}"])
  func deepNestingIsRefused(opening: String) {
    let error = #expect(throws: TeXError.self) {
      try TeXExpression(parsing: String(repeating: opening, count: 100_000))
    }
    #expect(error?.message == "the formula is nested too deeply")
  }

  @Test func noInputCrashes() {
    let pieces = [
      "\\frac", "{", "}", "^", "'", "&", "\\\\", "\\left(", "\\right)", "\\begin{array}{l}", "\\end{array}", "\\text{",
      "[", "\\hline", "\\", "1.", "|", "\\not", "\\limits", "\\sqrt",
    ]
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let tex = first + second + third
          guard let formula = try? TeXExpression(parsing: tex) else { continue }
          if !formula.mathML(display: true).hasSuffix("</math>") { Issue.record("\(tex)") }
        }
      }
    }
  }
}
