import Foundation
import TeXMath
import Testing

// The lengths of TeX's spaces: 3, 4 and 5 eighteenths of an em.
private let thin = "0.1667em"
private let medium = "0.2222em"
private let thick = "0.2778em"

/// An operator that does not stretch, with what has to be written of that and of its spaces.
private func mo(_ text: String, _ left: String = "0em", _ right: String = "0em") -> String {
  // What MathML Core's operator dictionary says wherever the operator stands: the space on either side, and whether it
  // stretches. Signs have two entries.
  let defaults: (String?, String?, Bool?) =
    switch text {
    case "=", "≠", "∉", "∣", "&lt;": (thick, thick, false)
    case "(", ")", "[", "{": ("0em", "0em", true)
    case ",": ("0em", thin, false)
    case "′", "″": ("0em", "0em", false)
    default: (nil, nil, nil)
    }
  let written = [
    defaults.2 == false ? "" : " stretchy=\"false\"", defaults.0 == left ? "" : " lspace=\"\(left)\"",
    defaults.1 == right ? "" : " rspace=\"\(right)\"",
  ]
  return "<mo\(written.joined())>\(text)</mo>"
}

private func large(_ text: String, _ left: String = "0em", _ right: String = "0em") -> String {
  "<mo largeop=\"true\" movablelimits=\"false\" lspace=\"\(left)\" rspace=\"\(right)\">\(text)</mo>"
}

private func fence(_ text: String, _ form: String, _ width: String? = nil) -> String {
  let style = width.map { " style=\"max-width:\($0)em\"" } ?? ""
  // Bars are fences on both sides, and neither between.
  let isBar = text == "|"
  let attributes = " form=\"\(form)\" fence=\"true\" stretchy=\"true\" symmetric=\"true\" lspace=\"0em\" rspace=\"0em\""
  return "<mo\(isBar ? attributes : "")\(style)>\(text)</mo>"
}

private let apply = "<mo>\u{2061}</mo>"
private let applyThin = "<mo rspace=\"0.1667em\">\u{2061}</mo>"
private let x = "<mi>𝑥</mi>"
private let a = "<mi>𝑎</mi>"
private let b = "<mi>𝑏</mi>"
private let k = "<mi>𝑘</mi>"

/// What stands between the formula's outer `<mrow>` tags.
private func body(_ tex: String, display: Bool = true) throws -> String {
  let mathML = try TeXExpression(parsing: tex).mathML(display: display)
  let start = try #require(mathML.range(of: "<semantics><mrow>")?.upperBound)
  let end = try #require(mathML.range(of: "</mrow><annotation")?.lowerBound)
  return String(mathML[start..<end])
}

struct MathMLTests {
  @Test(arguments: [
    // A minus sign is binary between operands and a sign elsewhere.
    ("a-b", a + "<mo>−</mo>" + b),
    ("-a", mo("−") + a),
    ("a=-b", a + mo("=", thick, thick) + mo("−") + b),
    ("(-a)", mo("(") + mo("−") + a + mo(")")),
    ("a,-b", a + mo(",", "0em", thin) + mo("−") + b),
    ("a\\times-b", a + mo("×", medium, medium) + mo("−") + b),
    ("{-a}b", "<mrow>" + mo("−") + a + "</mrow>" + b),
    ("a+", a + mo("+")),
    // Relations, punctuation, colons, conditioning.
    ("a\\mid b", a + mo("∣", thick, thick) + b),
    ("a|b", a + mo("|") + b),
    ("a<b", a + mo("&lt;", thick, thick) + b),
    ("a:b", a + mo(":", thick, thick) + b),
    ("a\\colon b", a + mo(":", "0em", thin) + b),
    ("a\\not=b", a + mo("≠", thick, thick) + b),
    ("a\\not\\in b", a + mo("∉", thick, thick) + b),
    ("f(x)", "<mi>𝑓</mi>" + mo("(") + x + mo(")")),
    ("a/b", a + mo("/") + b),
    ("x!", x + mo("!")),
    // Spaces: on the operator beside them where there is one, added to TeX's own.
    ("a\\,b", a + "<mspace width=\"0.1667em\"></mspace>" + b),
    ("a~b", a + "<mspace width=\"0.3333em\"></mspace>" + b),
    ("a\\quad b", a + "<mspace width=\"1em\"></mspace>" + b),
    ("a,\\,b", a + mo(",", "0em", "0.3333em") + b),
    ("a\\!b", a + "<mspace style=\"margin-left:-0.1667em\"></mspace>" + b),
    // A sign has the spaces of a binary operator by itself only where it surely stands between two operands.
    ("a-(b)", a + mo("−", medium, medium) + mo("(") + b + mo(")")),
    ("x_{i}+2", "<msub>" + x + "<mi>𝑖</mi></msub><mo>+</mo><mn>2</mn>"),
    // In smaller letters some browsers drop the spaces that are not written.
    (
      "x^{a,\\!=b}",
      "<msup>" + x + "<mrow>" + a + mo(",") + "<mspace style=\"margin-left:-0.1667em\"></mspace>" + mo("=") + b
        + "</mrow></msup>"
    ),
    // Scripts are set close.
    ("x^{a-b}", "<msup>" + x + "<mrow>" + a + "<mo lspace=\"0em\" rspace=\"0em\">−</mo>" + b + "</mrow></msup>"),
    ("x_{a,b}", "<msub>" + x + "<mrow>" + a + mo(",") + b + "</mrow></msub>"),
  ]) func spacing(tex: String, expected: String) throws {
    #expect(try body(tex) == expected)
  }

  @Test(arguments: [
    ("0.25", "<mn>0.25</mn>"), ("1{,}599", "<mn>1,599</mn>"), (".5", "<mn>.5</mn>"),
    ("12x", "<mn>12</mn>" + x), ("1,2", "<mn>1</mn>" + mo(",", "0em", thin) + "<mn>2</mn>"),
    ("x^12", "<msup>" + x + "<mn>1</mn></msup><mn>2</mn>"), ("1.", "<mn>1</mn>" + mo(".")),
    ("\\mathbf{12}", "<mn>𝟏𝟐</mn>"), ("\\mathbb 1", "<mn>𝟙</mn>"),
  ]) func numbers(tex: String, expected: String) throws {
    #expect(try body(tex) == expected)
  }

  @Test(arguments: [
    ("x", "𝑥"), ("h", "ℎ"), ("\\mu", "𝜇"), ("\\Sigma", "Σ"), ("\\epsilon", "𝜖"), ("\\varepsilon", "𝜀"),
    ("\\phi", "𝜙"), ("\\varphi", "𝜑"), ("\\partial", "𝜕"), ("\\mathbf{x}", "𝐱"), ("\\boldsymbol{x}", "𝒙"),
    ("\\boldsymbol\\mu", "𝝁"), ("\\boldsymbol\\Sigma", "𝚺"), ("\\mathbf\\mu", "𝛍"), ("\\mathcal N", "𝒩"),
    ("\\mathcal L", "ℒ"), ("\\mathbb R", "ℝ"), ("\\mathbb E", "𝔼"), ("\\mathrm{old}", "old"), ("\\mathsf T", "𝖳"),
    ("\\mathit{diff}", "𝑑𝑖𝑓𝑓"), ("\\boldsymbol{\\mathcal N}", "𝓝"), ("\\mathfrak H", "ℌ"), ("\\infty", "∞"),
    ("μ", "𝜇"), ("\\omega", "𝜔"), ("\\varpi", "𝜛"),
  ]) func lettersAreUnicode(tex: String, letter: String) throws {
    #expect(try body(tex) == "<mi>\(letter)</mi>")
  }

  @Test(arguments: [
    ("x^2", "<msup>" + x + "<mn>2</mn></msup>"),
    ("x_k^2", "<msubsup>" + x + k + "<mn>2</mn></msubsup>"),
    ("x^2_k", "<msubsup>" + x + k + "<mn>2</mn></msubsup>"),
    ("x'", "<msup>" + x + mo("′") + "</msup>"),
    ("x''_k", "<msubsup>" + x + k + mo("″") + "</msubsup>"),
    ("x'^2", "<msup>" + x + "<mrow>" + mo("′") + "<mn>2</mn></mrow></msup>"),
    ("{}_k x", "<msub><mrow></mrow>" + k + "</msub>" + x),
    // A script belongs to the whole parenthesis.
    ("(x)^2", "<msup><mrow>" + mo("(") + x + mo(")") + "</mrow><mn>2</mn></msup>"),
    ("|x|^2", "<msup><mrow>" + mo("|") + x + mo("|") + "</mrow><mn>2</mn></msup>"),
    ("a(b(x)^2)", a + mo("(") + b + "<msup><mrow>" + mo("(") + x + mo(")") + "</mrow><mn>2</mn></msup>" + mo(")")),
    ("\\lVert x\\rVert_2", "<msub><mrow>" + mo("‖") + x + mo("‖") + "</mrow><mn>2</mn></msub>"),
    ("[a,b)^2", "<msup><mrow>" + mo("[") + a + mo(",", "0em", thin) + b + mo(")") + "</mrow><mn>2</mn></msup>"),
    // μ hangs below the line: its index must not hang lower than that of x.
    ("\\mu_k", "<msub><mpadded depth=\"0em\"><mi>𝜇</mi></mpadded>" + k + "</msub>"),
    (
      "\\hat\\mu_k",
      "<msub><mpadded depth=\"0em\"><mover accent=\"true\"><mi>𝜇</mi>" + mo("ˆ") + "</mover></mpadded>" + k
        + "</msub>"
    ),
    // Nor the exponent of an accented letter higher than that of a plain one.
    (
      "\\hat x^2",
      "<msup><mpadded height=\"0.66em\"><mover accent=\"true\">" + x + mo("ˆ") + "</mover></mpadded><mn>2</mn></msup>"
    ),
  ]) func scripts(tex: String, expected: String) throws {
    #expect(try body(tex) == expected)
  }

  @Test(arguments: [
    ("\\sum_k x", true, "<munder>" + large("∑", "0em", thin) + k + "</munder>" + x),
    ("\\sum_k x", false, "<msub>" + large("∑", "0em", thin) + k + "</msub>" + x),
    ("\\sum_a^b x", true, "<munderover>" + large("∑", "0em", thin) + a + b + "</munderover>" + x),
    ("\\sum\\limits_k x", false, "<munder>" + large("∑", "0em", thin) + k + "</munder>" + x),
    ("\\sum\\nolimits_k x", true, "<msub>" + large("∑", "0em", thin) + k + "</msub>" + x),
    ("\\int_a^b x", true, "<msubsup>" + large("∫", "0em", thin) + a + b + "</msubsup>" + x),
    ("a\\sum x", true, a + large("∑", thin, thin) + x),
    ("\\log x", true, "<mi>log</mi>" + applyThin + x),
    ("\\log(x)", true, "<mi>log</mi>" + apply + mo("(") + x + mo(")")),
    ("2\\log x", true, "<mn>2</mn><mspace width=\"0.1667em\"></mspace><mi>log</mi>" + applyThin + x),
    ("\\max_k x", true, "<munder><mi>max</mi>" + k + "</munder>" + applyThin + x),
    ("\\max_k x", false, "<msub><mi>max</mi>" + k + "</msub>" + applyThin + x),
    ("\\argmax_k", true, "<munder><mi>arg\u{2009}max</mi>" + k + "</munder>"),
    ("\\operatorname{KL}(x)", true, "<mi>KL</mi>" + apply + mo("(") + x + mo(")")),
    ("\\operatorname*{arg\\,min}_k", true, "<munder><mi>arg\u{2009}min</mi>" + k + "</munder>"),
    ("\\mathop{a}_k", true, "<munder>" + a + k + "</munder>"),
  ]) func operators(tex: String, display: Bool, expected: String) throws {
    #expect(try body(tex, display: display) == expected)
  }

  @Test(arguments: [
    ("\\frac ab", "<mfrac>" + a + b + "</mfrac>"),
    ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    ("\\tfrac ab", "<mstyle displaystyle=\"false\" scriptlevel=\"0\"><mfrac>" + a + b + "</mfrac></mstyle>"),
    ("\\dfrac ab", "<mstyle displaystyle=\"true\" scriptlevel=\"0\"><mfrac>" + a + b + "</mfrac></mstyle>"),
    ("\\sqrt{x}", "<msqrt class=\"tex-root\">" + x + "</msqrt>"),
    ("\\sqrt[k]x", "<mroot class=\"tex-root\">" + x + k + "</mroot>"),
    ("\\sqrt{\\frac ab}", "<msqrt><mfrac>" + a + b + "</mfrac></msqrt>"),
    ("\\hat x", "<mover accent=\"true\">" + x + mo("ˆ") + "</mover>"),
    ("\\bar x", "<mover accent=\"true\">" + x + mo("¯") + "</mover>"),
    (
      "\\overline{ab}",
      "<mover accent=\"true\"><mrow>" + a + b
        + "</mrow><mo stretchy=\"true\" lspace=\"0em\" rspace=\"0em\">\u{332}</mo></mover>"
    ),
    (
      "\\underbrace{x}_k",
      "<munder><munder><mrow>" + x
        + "</mrow><mo stretchy=\"true\" lspace=\"0em\" rspace=\"0em\">⏟</mo></munder>" + k + "</munder>"
    ),
    ("a\\overset!=b", a + "<mover>" + mo("=", thick, thick) + mo("!") + "</mover>" + b),
    ("a\\stackrel!=b", a + "<mover>" + mo("=", thick, thick) + mo("!") + "</mover>" + b),
    ("\\underset kx", "<munder>" + x + k + "</munder>"),
    ("\\phantom x", "<mphantom>" + x + "</mphantom>"),
    ("\\boxed x", "<mrow class=\"tex-boxed\">" + x + "</mrow>"),
    ("\\text{if }", "<mtext>if\u{A0}</mtext>"),
    ("\\text{if $x$, 5\\%}", "<mrow><mtext>if\u{A0}</mtext><mrow>" + x + "</mrow><mtext>,\u{A0}5%</mtext></mrow>"),
    ("\\text{it's ``a''--b}", "<mtext>it’s\u{A0}“a”–b</mtext>"),
    ("\\textbf{ab}", "<mtext>𝐚𝐛</mtext>"),
  ]) func constructs(tex: String, expected: String) throws {
    #expect(try body(tex) == expected)
  }

  @Test(arguments: [
    ("\\left(x\\right)", "<mrow>" + fence("(", "prefix", "0.389") + x + fence(")", "postfix", "0.389") + "</mrow>"),
    ("\\left.x\\right|", "<mrow>" + x + fence("|", "postfix") + "</mrow>"),
    (
      "\\left\\{x\\middle|a\\right\\}",
      "<mrow>" + fence("{", "prefix", "0.5") + x + fence("|", "infix") + a
        + fence("}", "postfix", "0.5") + "</mrow>"
    ),
    // \exp\! and \left make no gap together.
    (
      "\\exp\\!\\left(x\\right)",
      "<mi>exp</mi>" + apply + "<mrow>" + fence("(", "prefix", "0.389") + x
        + fence(")", "postfix", "0.389") + "</mrow>"
    ),
    (
      "\\bigl(x",
      "<mo minsize=\"1.2em\" maxsize=\"1.2em\" style=\"max-width:0.458em\">(</mo>" + x
    ),
  ]) func delimiters(tex: String, expected: String) throws {
    #expect(try body(tex) == expected)
  }

  @Test(arguments: [
    (
      "\\begin{matrix}a&b\\\\x&k\\end{matrix}",
      "<mtable class=\"tex-matrix\"><mtr><mtd>" + a + "</mtd><mtd>" + b + "</mtd></mtr><mtr><mtd>" + x + "</mtd><mtd>"
        + k
        + "</mtd></mtr></mtable>"
    ),
    // After an & a relation keeps its space on the left.
    (
      "\\begin{aligned}a&=b\\\\&=-x\\end{aligned}",
      "<mtable class=\"tex-aligned\" displaystyle=\"true\"><mtr><mtd>" + a + "</mtd><mtd><mrow></mrow>"
        + mo("=", thick, thick) + b + "</mtd></mtr><mtr><mtd></mtd><mtd><mrow></mrow>" + mo("=", thick, thick) + mo("−")
        + x + "</mtd></mtr></mtable>"
    ),
    (
      "\\begin{array}{l|r}a&b\\\\\\hline x&k\\end{array}",
      "<mtable class=\"tex-array\"><mtr><mtd class=\"tex-left tex-rule-right\">" + a + "</mtd><mtd class=\"tex-right\">"
        + b + "</mtd></mtr><mtr class=\"tex-rule-above\"><mtd class=\"tex-left tex-rule-right\">" + x
        + "</mtd><mtd class=\"tex-right\">" + k + "</mtd></mtr></mtable>"
    ),
    (
      "\\begin{gathered}a\\\\b\\\\\\end{gathered}",
      "<mtable class=\"tex-gathered\" displaystyle=\"true\"><mtr><mtd>" + a + "</mtd></mtr><mtr><mtd>" + b
        + "</mtd></mtr></mtable>"
    ),
  ]) func tables(tex: String, expected: String) throws {
    #expect(try body(tex) == expected)
  }

  @Test func wholeElement() throws {
    let formula = try TeXExpression(parsing: "x<1")
    let content = "<mrow>" + x + mo("&lt;", thick, thick) + "<mn>1</mn></mrow>"
    let annotation = "<annotation encoding=\"application/x-tex\">x&lt;1</annotation>"
    #expect(
      formula.mathML(display: false)
        == "<math><semantics>\(content)\(annotation)</semantics></math>")
    let numbered =
      "<mrow><mspace width=\"3em\"></mspace>\(content)<mspace width=\"3em\"></mspace>"
      + "<mrow class=\"tex-number\">" + mo("(") + "<mtext>4</mtext>" + mo(")") + "</mrow></mrow>"
    #expect(
      formula.mathML(display: true, number: "4")
        == "<math display=\"block\" class=\"tex-numbered\"><semantics>\(numbered)\(annotation)</semantics></math>")
  }

  /// Only the class is added: spaces are those of the same formula without the command.
  @Test(arguments: [
    ("a+\\component{B}{b}", a + "<mo>+</mo><mrow class=\"component-2\">" + b + "</mrow>"),
    (
      "a\\component{A}{=b}",
      a + "<mspace width=\"0.2778em\"></mspace><mrow class=\"component-1\">" + mo("=", "0em", thick) + b + "</mrow>"
    ),
    ("\\component{A2}{x}_k", "<msub><mrow class=\"component-27\">" + x + "</mrow>" + k + "</msub>"),
  ]) func components(tex: String, expected: String) throws {
    #expect(try body(tex) == expected)
  }

  @Test func theComponentsOfAFormulaAreKnown() throws {
    #expect(try TeXExpression(parsing: "\\component{C}{x} + \\sqrt{\\component{A}{y}}").components == [0, 2])
    #expect(try TeXExpression(parsing: "x").components == [])
  }

  @Test func everyClassOfTheMathMLHasItsRule() {
    for name in [
      "tex-aligned", "tex-gathered", "tex-cases", "tex-matrix", "tex-array", "tex-left", "tex-right", "tex-rule-left",
      "tex-rule-right", "tex-rule-above", "tex-rule-below", "tex-numbered", "tex-number", "tex-boxed", "tex-root",
    ] {
      #expect(TeXExpression.styleSheet.contains(".\(name) "), "\(name)")
    }
  }
}
