internal import TeXMath

extension PageWriter {
  mutating func phrases(_ phrases: [Phrase]) {
    var index = phrases.startIndex
    while index < phrases.endIndex {
      if index + 1 < phrases.endIndex, case .math(let expression) = phrases[index],
        case .text(let next) = phrases[index + 1], let mark = next.prefix(while: Self.closes).nilIfEmpty
      {
        // Browsers break lines between a formula and the mark that follows it.
        inline("span", ["class": "together"]) {
          $0.math(expression)
          $0.html.text(String(mark))
        }
        html.text(String(next.dropFirst(mark.count)))
        index += 2
      } else {
        phrase(phrases[index])
        index += 1
      }
    }
  }

  private static func closes(_ character: Character) -> Bool { ".,;:!?)]’”".contains(character) }

  private mutating func math(_ expression: TeXExpression) {
    note(expression)
    html.raw(expression.mathML(display: false))
  }

  /// Remembers what the head of the page must hold for a formula.
  mutating func note(_ expression: TeXExpression) {
    mathGlyphs.formUnion(expression.glyphs)
    components.formUnion(expression.components)
  }

  /// A component by its name, its sign in its colour before it.
  private mutating func component(_ k: Int, _ inner: [Phrase]) {
    components.insert(k)
    inline("span", ["class": "named \(TeXExpression.className(ofComponent: k))"]) { $0.phrases(inner) }
  }

  private mutating func phrase(_ phrase: Phrase) {
    switch phrase {
    case .text(let text), .value(let text): html.text(text)
    case .emphasis(let inner): inline("em") { $0.phrases(inner) }
    case .strong(let inner): inline("strong") { $0.phrases(inner) }
    case .strikethrough(let inner): inline("s") { $0.phrases(inner) }
    case .component(let k, let inner): component(k, inner)
    case .code(let text): inline("code") { $0.html.text(text) }
    case .link(let destination, let title, let inner): link(to: destination, title: title, inner)
    case .image(let source, let title, let alt): image(source, title: title, alt: alt)
    case .lineBreak: html.raw("<br>\n")
    case .softBreak: html.raw("\n")
    case .html(let markup): html.raw(markup)
    case .math(let expression): math(expression)
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

extension Substring {
  fileprivate var nilIfEmpty: Substring? { isEmpty ? nil : self }
}
