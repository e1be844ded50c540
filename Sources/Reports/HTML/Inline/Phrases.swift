internal import TeXMath

extension PageWriter {
  mutating func phrases(_ phrases: [Phrase]) {
    for phrase in phrases { self.phrase(phrase) }
  }

  private mutating func phrase(_ phrase: Phrase) {
    switch phrase {
    case .text(let text), .value(let text): html.text(text)
    case .emphasis(let inner): inline("em") { $0.phrases(inner) }
    case .strong(let inner): inline("strong") { $0.phrases(inner) }
    case .strikethrough(let inner): inline("s") { $0.phrases(inner) }
    case .code(let text): inline("code") { $0.html.text(text) }
    case .link(let destination, let title, let inner): link(to: destination, title: title, inner)
    case .image(let source, let title, let alt): image(source, title: title, alt: alt)
    case .lineBreak: html.raw("<br>\n")
    case .softBreak: html.raw("\n")
    case .html(let markup): html.raw(markup)
    case .math(let expression):
      mathGlyphs.formUnion(expression.glyphs)
      html.raw(expression.mathML(display: false))
    case .reference(let anchor, let text): reference(to: anchor, text)
    case .footnote(let number): footnoteMention(number)
    case .citation(let numbers): citation(numbers)
    }
  }

  /// A picture of the prose. Only one that is in the report itself can be shown: nothing is fetched, and a file beside
  /// the notebook is not beside the page. Any other is named by a link.
  private mutating func image(_ source: String, title: String, alt: String) {
    if source.hasPrefix("data:") {
      html.open("img", ["alt": alt, "title": title.isEmpty ? nil : title, "src": source])
    } else {
      link(to: source, title: title, [.text(alt.isEmpty ? source : alt)])
    }
  }
}
