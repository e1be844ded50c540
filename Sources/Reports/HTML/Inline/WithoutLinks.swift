extension [Phrase] {
  /// The same words without links, notes and citations, for a place that is a link itself.
  var withoutLinks: [Phrase] {
    flatMap { phrase -> [Phrase] in
      switch phrase {
      case .emphasis(let inner): [.emphasis(inner.withoutLinks)]
      case .strong(let inner): [.strong(inner.withoutLinks)]
      case .strikethrough(let inner): [.strikethrough(inner.withoutLinks)]
      case .component(let k, let inner): [.component(k, inner.withoutLinks)]
      case .link(_, _, let inner): inner.withoutLinks
      case .reference(_, let text): [.text(text)]
      case .image(_, _, let alt): [.text(alt)]
      case .footnote, .citation: []
      case .text, .code, .lineBreak, .softBreak, .html, .math, .value: [phrase]
      }
    }
  }
}
