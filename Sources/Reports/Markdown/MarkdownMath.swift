/// Formulas as GitHub reads them.
enum MarkdownMath {
  /// A formula within text. GitHub gives what stands between plain dollar signs to CommonMark first, which eats
  /// backslashes before punctuation and takes `*`, `_` and others for its own; between ``$` `` and `` `$`` nothing is
  /// touched. The plain form, which reads better in the source, is used where it is safe.
  ///
  /// - Parameters:
  ///   - previous: the character before the formula, `nil` at the start of the text.
  ///   - next: the character after it.
  static func inline(_ tex: String, previous: Character?, next: Character?) -> String {
    let before = previous.map { $0.isWhitespace || $0 == "(" } ?? true
    let after = next.map { $0.isWhitespace || ".,;:!?)".contains($0) } ?? true
    return before && after && isSafe(tex) ? "$\(tex)$" : "$`\(tex)`$"
  }

  /// Whether Markdown leaves the TeX alone.
  private static func isSafe(_ tex: String) -> Bool {
    let characters = Array(tex)
    var colons = 0
    for (index, character) in characters.enumerated() {
      let previous = index > 0 ? characters[index - 1] : "$"
      let next = index + 1 < characters.count ? characters[index + 1] : "$"
      switch character {
      case "\\": if !next.isLetter { return false }
      case "*", "`", "|", "<", ">", "&", "~", "$", "#", "@", "[", "]", "!": return false
      case "_": if opensEmphasis(previous, next) { return false }
      case ":": colons += 1
      default: break
      }
    }
    return colons < 2 && !tex.isEmpty
  }

  /// Whether an underscore between these may begin emphasis; one that may only end it is harmless as none begins.
  private static func opensEmphasis(_ previous: Character, _ next: Character) -> Bool {
    func isMark(_ character: Character) -> Bool {
      !character.isLetter && !character.isNumber && !character.isWhitespace
    }
    let opens = !next.isWhitespace && (!isMark(next) || previous.isWhitespace || isMark(previous))
    let closes = !previous.isWhitespace && (!isMark(previous) || next.isWhitespace || isMark(next))
    return opens && (!closes || isMark(previous))
  }

  /// The same formula without a vertical bar, which would end the cell of a table.
  static func withoutBars(_ tex: String) -> String {
    var output = ""
    var isEscaped = false
    for character in tex {
      switch (isEscaped, character) {
      case (true, "|"):
        output.removeLast()
        output += "\\Vert "
      case (false, "|"): output += "\\vert "
      default: output.append(character)
      }
      isEscaped = !isEscaped && character == "\\"
    }
    // A space before the closing dollar sign would undo it.
    if output.last == " " { output.removeLast() }
    return output
  }
}
