/// The little LaTeX that stands in bibliographies.
enum LaTeXText {
  /// `{\"O}zge and Fr{\'e}chet` reads `Özge and Fréchet`: accents are set, braces dropped, dashes, quotes and spaces
  /// made what they stand for. A command that is not known is dropped, its argument kept.
  static func plain(_ latex: String) -> String {
    var rest = latex[...]
    var output = ""
    while let next = rest.popFirst() {
      switch next {
      case "{", "}", "$": continue
      case "~": output.append("\u{A0}")
      case "\\": output += command(&rest)
      case "-":
        let dashes = 1 + rest.prefix { $0 == "-" }.count
        rest = rest.drop { $0 == "-" }
        output += dashes == 1 ? "-" : dashes == 2 ? "–" : "—"
      case "`", "'":
        let isDouble = rest.first == next
        if isDouble { rest.removeFirst() }
        output += next == "`" ? (isDouble ? "“" : "‘") : isDouble ? "”" : "’"
      case _ where next.isWhitespace:
        if !output.isEmpty, output.last != " " { output.append(" ") }
      default: output.append(next)
      }
    }
    if output.last == " " { output.removeLast() }
    return output
  }

  /// The text of a link: only braces and the backslashes before punctuation are LaTeX's.
  static func address(_ latex: String) -> String {
    latex.filter { !"{}\\".contains($0) && !$0.isWhitespace }
  }

  /// Combining marks by the character after the backslash.
  private static let accents: [Character: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}", ".": "\u{307}",
    "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}", "c": "\u{327}", "k": "\u{328}",
  ]

  private static let letters: [String: String] = [
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "i": "ı", "j": "ȷ", "textendash": "–", "textemdash": "—",
  ]

  /// What the command after a backslash stands for; `rest` moves behind it.
  private static func command(_ rest: inout Substring) -> String {
    guard let first = rest.first else { return "" }
    guard first.isLetter else {
      rest.removeFirst()
      if let mark = accents[first] { return accented(&rest, mark) }
      return first.isWhitespace ? " " : String(first)
    }
    let name = String(rest.prefix { $0.isASCII && $0.isLetter })
    rest.removeFirst(name.count)
    let isAccent = name.count == 1 && accents[first] != nil
    if isAccent, let mark = accents[first] { return accented(&rest, mark) }
    rest = rest.drop { $0 == " " }
    return letters[name] ?? ""
  }

  /// The letter that follows, in braces or not, under its accent.
  private static func accented(_ rest: inout Substring, _ mark: Unicode.Scalar) -> String {
    rest = rest.drop { $0 == " " || $0 == "{" }
    guard rest.first != "}", var letter = rest.popFirst() else { return "" }
    // A dotless letter takes its accent as the plain one does.
    if letter == "\\", let dotless = rest.popFirst() { letter = dotless }
    return Self.composed(letter, mark)
  }

  /// One scalar where Unicode has one, so that every face draws it and every search finds it.
  private static func composed(_ letter: Character, _ mark: Unicode.Scalar) -> String {
    let decomposed = String(letter) + String(Character(mark))
    for value in 0xC0...0x1EF9 as ClosedRange<UInt32> {
      if let scalar = Unicode.Scalar(value), String(scalar) == decomposed { return String(scalar) }
    }
    return decomposed
  }
}
