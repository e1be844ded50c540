/// A line of text whose parts may be raised, lowered or slanted: `"SO" + .subscript("2")`, `"10" + .superscript("−6")`.
package struct RichText: Sendable, Hashable, ExpressibleByStringLiteral {
  package enum Script: Sendable, Hashable { case normal, superscript, `subscript` }

  package struct Span: Sendable, Hashable {
    package var text: String
    package var script: Script
    package var italic: Bool

    package init(_ text: String, script: Script = .normal, italic: Bool = false) {
      self.text = text
      self.script = script
      self.italic = italic
    }
  }

  package var spans: [Span]

  package init(_ spans: [Span]) { self.spans = spans.filter { !$0.text.isEmpty } }

  package init(_ text: String) { self.init([Span(text)]) }

  package init(stringLiteral text: String) { self.init(text) }

  package static func superscript(_ text: String) -> RichText { RichText([Span(text, script: .superscript)]) }
  package static func `subscript`(_ text: String) -> RichText { RichText([Span(text, script: .subscript)]) }
  package static func italic(_ text: String) -> RichText { RichText([Span(text, italic: true)]) }

  package static func + (a: RichText, b: RichText) -> RichText { RichText(a.spans + b.spans) }

  package var isEmpty: Bool { spans.isEmpty }

  /// The characters alone.
  package var plain: String { spans.map(\.text).joined() }
}
