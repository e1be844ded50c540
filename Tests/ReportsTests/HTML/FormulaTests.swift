import Reports
import TeXMath
import Testing

@Suite struct FormulaTests {
  @Test func shortFormulaStandsInItsBox() throws {
    let expression = try TeXExpression(parsing: "a = b")
    #expect(
      try html([.formula(.init(expression, anchor: "eq-a", number: 4))])
        == "<div class=\"equation\" id=\"eq-a\">" + expression.mathML(display: true, number: "4") + "</div>")
  }

  @Test func longFormulaScrollsByKeyboardAndIsNamed() throws {
    let expression = try TeXExpression(parsing: "a + b + c + d + e + f + g + h + i + j + k + l + m + n")
    #expect(
      try html([.formula(.init(expression))])
        .hasPrefix("<div class=\"equation\" tabindex=\"0\" role=\"region\" aria-label=\"Equation\">"))
    #expect(
      try html([.formula(.init(expression, number: 2))])
        .hasPrefix("<div class=\"equation\" tabindex=\"0\" role=\"region\" aria-label=\"Equation 2\">"))
  }
}
