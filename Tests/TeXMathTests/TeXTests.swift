import TeXMath
import Testing
import Wording

struct TeXTests {
  @Test(
    arguments: [
      (0.25, .plain, "0.25"), (-1.5, .plain, "-1.5"), (1599, .count, "1{,}599"),
      (0.00000125, .plain, "1.25\\times 10^{-6}"), (-3e20, .fixed(0), "-300000000000000000000"),
      (1.5e20, NumberFormat(.exponent, precision: 1), "1.5\\times 10^{20}"), (.infinity, .plain, "\\infty"),
      (-.infinity, .plain, "-\\infty"), (.nan, .plain, "\\text{NaN}"),
      (0.5, NumberFormat(.percent, precision: 0), "50\\,\\%"), (-0.0001, .fixed(2), "0.00"),
    ] as [(Double, NumberFormat, String)])
  func numbers(value: Double, format: NumberFormat, tex: String) throws {
    #expect(TeX.number(value, format) == tex)
    _ = try TeXExpression(parsing: tex)
  }

  @Test func operands() {
    #expect(TeX.operand(-2) == "(-2)")
    #expect(TeX.operand(2) == "2")
    #expect(TeX.operand(-0.001, .fixed(1)) == "0.0")
  }

  @Test func matrices() {
    #expect(TeX.vector([1, -2]) == "\\begin{bmatrix}1 \\\\ -2\\end{bmatrix}")
    #expect(TeX.matrix([[1, 0], [0, 1]]) == "\\begin{bmatrix}1 & 0 \\\\ 0 & 1\\end{bmatrix}")
  }

  @Test(arguments: ["total sulfur dioxide", "5 % & more_less #1 {a} $", "a\\b~c", "naïve", "it's"])
  func textIsReadBack(words: String) throws {
    let shown = try TeXExpression(parsing: TeX.text(words)).plainText
    #expect(shown == words.replacing("~", with: "∼").replacing("'", with: "’"))
  }
}
