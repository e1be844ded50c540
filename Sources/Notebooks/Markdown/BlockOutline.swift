/// Where a Markdown text holds running text and where code: what must be known before our own syntax is looked for.
///
/// Read off a first parse by cmark, so that fences, indented code and quotes inside lists are exactly cmark's.
struct BlockOutline {
  /// Lines of running text that form one block; no construct goes beyond it, except display maths.
  struct Leaf {
    enum Kind { case prose, heading, tableRow }
    var kind: Kind
    var lines: Range<Int>
  }

  /// In the order of the text.
  var leaves: [Leaf] = []
  /// Whether a line is code or HTML, by line.
  var isOpaque: [Bool]
  /// How many `>` open a line, by line.
  var quoteDepth: [Int]
  /// The lines of each HTML block.
  var htmlBlocks: [Range<Int>] = []
  /// The labels of footnotes that are defined.
  var footnoteLabels: [String] = []
  /// Whether the text is one paragraph whatever its lines look like, as in an option.
  var isSingleParagraph = false

  /// - Parameter firstLine: the line the Markdown begins at, after the front matter.
  init(_ source: SourceText, firstLine: Int) {
    var outline = BlockOutline(lineCount: source.lineCount)
    let mentions = FootnoteMentions(in: source, firstLine: firstLine)
    CmarkNode.read((mentions.bytes + source.bytes[source.range(ofLine: firstLine).lowerBound...])[...]) { root in
      root.visit { node in
        if node.lines.lowerBound >= mentions.lines {
          outline.note(node, in: source, firstLine: firstLine - mentions.lines)
        }
      }
    }
    outline.leaves.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    self = outline
  }

  /// One paragraph and nothing else.
  init(paragraphOf source: SourceText) {
    self.init(lineCount: source.lineCount)
    leaves = [Leaf(kind: .prose, lines: 0..<source.lineCount)]
    isSingleParagraph = true
  }

  private init(lineCount: Int) {
    isOpaque = Array(repeating: false, count: lineCount)
    quoteDepth = Array(repeating: 0, count: lineCount)
  }

  private mutating func note(_ node: CmarkNode, in source: SourceText, firstLine: Int) {
    let lines = (node.lines.lowerBound + firstLine..<node.lines.upperBound + firstLine)
      .clamped(to: 0..<isOpaque.count)
    switch node.kind {
    case .paragraph: leaves.append(Leaf(kind: .prose, lines: lines))
    case .heading: leaves.append(Leaf(kind: .heading, lines: lines))
    case .tableRow: leaves.append(Leaf(kind: .tableRow, lines: lines.prefix(1)))
    case .codeBlock: for line in lines { isOpaque[line] = true }
    case .htmlBlock:
      for line in lines { isOpaque[line] = true }
      htmlBlocks.append(lines)
    case .quote: for line in lines { quoteDepth[line] += 1 }
    case .footnoteDefinition: footnoteLabels.append(source.footnoteLabel(line: lines.lowerBound).value)
    default: break
    }
  }
}

extension SourceText {
  /// The label of the footnote definition `[^label]: …` that begins on a line, which cmark does not tell.
  func footnoteLabel(line: Int) -> Located<String> {
    let line = range(ofLine: line)
    let start = firstOffset(of: "[^", in: line).map { $0 + 2 } ?? line.lowerBound
    let end = bytes[start..<line.upperBound].firstIndex(of: ASCII.closeBracket) ?? start
    return Located(text(start..<end), at: location(of: start))
  }
}
