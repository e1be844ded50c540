/// Why a formula cannot be set, and where.
package struct TeXError: Error, Sendable, Hashable {
  /// What is wrong, as a sentence without a full stop.
  package let message: String
  /// Where it is wrong: UTF-8 bytes from the start of the formula's source.
  package let offset: Int
  /// What would be right, where that can be told.
  package let hint: String?

  package init(_ message: String, at offset: Int, hint: String? = nil) {
    self.message = message
    self.offset = offset
    self.hint = hint
  }
}
