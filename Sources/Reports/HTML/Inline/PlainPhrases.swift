internal import TeXMath

extension [Phrase] {
  /// The words alone, for places that hold no markup.
  var plainText: String {
    map { phrase in
      switch phrase {
      case .text(let text), .value(let text), .code(let text), .reference(_, let text): text
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner):
        inner.plainText
      case .image(_, _, let alt): alt
      case .lineBreak, .softBreak: " "
      case .math(let expression): expression.plainText
      case .html, .footnote, .citation: ""
      }
    }.joined()
  }

  /// The same without links, notes and citations, for a place that is a link itself.
  var withoutLinks: [Phrase] {
    flatMap { phrase -> [Phrase] in
      switch phrase {
      case .emphasis(let inner): [.emphasis(inner.withoutLinks)]
      case .strong(let inner): [.strong(inner.withoutLinks)]
      case .strikethrough(let inner): [.strikethrough(inner.withoutLinks)]
      case .link(_, _, let inner): inner.withoutLinks
      case .reference(_, let text): [.text(text)]
      case .image(_, _, let alt): [.text(alt)]
      case .footnote, .citation: []
      case .text, .code, .lineBreak, .softBreak, .html, .math, .value: [phrase]
      }
    }
  }
}
