internal import CCmarkGFM

/// A node of cmark's tree; valid only inside the `read` that parsed it.
struct CmarkNode {
  enum Kind {
    case paragraph, heading, list, item, quote, codeBlock, htmlBlock, rule, footnoteDefinition
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, code, html, emphasis, strong, strikethrough, link, image
    case other
  }

  let pointer: OpaquePointer

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  private static let extensionsAreRegistered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Parses Markdown as GitHub does, hands the document to `body`, and frees it.
  static func read<Result, Failure: Error>(
    _ markdown: ArraySlice<UInt8>, _ body: (CmarkNode) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    let document = CmarkTurn.take {
      _ = extensionsAreRegistered
      guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return Int(0) }
      defer { cmark_parser_free(parser) }
      for name in ["table", "strikethrough", "autolink", "tasklist"] {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
      }
      markdown.withUnsafeBytes { bytes in
        cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
      }
      return Int(bitPattern: cmark_parser_finish(parser))
    }
    guard let root = CmarkNode(OpaquePointer(bitPattern: document)) else { return nil }
    defer { cmark_node_free(root.pointer) }
    return try body(root)
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default:
      switch typeName {
      case "table": .table
      case "table_header", "table_row": .tableRow
      case "table_cell": .tableCell
      case "tasklist": .item
      case "strikethrough": .strikethrough
      default: .other
      }
    }
  }

  private var typeName: String { Self.string(cmark_node_get_type_string(pointer)) }
  private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }

  /// The children, in order.
  var children: [CmarkNode] {
    var children: [CmarkNode] = []
    var next = CmarkNode(cmark_node_first_child(pointer))
    while let child = next {
      children.append(child)
      next = CmarkNode(cmark_node_next(child.pointer))
    }
    return children
  }

  /// Visits all nodes below and the node itself, parents first, with no recursion however deep they nest.
  func visit(_ body: (CmarkNode) -> Void) {
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      switch cmark_iter_next(iterator) {
      case CMARK_EVENT_DONE: return
      case CMARK_EVENT_ENTER: CmarkNode(cmark_iter_get_node(iterator)).map(body)
      default: break
      }
    }
  }

  var parent: CmarkNode? { CmarkNode(cmark_node_parent(pointer)) }
  var literal: String { Self.string(cmark_node_get_literal(pointer)) }
  var fenceInfo: String { Self.string(cmark_node_get_fence_info(pointer)) }
  var isFenced: Bool {
    var (length, offset, character) = (Int32(0), Int32(0), CChar(0))
    return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
  }
  var destination: String { Self.string(cmark_node_get_url(pointer)) }
  var title: String { Self.string(cmark_node_get_title(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The lines from first to last, counted from 0.
  var lines: Range<Int> {
    let first = max(Int(cmark_node_get_start_line(pointer)) - 1, 0)
    return first..<max(Int(cmark_node_get_end_line(pointer)), first + 1)
  }

  /// Bytes before the node on its first line; right for blocks only.
  var startColumn: Int { max(Int(cmark_node_get_start_column(pointer)) - 1, 0) }

  var listIsTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
  }
  /// `nil` when an item has no check box.
  var isChecked: Bool? {
    typeName == "tasklist" ? cmark_gfm_extensions_get_tasklist_item_checked(pointer) : nil
  }

  var isTableHeader: Bool { typeName == "table_header" }
  var tableAlignments: [MarkupTable.Alignment] {
    guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<Int(cmark_gfm_extensions_get_table_columns(pointer))).map { column in
      switch letters[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }
}
