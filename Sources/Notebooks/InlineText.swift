extension [Inline] {
  /// Reads inline Markdown that stands in an option, such as a caption.
  ///
  /// - Parameters:
  ///   - text: the scalar's value.
  ///   - location: where the value's text begins in the notebook, which is the location of an `OptionNode.Scalar`;
  ///     places of roles and maths are counted from there.
  package init(parsingInline text: String, at location: SourceLocation) throws(Diagnostics) {
    let source = SourceText(text, at: location)
    let lifter = Lifter(source, outline: BlockOutline(paragraphOf: source))
    let masked = MaskedText(source, lifts: lifter.lifts, from: 0, isParagraph: true)
    var reader = InlineReader(masked)
    var inlines: [Inline] = []
    CmarkNode.read(masked.bytes[...]) { document in
      if let paragraph = document.children.first { inlines = reader.inlines(of: paragraph, depth: 0) }
    }
    try Diagnostics.throwing(reader.mistakes)
    self = inlines.trimmed
  }
}
