/// Finds the notebook's own syntax in running text: maths, roles, pinned values, references, citations, labels.
///
/// Each construct has a file of its own, with a method that tells where reading goes on, or `nil` when the bytes at
/// hand are none of its own.
struct Lifter {
  let source: SourceText
  let outline: BlockOutline
  private(set) var lifts: [Lift] = []
  /// Mistakes in places where nothing can be lifted.
  var mistakes: [Diagnostic] = []
  /// The bytes of the block that is being read; of the cell in a table.
  var block = 0..<0
  var kind = BlockOutline.Leaf.Kind.prose

  init(_ source: SourceText, outline: BlockOutline) {
    self.source = source
    self.outline = outline
    var position = 0
    for leaf in outline.leaves {
      kind = leaf.kind
      let range = source.range(ofLines: leaf.lines)
      for part in kind == .tableRow ? cells(of: range) : [range] where part.upperBound > position {
        block = max(part.lowerBound, position)..<part.upperBound
        position = max(position, readBlock())
      }
    }
    for lines in outline.htmlBlocks { checkPins(inHTML: source.range(ofLines: lines)) }
  }

  /// Lifts everything in `block`; returns where it ended, which display maths may put behind the block's end.
  private mutating func readBlock() -> Int {
    var offset = block.lowerBound
    while offset < block.upperBound {
      let next: Int? =
        switch source.bytes[offset] {
        case ASCII.backslash: offset + 2
        case ASCII.backtick: endOfCodeSpan(at: offset)
        case ASCII.dollar: liftMath(at: offset)
        case ASCII.openBrace:
          kind == .heading ? liftHeadingLabel(at: offset) ?? liftRole(at: offset) : liftRole(at: offset)
        case ASCII.less: liftPin(at: offset) ?? endOfAutolink(at: offset)
        case ASCII.at: liftReference(at: offset)
        case ASCII.openBracket: liftCitation(at: offset) ?? liftFootnote(at: offset)
        default: nil
        }
      offset = next ?? offset + 1
    }
    return offset
  }

  mutating func lift(_ content: Lift.Content, _ range: Range<Int>) -> Int {
    lifts.append(Lift(content: content, range: range))
    return range.upperBound
  }

  mutating func refuse(_ range: Range<Int>, _ message: String, at offset: Int? = nil, hint: String? = nil) -> Int {
    lift(.mistake(.error(message, at: location(offset ?? range.lowerBound), hint: hint)), range)
  }

  func location(_ offset: Int) -> SourceLocation { source.location(of: offset) }

  func located(_ range: Range<Int>) -> Located<String> {
    Located(text(range), at: location(range.lowerBound))
  }

  /// The text of a range without the blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Located<String> {
    let content = SourceText(text(range))
    let inner = content.trimmed(0..<content.bytes.count)
    return Located(content.text(inner), at: location(range.lowerBound + inner.lowerBound))
  }

  /// What was written in a range that may go over lines: the `>` of quotes on further lines become blanks, so that
  /// columns stay, and in a table `\|` is a bar.
  func text(_ range: Range<Int>) -> String {
    var bytes = Array(source.bytes[range])
    if kind == .tableRow {
      for index in bytes.indices.dropLast().reversed() where bytes[index] == ASCII.backslash {
        if bytes[index + 1] == ASCII.pipe { bytes.remove(at: index) }
      }
    }
    let first = source.line(containing: range.lowerBound)
    let depth = outline.quoteDepth[first]
    guard depth > 0 else { return String(decoding: bytes, as: UTF8.self) }
    var remaining = 0
    for index in bytes.indices {
      switch bytes[index] {
      case ASCII.newline: remaining = depth
      case ASCII.greater where remaining > 0:
        bytes[index] = ASCII.space
        remaining -= 1
      case ASCII.space, ASCII.tab: break
      default: remaining = 0
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether nothing but the marks of quotes stands before an offset on its line.
  func opensLine(_ offset: Int) -> Bool {
    let start = source.range(ofLine: source.line(containing: offset)).lowerBound
    return source.bytes[start..<offset].allSatisfy { ASCII.isBlank($0) || $0 == ASCII.greater }
  }

  /// The length of the run of a byte that begins at an offset.
  func run(of byte: UInt8, at offset: Int) -> Int {
    source.bytes[offset..<block.upperBound].prefix { $0 == byte }.count
  }

  /// The code between a run of backticks at `offset` and the next run of the same length.
  func codeSpan(at offset: Int) -> (content: Range<Int>, end: Int)? {
    let length = run(of: ASCII.backtick, at: offset)
    var position = offset + length
    while position < block.upperBound {
      guard source.bytes[position] == ASCII.backtick else {
        position += 1
        continue
      }
      let closing = run(of: ASCII.backtick, at: position)
      if closing == length { return (offset + length..<position, position + closing) }
      position += closing
    }
    return nil
  }

  private func endOfCodeSpan(at offset: Int) -> Int {
    codeSpan(at: offset)?.end ?? offset + run(of: ASCII.backtick, at: offset)
  }

  /// `<https://…>` and `<a href=…>` without line breaks hold nothing of ours.
  private func endOfAutolink(at offset: Int) -> Int? {
    let rest = source.bytes[offset + 1..<block.upperBound]
    guard let first = rest.first, ASCII.isLetter(first) || first == UInt8(ascii: "/") else { return nil }
    let end = rest.firstIndex { $0 == ASCII.greater || $0 == ASCII.less || $0 == ASCII.newline }
    return end.flatMap { source.bytes[$0] == ASCII.greater ? $0 + 1 : nil }
  }

  /// A table row at its bars; `\|` is no bar.
  private func cells(of row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    for offset in row where source.bytes[offset] == ASCII.pipe {
      if offset > row.lowerBound, source.bytes[offset - 1] == ASCII.backslash { continue }
      cells.append(start..<offset)
      start = offset + 1
    }
    return cells + [start..<row.upperBound]
  }
}
