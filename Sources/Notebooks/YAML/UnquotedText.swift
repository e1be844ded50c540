/// Text that YAML takes for syntax because it is not quoted: the traps named in the notebook language.
extension YAMLMistake {
  /// The trap a line's value falls into, if it does.
  func unquotedText(inLine line: Int) -> Diagnostic? {
    let value = value(ofLine: line)
    guard let first = source.bytes[value].first else { return nil }
    switch first {
    case UInt8(ascii: "`"), UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "!"), UInt8(ascii: "&"),
      UInt8(ascii: "*"):
      return needsQuotes(value)
    case ASCII.openBracket, ASCII.openBrace:
      return textFollowsBracket(value) ? needsQuotes(value) : nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let close = source.bytes[value].dropFirst().firstIndex(of: first), close + 1 < value.upperBound else {
        return nil
      }
      let rest = source.bytes[source.trimmed(close + 1..<value.upperBound)]
      guard let next = rest.first, next != ASCII.hash, next != ASCII.colon, next != first,
        source.bytes[close - 1] != ASCII.backslash
      else { return nil }
      return .error(
        "the quotes end before the text does", at: source.location(of: close + 1),
        hint: "put the whole value in \(quotes(for: value))")
    default:
      guard let colon = source.firstOffset(of: ": ", in: value) else { return nil }
      return .error(
        "text that holds ': ' must be quoted", at: source.location(of: colon),
        hint: "put the whole value in \(quotes(for: value))")
    }
  }

  /// A tag, an anchor or an alias where a node begins: in a notebook, text that should have been quoted.
  func propertyMistake(at offset: Int) -> Diagnostic? {
    switch source.bytes[offset] {
    case UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "*"):
      let line = source.range(ofLine: source.line(containing: offset))
      return needsQuotes(offset..<max(offset + 1, line.upperBound))
    default: return nil
    }
  }

  func needsQuotes(_ value: Range<Int>) -> Diagnostic {
    let sign = source.text(value.lowerBound..<value.lowerBound + 1)
    return .error(
      "text that begins with '\(sign)' must be quoted", at: source.location(of: value.lowerBound),
      hint: "put the whole value in \(quotes(for: value))")
  }

  /// Single quotes keep backslashes and double quotes as they are; otherwise double ones, as in the documentation.
  private func quotes(for value: Range<Int>) -> String {
    let needsSingle = source.bytes[value].contains { $0 == UInt8(ascii: "\"") || $0 == ASCII.backslash }
    return needsSingle ? "single quotes" : "double quotes"
  }

  /// What follows `- ` and `key: ` on a line.
  private func value(ofLine line: Int) -> Range<Int> {
    let range = source.trimmed(source.range(ofLine: line))
    var start = range.lowerBound
    while start + 1 < range.upperBound, source.bytes[start] == UInt8(ascii: "-"), ASCII.isBlank(source.bytes[start + 1])
    {
      start = source.trimmed(start + 1..<range.upperBound).lowerBound
    }
    let key = source.bytes[start..<range.upperBound].prefix { ASCII.isWord($0) || ASCII.isNamePart($0) }
    if !key.isEmpty, key.endIndex + 1 < range.upperBound, source.bytes[key.endIndex] == ASCII.colon,
      ASCII.isBlank(source.bytes[key.endIndex + 1])
    {
      start = source.trimmed(key.endIndex + 1..<range.upperBound).lowerBound
    }
    return start..<range.upperBound
  }

  /// Whether words follow the bracket that closes the one a value begins with, as in ``{eval}`wine.rows` wines``.
  private func textFollowsBracket(_ value: Range<Int>) -> Bool {
    var depth = 0
    for offset in value {
      switch source.bytes[offset] {
      case ASCII.openBracket, ASCII.openBrace: depth += 1
      case ASCII.closeBracket, ASCII.closeBrace: depth -= 1
      default: break
      }
      guard depth == 0 else { continue }
      let rest = source.bytes[source.trimmed(offset + 1..<value.upperBound)]
      return rest.first.map { $0 != ASCII.hash && $0 != ASCII.colon } ?? false
    }
    return false
  }
}
