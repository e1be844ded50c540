extension Notebook {
  /// Reads a notebook.
  ///
  /// - Parameters:
  ///   - source: the text, with LF or CRLF line ends.
  ///   - path: how diagnostics call it.
  /// - Throws: all mistakes of form found in the text, together, in its order.
  package init(parsing source: String, path: String) throws(Diagnostics) {
    let text = SourceText(source)
    let opening = FrontMatterReader(text)
    let start = text.range(ofLine: opening.firstLine).lowerBound
    let lifter = Lifter(text, outline: BlockOutline(text, firstLine: opening.firstLine))
    let masked = MaskedText(text, lifts: lifter.lifts, from: start)
    var reader = BlockReader(masked)
    CmarkNode.read(masked.bytes[...]) { document in reader.read(document) }
    try Diagnostics.throwing(opening.mistakes + lifter.mistakes + reader.allMistakes)
    self.init(
      path: path, source: source, frontMatter: opening.frontMatter, blocks: reader.blocks, footnotes: reader.footnotes)
  }
}

extension Diagnostics {
  /// Throws the mistakes in the order of the text, if there are any.
  static func throwing(_ mistakes: [Diagnostic]) throws(Diagnostics) {
    guard !mistakes.isEmpty else { return }
    throw Diagnostics(
      mistakes.sorted { a, b in
        guard let first = a.location else { return b.location != nil }
        return b.location.map { first < $0 } ?? false
      })
  }
}
