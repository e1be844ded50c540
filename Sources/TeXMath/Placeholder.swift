package struct TeXExpression: Sendable, Hashable {
  package let source: String
}
