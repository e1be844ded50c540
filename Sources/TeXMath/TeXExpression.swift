/// A formula in the TeX subset of a notebook, parsed and found valid.
package struct TeXExpression: Sendable {
  /// The formula as written, without its dollar signs.
  package let source: String
  /// The name given by `\label{eq-…}`; it is not drawn.
  package let label: String?
  /// The text of `\tag{…}`, which stands in the place of a number.
  package let tag: String?

  /// The components of a mixture that `\component` names, counted from 0.
  package let components: Set<Int>

  private let row: Row
  private let tagText: Text?

  /// - Throws: `TeXError` with the position of the first mistake.
  package init(parsing source: String) throws(TeXError) {
    var parser = Parser(source)
    row = try parser.formula()
    self.source = source
    label = parser.label
    tagText = parser.tag
    components = parser.components
    tag = parser.tag?.plainText(inScript: false)
  }

  /// The formula as one `<math>` element (MathML Core), its source kept as an annotation.
  ///
  /// - Parameters:
  ///   - display: set on lines of its own, sums with their limits above and below.
  ///   - number: the equation's number, without parentheses, set at the right edge; a `\tag` takes its place.
  package func mathML(display: Bool, number: String? = nil) -> String {
    var output = ""
    root(display: display, number: number).withoutDefaults().write(to: &output)
    return output
  }

  private func root(display: Bool, number: String?) -> Element {
    let formula = Element("mrow", row.elements(in: display ? .display : .text))
    let annotation = Element("annotation", ["encoding": "application/x-tex"], sourceWithoutComponents)
    let label = tagText ?? number.map { Text(runs: [.words($0)], alphabet: .roman) }
    guard display, let label else {
      let semantics = Element("semantics", [formula, annotation])
      return Element("math", display ? ["display": "block"] : [:], [semantics])
    }
    let mark = [Element.mo("("), label.element(in: .text), Element.mo(")")]
    let numbered = Element(
      "mrow", [.space(54), formula, .space(54), Element("mrow", ["class": "tex-number"], mark)])
    return Element(
      "math", ["display": "block", "class": "tex-numbered"], [Element("semantics", [numbered, annotation])])
  }

  /// Every scalar that the MathML draws: what a maths face must hold. The digits and parentheses of an equation's
  /// number are among them.
  package var glyphs: Set<Unicode.Scalar> {
    var glyphs = Set("()0123456789".unicodeScalars)
    Element("mrow", row.elements(in: .display)).collectGlyphs(into: &glyphs)
    tagText?.element(in: .text).collectGlyphs(into: &glyphs)
    // Function application is never drawn.
    return glyphs.subtracting(["\u{2061}"])
  }

  /// The formula in readable characters, for alternative texts and the table of contents: `Σ_k π_k N(x | μ_k, Σ_k)`.
  package var plainText: String { row.plainText(inScript: false) }
}

/// The source says all there is about a formula.
extension TeXExpression: Hashable {
  package static func == (left: TeXExpression, right: TeXExpression) -> Bool { left.source == right.source }
  package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
