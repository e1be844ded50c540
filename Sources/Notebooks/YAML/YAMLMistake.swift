/// What libYAML finds wrong, in words for people and at the place they have to change.
struct YAMLMistake {
  let source: SourceText
  /// The lines of the YAML, from 0.
  let lines: Range<Int>

  init(_ source: SourceText, lines: Range<Int>) {
    self.source = source
    self.lines = lines
  }

  private var firstLine: Int { lines.lowerBound }

  func diagnostic(_ error: YAMLError) -> Diagnostic {
    switch error {
    case .syntax(let problem, let mark, let context): return diagnostic(problem, at: mark, context)
    case .character(let offset):
      let start = source.range(ofLine: firstLine).lowerBound
      return .error("a control character cannot stand here", at: source.location(of: start + offset))
    }
  }

  private func diagnostic(
    _ problem: String, at mark: YAMLMark, _ context: (text: String, mark: YAMLMark)?
  ) -> Diagnostic {
    let line = firstLine + mark.line
    if lines.contains(line), let trap = unquotedText(inLine: line) { return trap }
    let place = source.location(of: source.offset(line: line, scalarColumn: mark.column))
    let opening = context.map { context in
      source.location(of: source.offset(line: firstLine + context.mark.line, scalarColumn: context.mark.column))
    }
    switch (problem, context?.text ?? "") {
    case (_, "while scanning a quoted scalar") where problem.contains("unexpected"):
      return .error("the text that this quote opens is not closed", at: opening)
    case (_, "while parsing a flow sequence"):
      return .error(
        "the list opened here is not closed", at: opening, hint: "its items are parted by ',' and end with ']'")
    case (_, "while parsing a flow mapping"):
      return .error(
        "the mapping opened here is not closed", at: opening, hint: "its entries are parted by ',' and end with '}'")
    case ("found unknown escape character", _):
      return .error(
        "text in double quotes cannot hold this backslash", at: place,
        hint: "use single quotes, where a backslash stands for itself")
    case ("mapping values are not allowed in this context", _):
      let above = source.range(ofLine: line - 1)
      if lines.contains(line - 1), !source.isBlank(line: line - 1), !source.bytes[above].contains(ASCII.colon) {
        return expectedOption(at: firstVisible(inLine: line - 1))
      }
      return .error("this line's indentation does not fit the line above", at: firstVisible(inLine: line))
    case ("found character that cannot start any token", _) where !hasTabIndentation(line: line):
      return needsQuotes(
        source.offset(line: line, scalarColumn: mark.column)..<source.range(ofLine: line).upperBound)
    case ("could not find expected ':'", _):
      return expectedOption(at: opening ?? place)
    case ("but found another document", _):
      return .error("'---' cannot stand here", at: place)
    case (_, _) where hasTabIndentation(line: line):
      return .error("a tab cannot indent YAML", at: firstVisible(inLine: line), hint: "use spaces")
    case (_, "while parsing a block mapping"), (_, "while parsing a block collection"):
      return .error("this line does not fit the ones above", at: place, hint: "check its indentation and quotes")
    default:
      return .error("this YAML cannot be read: \(problem)", at: place)
    }
  }

  private func expectedOption(at place: SourceLocation) -> Diagnostic {
    .error("expected 'option: value'", at: place, hint: "put a ':' and a space after the option's name")
  }

  /// An escape such as the `\t` of `"\theta"` that silently became a control character.
  static func controlCharacter(in text: String, at location: SourceLocation) -> Diagnostic? {
    let isTeX = text.contains("$")
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 && (isTeX || $0 != "\n") }) else { return nil }
    return .error(
      "a backslash in double quotes made a control character", at: location,
      hint: "use single quotes, where a backslash stands for itself")
  }

  private func firstVisible(inLine line: Int) -> SourceLocation {
    let range = source.range(ofLine: line)
    return source.location(of: source.bytes[range].firstIndex { !ASCII.isBlank($0) } ?? range.lowerBound)
  }

  private func hasTabIndentation(line: Int) -> Bool {
    source.bytes[source.range(ofLine: line)].prefix(while: ASCII.isBlank).contains(ASCII.tab)
  }
}
