/// A formula in the TeX subset of a notebook, parsed and found valid.
package struct TeXExpression: Sendable {
  /// The formula as written, without its dollar signs.
  package let source: String
  /// The name given by `\label{eq-…}`; it is not drawn.
  package let label: String?
  /// The text of `\tag{…}`, which stands in the place of a number.
  package let tag: String?

  private let row: Row

  /// - Throws: `TeXError` with the position of the first mistake.
  package init(parsing source: String) throws(TeXError) {
    var parser = Parser(source)
    row = try parser.formula()
    self.source = source
    label = parser.label
    tag = parser.tag
  }

  /// The formula as one `<math>` element (MathML Core), its source kept as an annotation.
  ///
  /// - Parameters:
  ///   - display: set on lines of its own, sums with their limits above and below.
  ///   - number: the equation's number, without parentheses, set at the right edge; a `\tag` takes its place.
  package func mathML(display: Bool, number: String? = nil) -> String {
    var output = ""
    root(display: display, number: number).write(to: &output)
    return output
  }

  private func root(display: Bool, number: String?) -> Element {
    var formula = Element("mrow", row.elements(in: display ? .display : .text))
    if display, let number = tag ?? number { formula = Self.numbered(formula, number) }
    let annotation = Element("annotation", ["encoding": "application/x-tex"], source)
    return Element(
      "math", ["display": display ? "block" : "inline"], [Element("semantics", [formula, annotation])])
  }

  /// The formula between two columns that share the rest of the line, the number in the right one.
  private static func numbered(_ formula: Element, _ number: String) -> Element {
    let cells = [Element("mtd", []), Element("mtd", [formula]), Element("mtd", [Element("mtext", "(\(number))")])]
    return Element("mtable", ["class": "tex-numbered", "displaystyle": "true"], [Element("mtr", cells)])
  }

  /// Every scalar that the MathML draws: what a maths face must hold. The digits and parentheses of an equation's
  /// number are among them.
  package var glyphs: Set<Unicode.Scalar> {
    var glyphs = Set("()0123456789".unicodeScalars)
    Element("mrow", row.elements(in: .display)).collectGlyphs(into: &glyphs)
    if let tag { glyphs.formUnion(tag.unicodeScalars) }
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
