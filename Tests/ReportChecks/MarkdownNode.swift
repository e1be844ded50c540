internal import CCmarkGFM
internal import Notebooks

/// A node of Markdown as GitHub's own parser reads it.
package struct MarkdownNode: Sendable {
  package var kind: String
  package var literal: String
  /// The address of a link or image.
  package var address: String
  package var children: [MarkdownNode]

  /// This node and all below it.
  package var all: [MarkdownNode] { [self] + children.flatMap(\.all) }

  /// Reads a text with GitHub's extensions.
  ///
  /// - Returns: `nil` when the parser gives up.
  package static func parsing(_ text: String) -> MarkdownNode? {
    let address = CmarkTurn.take {
      cmark_gfm_core_extensions_ensure_registered()
      let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES)
      defer { cmark_parser_free(parser) }
      for name in ["table", "strikethrough", "autolink", "tasklist"] {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
      }
      cmark_parser_feed(parser, text, text.utf8.count)
      return Int(bitPattern: cmark_parser_finish(parser))
    }
    guard let document = OpaquePointer(bitPattern: address) else { return nil }
    defer { cmark_node_free(document) }
    return MarkdownNode(document)
  }

  private init(_ node: OpaquePointer) {
    kind = String(cString: cmark_node_get_type_string(node))
    literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    children = []
    var child = cmark_node_first_child(node)
    while let next = child {
      children.append(MarkdownNode(next))
      child = cmark_node_next(next)
    }
  }

  /// The text of the inlines below this node with the names of the forms that each character is set in.
  package var styledText: [StyledCharacter] {
    var open: [String] = []
    return styled(within: [], open: &open)
  }

  private func styled(within styles: Set<String>, open: inout [String]) -> [StyledCharacter] {
    switch kind {
    case "text": return literal.map { StyledCharacter(character: $0, styles: styles.union(open)) }
    case "code": return literal.map { StyledCharacter(character: $0, styles: styles.union(open + ["code"])) }
    case "softbreak": return [StyledCharacter(character: "\n", styles: styles.union(open))]
    case "html_inline":
      let name = literal.filter { $0.isLetter }
      if name == "span" { return [] }
      if literal.hasPrefix("</") { open.removeLast() } else { open.append(name) }
      return []
    default:
      let names = ["emph": "em", "strong": "strong", "strikethrough": "del", "link": "link", "image": "image"]
      let inner = names[kind].map { styles.union([$0]) } ?? styles
      return children.flatMap { $0.styled(within: inner, open: &open) }
    }
  }
}

package struct StyledCharacter: Hashable, Sendable, CustomStringConvertible {
  package var character: Character
  package var styles: Set<String>

  package init(character: Character, styles: Set<String>) {
    self.character = character
    self.styles = styles
  }

  package var description: String { styles.isEmpty ? "\(character)" : "\(character)\(styles.sorted())" }
}
