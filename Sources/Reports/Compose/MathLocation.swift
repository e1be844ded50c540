internal import Notebooks
internal import TeXMath

extension Math {
  /// The formula, or its mistake with its place in the notebook.
  ///
  /// - Parameter lines: the lines of the notebook.
  func expression(lines: [Substring]) throws(Diagnostics) -> TeXExpression {
    do {
      return try TeXExpression(parsing: tex)
    } catch {
      let place = self.location(atByte: error.offset, lines: lines)
      throw Diagnostics([.error(error.message, at: place, hint: error.hint)])
    }
  }

  /// The place of the character that holds the byte `offset` of the UTF-8 text.
  ///
  /// A later line of the formula may stand behind `> ` or an indent that is no part of it: it is looked up in its line
  /// of the notebook.
  func location(atByte offset: Int, lines: [Substring]) -> SourceLocation {
    let end = tex.utf8.index(tex.startIndex, offsetBy: max(0, offset), limitedBy: tex.endIndex) ?? tex.endIndex
    var line = 0
    var start = tex.startIndex
    for index in tex[..<end].indices where tex[index].isNewline && tex.index(after: index) <= end {
      line += 1
      start = tex.index(after: index)
    }
    let column = tex[start..<end].count
    guard line > 0 else { return SourceLocation(line: location.line, column: location.column + column) }
    let number = location.line + line
    let indent =
      lines.indices.contains(number - 1)
      ? Self.offset(of: tex[start...].prefix { !$0.isNewline }, in: lines[number - 1]) : 0
    return SourceLocation(line: number, column: 1 + indent + column)
  }

  /// The place of the name in `\label{name}`.
  func location(ofLabel label: String, lines: [Substring]) -> SourceLocation {
    let command = "\\label{"
    var rest = tex[...]
    while !rest.isEmpty, !rest.hasPrefix(command) { rest.removeFirst() }
    guard !rest.isEmpty else { return location }
    return location(atByte: tex.utf8.count - rest.utf8.count + command.utf8.count, lines: lines)
  }

  /// How many characters stand before `text` in `line`; 0 when it is not there.
  private static func offset(of text: Substring, in line: Substring) -> Int {
    var rest = line
    while rest.count >= text.count {
      if rest.hasPrefix(text) { return line.count - rest.count }
      rest.removeFirst()
      if rest.isEmpty { break }
    }
    return 0
  }
}
