package import TeXMath

extension Report {
  /// A displayed equation.
  package struct Formula: Sendable, Hashable {
    package var expression: TeXExpression
    /// `eq-mix`; only labelled equations are numbered.
    package var anchor: String?
    package var number: Int?

    package init(_ expression: TeXExpression, anchor: String? = nil, number: Int? = nil) {
      self.expression = expression
      self.anchor = anchor
      self.number = number
    }
  }
}
