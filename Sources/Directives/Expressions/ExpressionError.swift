/// Why an expression cannot be read or worked out, and where in its text.
package struct ExpressionError: Error, Sendable, Hashable {
  package var message: String
  /// Characters from the start of the expression; 0 until the part at fault is known.
  package var offset: Int
  package var hint: String?
  /// Whether `offset` is that of the part at fault.
  private(set) var isPlaced: Bool

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    offset = 0
    self.hint = hint
    isPlaced = false
  }

  package init(_ message: String, at offset: Int, hint: String? = nil) {
    self.message = message
    self.offset = offset
    self.hint = hint
    isPlaced = true
  }

  func placed(at offset: Int) -> ExpressionError { ExpressionError(message, at: offset, hint: hint) }
}
