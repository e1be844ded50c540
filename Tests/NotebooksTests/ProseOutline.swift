import Notebooks
import Testing

/// Inlines as one line of text, with the places of what has one: `a [math x @1:4] b`.
func outline(_ inlines: [Inline]) -> String { inlines.map(outline).joined() }

private func place(_ location: SourceLocation) -> String { "@\(location.line):\(location.column)" }

private func outline(_ inline: Inline) -> String {
  switch inline {
  case .text(let text): text
  case .emphasis(let inner): "<em \(outline(inner))>"
  case .strong(let inner): "<strong \(outline(inner))>"
  case .strikethrough(let inner): "<del \(outline(inner))>"
  case .code(let text): "<code \(text)>"
  case .link(let destination, let title, let inner): "<link \(destination) '\(title)' \(outline(inner))>"
  case .image(let source, let title, let alt): "<image \(source) '\(title)' \(alt)>"
  case .lineBreak: "<br>"
  case .softBreak: "⏎"
  case .html(let html): "<html \(html)>"
  case .math(let math): "<math \(math.tex) \(place(math.location))>"
  case .role(let role):
    "<\(role.name.value) \(place(role.name.location)) \(role.body.value) \(place(role.body.location))>"
  case .reference(let label): "<ref \(label.value) \(place(label.location))>"
  case .citation(let keys): "<cite " + keys.map { "\($0.value) \(place($0.location))" }.joined(separator: ", ") + ">"
  case .footnote(let label): "<note \(label.value) \(place(label.location))>"
  case .pinned(let pin):
    "<pin \(pin.expression.value) \(place(pin.expression.location)) \(pin.text.value) \(place(pin.text.location))>"
  }
}

/// Blocks, one a line or part of a line.
func outline(_ blocks: [Markup]) -> String { blocks.map(outline).joined(separator: " | ") }

private func outline(_ block: Markup) -> String {
  switch block {
  case .heading(let level, let label, let content, let location):
    "h\(level) \(place(location)) \(outline(content))" + (label.map { " #\($0.value) \(place($0.location))" } ?? "")
  case .paragraph(let content): outline(content)
  case .list(let list):
    (list.isTight ? "tight" : "loose") + (list.start.map { " from \($0)" } ?? "")
      + list.items.map { item in
        (item.isChecked.map { $0 ? " [x]" : " [ ]" } ?? "") + " (\(outline(item.blocks)))"
      }.joined()
  case .quote(let inner): "quote (\(outline(inner)))"
  case .callout(let callout):
    "\(callout.kind) \(place(callout.location)) '\(outline(callout.title))' (\(outline(callout.blocks)))"
  case .code(let language, let text): "code \(language) \(text)"
  case .table(let table):
    "table \(table.alignments.map { "\($0)" }.joined(separator: ",")) \(table.header.map(outline)) \(table.rows.map { $0.map(outline) })"
  case .html(let html): "html \(html)"
  case .rule: "rule"
  case .math(let math): "MATH \(math.tex) \(place(math.location))"
  }
}

/// The prose of a notebook in one line.
func prose(_ source: String) throws -> String {
  outline(
    try Notebook(parsing: source, path: "n.md").blocks.compactMap { block -> Markup? in
      if case .markup(let markup) = block { markup } else { nil }
    })
}

/// A text and what it reads as.
struct Reading: CustomTestStringConvertible, Sendable {
  var source: String
  var expected: String

  init(_ source: String, _ expected: String) {
    self.source = source
    self.expected = expected
  }

  var testDescription: String { source }
}
