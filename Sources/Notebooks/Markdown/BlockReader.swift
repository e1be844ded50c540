/// Turns cmark's block nodes into the blocks of a notebook.
struct BlockReader {
  let masked: MaskedText
  var inlines: InlineReader
  var mistakes: [Diagnostic] = []
  private(set) var blocks: [Notebook.Block] = []
  private(set) var footnotes: [Footnote] = []

  init(_ masked: MaskedText) {
    self.masked = masked
    inlines = InlineReader(masked)
  }

  var allMistakes: [Diagnostic] { mistakes + inlines.mistakes }

  mutating func read(_ document: CmarkNode) {
    let children = document.children.dropFirst(masked.leadingBlocks)
    for node in children.filter({ $0.kind != .footnoteDefinition }) {
      if node.kind == .codeBlock, node.isFenced, let call = directive(node) {
        blocks.append(.directive(call))
      } else {
        blocks += markup(node, in: "", depth: 0).map { .markup($0) }
      }
    }
    let definitions = children.filter { $0.kind == .footnoteDefinition }
    for node in definitions.sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
      let label = masked.source.footnoteLabel(line: sourceLines(of: node).lowerBound)
      footnotes.append(Footnote(label: label, blocks: content(of: node, in: "footnote", depth: 0)))
    }
  }

  private mutating func content(of node: CmarkNode, in container: String, depth: Int) -> [Markup] {
    guard depth < InlineReader.deepestNesting else {
      inlines.refuseNesting(node)
      return []
    }
    return node.children.flatMap { markup($0, in: container, depth: depth + 1) }
  }

  private mutating func markup(_ node: CmarkNode, in container: String, depth: Int) -> [Markup] {
    switch node.kind {
    case .paragraph: return paragraph(node, depth: depth)
    case .heading: return [heading(node, depth: depth)]
    case .quote: return quote(node, depth: depth)
    case .list:
      let items = node.children.map { item in
        MarkupList.Item(isChecked: item.isChecked, blocks: content(of: item, in: "list", depth: depth))
      }
      return [.list(MarkupList(start: node.listStart, isTight: node.listIsTight, items: items))]
    case .codeBlock: return code(node, in: container)
    case .htmlBlock: return [.html(masked.restored(node.literal))]
    case .rule: return [.rule]
    case .table: return [table(node, depth: depth)]
    default: return []
    }
  }

  /// Display maths that stands in a paragraph becomes a block between two paragraphs.
  private mutating func paragraph(_ node: CmarkNode, depth: Int) -> [Markup] {
    var result: [Markup] = []
    var line: [Inline] = []
    for part in inlines.parts(of: node, depth: depth) {
      switch part {
      case .inline(let inline): line.append(inline)
      case .display(let math):
        addParagraph(line, to: &result)
        result.append(.math(math))
        line = []
      }
    }
    addParagraph(line, to: &result)
    return result
  }

  private func addParagraph(_ line: [Inline], to result: inout [Markup]) {
    let content = line.trimmed
    if !content.isEmpty { result.append(.paragraph(content)) }
  }

  private mutating func heading(_ node: CmarkNode, depth: Int) -> Markup {
    inlines.headingLabels = []
    let content = inlines.inlines(of: node, depth: depth).trimmed
    var label: Located<String>?
    if case .lift(let lift)? = masked.pieces(of: node.children.last?.literal ?? "").last,
      case .headingLabel(let last) = lift.content
    {
      label = last
    }
    for other in inlines.headingLabels where other != label {
      mistakes.append(.error("a label stands at the end of its heading", at: other.location))
    }
    return .heading(level: node.headingLevel, label: label, content, location(of: node))
  }

  private mutating func table(_ node: CmarkNode, depth: Int) -> Markup {
    var table = MarkupTable(alignments: node.tableAlignments, header: [], rows: [])
    for row in node.children {
      let cells = row.children.map { inlines.inlines(of: $0, depth: depth + 1).trimmed }
      if row.isTableHeader { table.header = cells } else { table.rows.append(cells) }
    }
    return .table(table)
  }

  private mutating func quote(_ node: CmarkNode, depth: Int) -> [Markup] {
    guard let marker = calloutMarker(of: node) else {
      return [.quote(content(of: node, in: "quote", depth: depth))]
    }
    let blocks = content(of: node, in: "callout", depth: depth)
    switch marker {
    case .success(let kind):
      let place = node.children.first.map { location(of: $0) } ?? location(of: node)
      return [.callout(Callout(kind: kind, markedBlocks: blocks, at: place))]
    case .failure(let mistake):
      mistakes.append(mistake)
      return []
    }
  }

  private mutating func code(_ node: CmarkNode, in container: String) -> [Markup] {
    let info = masked.restored(node.fenceInfo)
    let language = info.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    if node.isFenced, language.hasPrefix("{") {
      if container.isEmpty { return [] }
      mistakes.append(
        .error(
          "a directive cannot stand inside a \(container)", at: location(of: node),
          hint: "begin its fence at the left margin, on a line of its own"))
      return []
    }
    if node.isFenced, language == "math" { return mathFence(node) }
    return [.code(language: language, text: masked.restored(node.literal))]
  }

  /// A ```` ```math ```` fence, which GitHub shows as display maths. What stands before its lines, such as the `>` of a
  /// quote, becomes blanks, so that columns in the TeX are columns in the notebook.
  private func mathFence(_ node: CmarkNode) -> [Markup] {
    let first = sourceLines(of: node).lowerBound + 1
    let lines = masked.restored(node.literal).split(separator: "\n", omittingEmptySubsequences: false)
    let padded = lines.enumerated().map { index, line in
      let whole = masked.source.text(masked.source.range(ofLine: first + index)).count
      return String(repeating: " ", count: max(0, whole - line.count)) + line
    }
    let text = SourceText(padded.joined(separator: "\n"), at: SourceLocation(line: first + 1, column: 1))
    let content = text.trimmed(0..<text.bytes.count)
    return [.math(Math(tex: text.text(content), location: text.location(of: content.lowerBound)))]
  }

  /// Where a block begins.
  func location(of node: CmarkNode) -> SourceLocation {
    masked.source.location(of: offset(of: node))
  }

  func offset(of node: CmarkNode) -> Int {
    masked.sourceOffset(line: node.lines.lowerBound, column: node.startColumn)
  }

  /// The lines of the source that a block takes up, counted from 0.
  func sourceLines(of node: CmarkNode) -> Range<Int> {
    let first = masked.sourceLine(node.lines.lowerBound)
    return first..<max(first + 1, min(masked.sourceLine(node.lines.upperBound - 1) + 1, masked.source.lineCount))
  }
}
