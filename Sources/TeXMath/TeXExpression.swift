/// A formula in the TeX subset of a notebook, parsed and found valid.
package struct TeXExpression: Sendable, Hashable {
  /// The formula as written, without its dollar signs.
  package let source: String
  /// The name given by `\label{eq-…}`; it is not drawn.
  package let label: String?
  /// The text of `\tag{…}`, which stands in the place of a number.
  package let tag: String?

  /// - Throws: `TeXError` with the position of the first mistake.
  package init(parsing source: String) throws(TeXError) {
    self.source = source
    label = nil
    tag = nil
  }

  /// The formula as one `<math>` element (MathML Core), its source kept as an annotation.
  ///
  /// - Parameters:
  ///   - display: set on lines of its own, sums with their limits above and below.
  ///   - number: the equation's number, without parentheses; a `\tag` takes its place.
  package func mathML(display: Bool, number: String? = nil) -> String {
    "<math display=\"\(display ? "block" : "inline")\"><mtext>\(plainText)</mtext></math>"
  }

  /// Every scalar that the MathML draws: what a maths face must hold.
  package var glyphs: Set<Unicode.Scalar> { [] }

  /// The same formula in what GitHub's renderer accepts, `\label` turned into `\tag{number}`.
  package func gitHubSource(number: String? = nil) -> String { source }

  /// The formula in readable characters, for alternative texts and the table of contents.
  package var plainText: String { source }

  /// The rules of CSS that the MathML needs.
  package static let styleSheet = ""
}
