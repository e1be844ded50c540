import Foundation
import TeXMath
import Testing

private let formulas = [
  "p(x)=\\sum_{k=1}^{K}\\pi_k\\,\\mathcal N(x\\mid\\mu_k,\\Sigma_k) \\label{eq-mix}",
  "\\log p(x)=\\underbrace{\\mathbb E_q\\!\\left[\\log\\frac{p(x,z)}{q(z)}\\right]}_{\\text{ELBO $\\mathcal L$}}",
  "\\begin{aligned}a&=\\sqrt[3]{b}\\\\&\\ge\\hat\\theta'' & & < \\tfrac12\\end{aligned}",
  "\\widehat{\\Sigma}=\\begin{bmatrix}1&-0.5\\\\-0.5&1\\end{bmatrix},\\ \\overline{x+y},\\ \\bigl\\|x\\bigr\\|_2 \\tag{$\\ast$}",
]

struct TeXExpressionTests {
  @Test(arguments: formulas) func elementsAreBalanced(tex: String) throws {
    for display in [true, false] {
      let mathML = try TeXExpression(parsing: tex).mathML(display: display, number: "1")
      var open: [Substring] = []
      for tag in mathML.split(separator: "<").map({ $0.prefix { $0 != ">" && $0 != " " } }) {
        if tag.hasPrefix("/") { #expect(open.popLast() == tag.dropFirst()) } else { open.append(tag) }
      }
      #expect(open.isEmpty)
      #expect(!mathML.contains("mathvariant"))
    }
  }

  /// What is drawn is the text outside tags, the annotation left out.
  @Test(arguments: formulas) func glyphsAreComplete(tex: String) throws {
    let formula = try TeXExpression(parsing: tex)
    let mathML = formula.mathML(display: true, number: "17")
    let drawn = mathML.prefix(upTo: try #require(mathML.range(of: "<annotation")).lowerBound)
    let text = drawn.split(separator: "<").map { $0.drop { $0 != ">" }.dropFirst() }.joined()
      .replacing("&lt;", with: "<").replacing("\u{2061}", with: "")
    #expect(!text.isEmpty)
    #expect(Set(text.unicodeScalars).subtracting(formula.glyphs).isEmpty)
  }

  @Test func labelsAndTags() throws {
    let formula = try TeXExpression(parsing: "a \\label{eq-mix} \\tag{A $x$}")
    #expect(formula.label == "eq-mix")
    #expect(formula.tag == "A x")
    #expect(!formula.mathML(display: true, number: "3").contains("<mtext>3</mtext>"))
    #expect(try TeXExpression(parsing: "a").label == nil)
    #expect(try TeXExpression(parsing: "a") == TeXExpression(parsing: "a"))
    #expect(try TeXExpression(parsing: "a") != TeXExpression(parsing: "b"))
  }

  @Test(arguments: [
    ("p(x)=\\sum_k\\pi_k\\mathcal N(x\\mid\\mu_k,\\Sigma_k)", "p(x) = Σ_k π_k N(x | μ_k, Σ_k)"),
    ("\\frac{a+b}{2}", "(a + b)/2"), ("\\frac ab", "a/b"), ("x^{2}", "x^2"), ("x_{i-1}", "x_(i−1)"),
    ("-\\tfrac12\\log|\\Sigma|", "−1/2 log |Σ|"), ("\\sqrt{2\\pi}", "√(2π)"), ("\\hat\\mu", "μ\u{302}"),
    ("\\begin{bmatrix}1&0\\\\0&1\\end{bmatrix}", "[1, 0; 0, 1]"), ("\\argmax_k a", "arg max_k a"),
    ("1{,}599\\text{ rows}", "1,599 rows"), ("x''", "x″"), ("a\\label{eq-x}", "a"), ("\\lVert x\\rVert^2", "‖x‖^2"),
  ]) func plainText(tex: String, plain: String) throws {
    #expect(try TeXExpression(parsing: tex).plainText == plain)
  }

  @Test(
    arguments: [
      ("a \\label{eq-x}", "7", "a \\tag{7}"),
      ("\\label{eq-x} a", "7", "a \\tag{7}"),
      ("a \\label{eq-x}", nil, "a"),
      ("a", "7", "a"),
      ("a \\label{eq-x} \\tag{B}", "7", "a  \\tag{B}"),
      (
        "\\begin{align}a&=b \\label{eq-x}\\\\c&=d\\end{align}", "2", "\\begin{align}a&=b \\\\c&=d \\tag{2} \\end{align}"
      ),
      ("\\begin{aligned}a&=b\\label{eq-x}\\end{aligned}", "2", "\\begin{aligned}a&=b\\end{aligned} \\tag{2}"),
      ("\\operatorname{KL}(q)", nil, "\\mathop{\\text{KL}}(q)"),
      ("\\operatorname{BIC}_k", nil, "\\mathop{\\text{BIC}}\\nolimits_k"),
      ("\\operatorname*{arg\\,max}_k", nil, "\\mathop{\\text{arg max}}_k"),
      ("\\argmax_k x", nil, "\\mathop{\\text{arg max}}_k x"),
      ("\\tr A", nil, "\\mathop{\\text{tr}} A"),
      ("\\bm x\\emph{}", nil, "\\boldsymbol x\\textit{}"),
      // What is known to our reports only goes, with its braces where they would do nothing.
      ("a + \\component{A}{\\pi_{\\mathrm{A}}}x = \\component{B2}{b}", nil, "a + \\pi_{\\mathrm{A}}x = b"),
      ("\\component{A}{\\pi}x", nil, "\\pi x"), ("\\quad\\component{A}{x}", nil, "\\quad x"),
      ("x_\\component{A}{ab}\\frac\\component{B}{a}b", nil, "x_{ab}\\frac{a}b"),
      ("\\text{a $b$} \\log x", nil, "\\text{a $b$} \\log x"),
    ] as [(String, String?, String)])
  func gitHubSource(tex: String, number: String?, expected: String) throws {
    #expect(try TeXExpression(parsing: tex).gitHubSource(number: number) == expected)
  }
}
