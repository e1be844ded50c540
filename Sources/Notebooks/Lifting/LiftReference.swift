internal import Wording

extension Lifter {
  private static let labelPrefixes: [StaticString] = ["fig-", "tbl-", "eq-", "sec-"]

  /// `@fig-hist`, not within a word or an address.
  mutating func liftReference(at offset: Int) -> Int? {
    if offset > block.lowerBound {
      let before = source.bytes[offset - 1]
      if ASCII.isLetter(before) || ASCII.isDigit(before) || "./@+-=&_".utf8.contains(before) {
        let isEmphasis = before == UInt8(ascii: "_") && (offset < 2 || !ASCII.isWord(source.bytes[offset - 2]))
        guard isEmphasis else { return nil }
      }
    }
    guard let label = label(at: offset + 1) else { return nil }
    return lift(.reference(located(label)), offset..<label.upperBound)
  }

  /// The label that begins at an offset, without the hyphens and underscores at its end.
  private func label(at offset: Int) -> Range<Int>? {
    guard let prefix = Self.labelPrefixes.first(where: { source.starts(with: $0, at: offset) }) else { return nil }
    let start = offset + prefix.utf8CodeUnitCount
    guard start < block.upperBound else { return nil }
    var end = source.bytes[start..<block.upperBound].prefix(while: ASCII.isNamePart).endIndex
    while end > start, "-_".utf8.contains(source.bytes[end - 1]) { end -= 1 }
    return end > start ? offset..<end : nil
  }

  /// `[@key; @other]`
  mutating func liftCitation(at offset: Int) -> Int? {
    guard source.starts(with: "[@", at: offset), label(at: offset + 2) == nil,
      let close = source.bytes[offset + 1..<block.upperBound].firstIndex(where: {
        $0 == ASCII.closeBracket || $0 == ASCII.openBracket
      }), source.bytes[close] == ASCII.closeBracket
    else { return nil }
    let after = close + 1 < block.upperBound ? source.bytes[close + 1] : ASCII.space
    if after == UInt8(ascii: "(") || after == ASCII.openBracket || after == ASCII.colon { return nil }
    var keys: [Located<String>] = []
    for part in source.bytes[offset + 1..<close].split(separator: ASCII.semicolon, omittingEmptySubsequences: false) {
      let item = source.trimmed(part.startIndex..<part.endIndex)
      let key = item.dropFirst()
      guard !key.isEmpty, source.bytes[item.lowerBound] == ASCII.at,
        source.bytes[key].allSatisfy({ ASCII.isWord($0) || "_-:./+".utf8.contains($0) })
      else {
        return refuse(
          offset..<close + 1, "this is no citation", at: item.lowerBound,
          hint: "a citation reads [@key] or [@key; @other]; a bracket that is none is written \\[")
      }
      keys.append(located(key))
    }
    return lift(.citation(keys), offset..<close + 1)
  }

  /// `[^label]` stays where it is for cmark, followed by its place; a label that no definition has is a mistake. In an
  /// option, where cmark sees no definition, it is lifted whole.
  mutating func liftFootnote(at offset: Int) -> Int? {
    guard source.starts(with: "[^", at: offset) else { return nil }
    let rest = source.bytes[offset + 2..<block.upperBound]
    let end = rest.firstIndex { ASCII.isSpace($0) || $0 == ASCII.openBracket || $0 == ASCII.closeBracket }
    guard let close = end, source.bytes[close] == ASCII.closeBracket, close > offset + 2 else { return nil }
    let after = close + 1 < block.upperBound ? source.bytes[close + 1] : ASCII.space
    if after == UInt8(ascii: "(") || (after == ASCII.colon && opensLine(offset)) { return close + 1 }
    let label = located(offset + 2..<close)
    // The text of an option knows nothing of the definitions: whoever reads the whole notebook looks the label up.
    if outline.isSingleParagraph { return lift(.footnote(label), offset..<close + 1) }
    if let defined = outline.footnoteLabels.first(where: { $0.lowercased() == label.value.lowercased() }) {
      return lift(.footnote(Located(defined, at: label.location)), close + 1..<close + 1)
    }
    let meant = nearestName(to: label.value, in: outline.footnoteLabels)
    return refuse(
      offset..<close + 1, "no footnote '\(label.value)' is defined", at: offset + 2,
      hint: meant.map { "did you mean '\($0)'?" } ?? "define it on a line of its own: [^\(label.value)]: …")
  }
}
