internal import TeXMath

extension [Phrase] {
  /// The text without its form: for window titles and summaries. Notes, citations and raw HTML leave nothing.
  package var plainText: String { plainText(html: { _ in "" }) }

  /// The same for a place that knows no HTML, such as a picture or its alternative text: what looks like a tag is text.
  package var spelledText: String { plainText(html: { $0 }) }

  private func plainText(html: (String) -> String) -> String {
    map { phrase -> String in
      switch phrase {
      case .text(let text), .code(let text), .value(let text): text
      case .emphasis(let parts), .strong(let parts), .strikethrough(let parts), .link(_, _, let parts),
        .component(_, let parts):
        parts.plainText(html: html)
      case .image(_, _, let alt): alt
      case .lineBreak, .softBreak: " "
      case .math(let expression): expression.plainText
      case .reference(_, let text): text
      case .html(let markup): html(markup)
      case .footnote, .citation: ""
      }
    }.joined()
  }
}
