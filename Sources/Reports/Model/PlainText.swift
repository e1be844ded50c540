internal import TeXMath

extension [Phrase] {
  /// The text without its form: for window titles, alternative texts and summaries. Notes and citations leave nothing.
  package var plainText: String {
    map { phrase -> String in
      switch phrase {
      case .text(let text), .code(let text), .value(let text): text
      case .emphasis(let parts), .strong(let parts), .strikethrough(let parts), .link(_, _, let parts): parts.plainText
      case .image(_, _, let alt): alt
      case .lineBreak, .softBreak: " "
      case .math(let expression): expression.plainText
      case .reference(_, let text): text
      case .html, .footnote, .citation: ""
      }
    }.joined()
  }
}
