extension BlockReader {
  /// The directive call a fence is; `nil` when it is other code or a mistake, which then is noted.
  mutating func directive(_ node: CmarkNode) -> DirectiveCall? {
    let source = masked.source
    let lines = sourceLines(of: node)
    let start = offset(of: node)
    guard let character = source.bytes[min(start, source.bytes.count - 1)...].first,
      character == ASCII.backtick || character == ASCII.tilde
    else { return nil }
    let line = source.range(ofLine: lines.lowerBound)
    let fence = source.bytes[start..<line.upperBound].prefix { $0 == character }
    let info = source.trimmed(fence.endIndex..<line.upperBound)
    guard let head = directiveHead(info) else { return nil }

    guard isClosingFence(line: lines.upperBound - 1, character, length: fence.count), lines.count > 1 else {
      mistakes.append(
        .error(
          "this directive's fence is not closed", at: source.location(of: start),
          hint: "end it with ``` on a line of its own"))
      return nil
    }
    let body = YAMLReader(source, lines: lines.lowerBound + 1..<lines.upperBound - 1)
    mistakes += body.mistakes
    if case .scalar(let scalar)? = body.root, body.mistakes.isEmpty {
      mistakes.append(.error("expected 'option: value'", at: scalar.location, hint: "one option a line"))
    }
    return DirectiveCall(
      verb: head.verb, name: head.name, body: body.root, source: source.text(source.range(ofLines: lines)),
      location: source.location(of: start))
  }

  private func isClosingFence(line: Int, _ character: UInt8, length: Int) -> Bool {
    let content = masked.source.bytes[masked.source.trimmed(masked.source.range(ofLine: line))]
    return content.count >= length && content.allSatisfy { $0 == character }
  }

  /// Reads `{verb} name`.
  private mutating func directiveHead(_ info: Range<Int>) -> (verb: Located<String>, name: Located<String>?)? {
    let source = masked.source
    let word = source.bytes[info].prefix { !ASCII.isBlank($0) }
    func located(_ range: Range<Int>) -> Located<String> {
      Located(source.text(range), at: source.location(of: range.lowerBound))
    }
    func refuse(_ message: String, at offset: Int, hint: String? = nil) {
      mistakes.append(.error(message, at: source.location(of: offset), hint: hint))
    }
    guard source.starts(with: "{", at: info.lowerBound), !info.isEmpty else {
      if word.last == ASCII.closeBrace {
        let verb = source.text(word.startIndex..<word.endIndex - 1)
        refuse("'{' is missing before '\(verb)'", at: info.lowerBound, hint: "a directive begins ```{\(verb)}")
      }
      return nil
    }
    let verb = source.bytes[info.lowerBound + 1..<info.upperBound].prefix(while: ASCII.isNamePart)
    guard verb.endIndex < info.upperBound, source.bytes[verb.endIndex] == ASCII.closeBrace else {
      if source.bytes[info].contains(ASCII.closeBrace) {
        refuse("a directive's verb is one word without blanks", at: verb.endIndex, hint: "write ```{verb} name")
      } else {
        refuse("'}' is missing after '\(source.text(verb.startIndex..<verb.endIndex))'", at: verb.endIndex)
      }
      return nil
    }
    guard !verb.isEmpty else {
      refuse("a directive needs a verb between its braces", at: verb.startIndex, hint: "as in ```{plot} fig-name")
      return nil
    }
    let rest = verb.endIndex + 1..<info.upperBound
    let verbName = located(verb.startIndex..<verb.endIndex)
    guard !rest.isEmpty else { return (verbName, nil) }
    guard ASCII.isBlank(source.bytes[rest.lowerBound]) else {
      refuse("a space is missing after '}'", at: rest.lowerBound)
      return nil
    }
    let words = source.bytes[rest].split(whereSeparator: ASCII.isBlank)
    if words.count > 1 {
      let extra = words[1]
      refuse(
        "unexpected '\(source.text(extra.startIndex..<extra.endIndex))' after the directive's name",
        at: extra.startIndex, hint: "options go in the body, one 'option: value' a line")
      return nil
    }
    return (verbName, words.first.map { located($0.startIndex..<$0.endIndex) })
  }
}
