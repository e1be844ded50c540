extension Notebook {
  /// Reads a notebook.
  ///
  /// - Parameters:
  ///   - source: the text, with LF or CRLF line ends.
  ///   - path: how diagnostics call it.
  /// - Throws: all mistakes of form found in the text, together, in its order.
  package init(parsing source: String, path: String) throws(Diagnostics) {
    let draft = NotebookDraft(reading: source, path: path)
    if !draft.mistakes.isEmpty { throw Diagnostics(draft.mistakes) }
    self = draft.notebook
  }
}

/// A notebook as far as it could be read, so that one look finds mistakes of form and of meaning together.
package struct NotebookDraft: Sendable {
  package let notebook: Notebook
  /// The mistakes of form, in the order of the text.
  package let mistakes: [Diagnostic]

  package init(reading source: String, path: String) {
    let text = SourceText(source)
    let opening = FrontMatterReader(text)
    let start = text.range(ofLine: opening.firstLine).lowerBound
    let lifter = Lifter(text, outline: BlockOutline(text, firstLine: opening.firstLine))
    let masked = MaskedText(
      text, lifts: lifter.lifts, from: start, mentions: FootnoteMentions(in: text, firstLine: opening.firstLine))
    var reader = BlockReader(masked)
    CmarkNode.read(masked.bytes[...]) { document in reader.read(document) }
    mistakes = (opening.mistakes + lifter.mistakes + reader.allMistakes).inTextOrder
    notebook = Notebook(
      path: path, source: source, frontMatter: opening.frontMatter, blocks: reader.blocks, footnotes: reader.footnotes)
  }

  /// The calls whose bodies hold mistakes: nothing more can be said about them.
  package var brokenCalls: [DirectiveCall] {
    notebook.blocks.compactMap { block in
      guard case .directive(let call) = block, mistakes.contains(where: call.holds) else { return nil }
      return call
    }
  }

  /// Whether all mistakes lie in bodies of directives, so that the rest means what it says.
  package var isSoundOtherwise: Bool {
    let broken = brokenCalls
    return mistakes.allSatisfy { mistake in broken.contains { $0.holds(mistake) } }
  }
}

extension DirectiveCall {
  /// Whether a mistake lies in the body, below the line of the verb.
  fileprivate func holds(_ mistake: Diagnostic) -> Bool {
    guard let place = mistake.location else { return false }
    return place.line > location.line && place.line <= location.line + source.count { $0.isNewline }
  }
}

extension Diagnostics {
  /// Throws the mistakes in the order of the text, if there are any.
  static func throwing(_ mistakes: [Diagnostic]) throws(Diagnostics) {
    if !mistakes.isEmpty { throw Diagnostics(mistakes.inTextOrder) }
  }
}

extension [Diagnostic] {
  /// In the order of the text, what concerns all of it first; what stands twice once.
  package var inTextOrder: [Diagnostic] {
    let start = SourceLocation(line: 0, column: 0)
    let sorted = enumerated().sorted { a, b in
      let (left, right) = (a.element.location ?? start, b.element.location ?? start)
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
    return sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(\.element)
  }
}
