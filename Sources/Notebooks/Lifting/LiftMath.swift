extension Lifter {
  /// `$…$`, ``$`…`$`` and `$$…$$`, by GitHub's rules: a single sign opens before a character that is no space and
  /// after one that is no letter or digit, and the next one closes it if no space stands before it and no digit after.
  mutating func liftMath(at offset: Int) -> Int? {
    let signs = run(of: ASCII.dollar, at: offset)
    switch signs {
    case 1: return liftInlineMath(at: offset) ?? offset + 1
    case 2: return liftDisplayMath(at: offset) ?? offset + 2
    default: return offset + signs
    }
  }

  private mutating func liftInlineMath(at offset: Int) -> Int? {
    let bytes = source.bytes
    guard offset + 1 < block.upperBound, !ASCII.isSpace(bytes[offset + 1]) else { return nil }
    if offset > block.lowerBound, ASCII.isWord(bytes[offset - 1]) { return nil }
    if bytes[offset + 1] == ASCII.backtick {
      guard let end = source.firstOffset(of: "`$", in: offset + 2..<block.upperBound) else { return nil }
      return lift(.math(math(offset + 2..<end), isDisplay: false), offset..<end + 2)
    }
    var end = offset + 1
    while end < block.upperBound, bytes[end] != ASCII.dollar {
      if bytes[end] == ASCII.backtick { return nil }
      end += bytes[end] == ASCII.backslash ? 2 : 1
    }
    guard end < block.upperBound, !ASCII.isSpace(bytes[end - 1]) else { return nil }
    if end + 1 < block.upperBound, ASCII.isDigit(bytes[end + 1]) { return nil }
    return lift(.math(math(offset + 1..<end), isDisplay: false), offset..<end + 1)
  }

  /// Display maths may hold lines that Markdown would read as lists or headings; it ends at a blank line at the latest.
  private mutating func liftDisplayMath(at offset: Int) -> Int? {
    let limit = kind == .prose ? endOfDisplay(from: offset) : block.upperBound
    var end = offset + 2
    while end + 1 < limit, !source.starts(with: "$$", at: end) {
      end += source.bytes[end] == ASCII.backslash ? 2 : 1
    }
    if end + 1 < limit {
      let math = math(offset + 2..<end)
      return math.tex.isEmpty ? end + 2 : lift(.math(math, isDisplay: true), offset..<end + 2)
    }
    guard kind == .prose, opensLine(offset) else { return nil }
    return refuse(
      offset..<offset + 2, "the formula opened here is not closed",
      hint: "end it with '$$' before the next blank line")
  }

  private func endOfDisplay(from offset: Int) -> Int {
    var line = source.line(containing: offset)
    let depth = outline.quoteDepth[line]
    var end = max(block.upperBound, source.range(ofLine: line).upperBound)
    guard !outline.isSingleParagraph else { return block.upperBound }
    line = source.line(containing: max(end - 1, offset)) + 1
    while line < source.lineCount, !outline.isOpaque[line], !isBlank(line: line, quoteDepth: depth) {
      end = source.range(ofLine: line).upperBound
      line += 1
    }
    return end
  }

  private func isBlank(line: Int, quoteDepth: Int) -> Bool {
    source.bytes[source.range(ofLine: line)].allSatisfy {
      ASCII.isBlank($0) || (quoteDepth > 0 && $0 == ASCII.greater)
    }
  }

  private func math(_ range: Range<Int>) -> Math {
    let tex = trimmed(range)
    return Math(tex: tex.value, location: tex.location)
  }
}
