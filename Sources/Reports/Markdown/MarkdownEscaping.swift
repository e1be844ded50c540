/// How text is written so that GitHub shows exactly that text.
enum MarkdownEscaping {
  /// Characters that may begin a construct wherever they stand.
  private static let special: Set<Character> = ["\\", "`", "*", "[", "]", "<", "|", "~"]

  /// Escapes what is special anywhere in running text; what is special at the start of a line only is left to
  /// `atLineStarts`, as only a whole line shows it.
  static func text(_ text: String) -> String {
    var output = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let previous = index > 0 ? characters[index - 1] : nil
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      switch character {
      case _ where special.contains(character): output += "\\" + String(character)
      // Between letters an underscore is only that.
      case "_": output += isWordlike(previous) && isWordlike(next) ? "_" : "\\_"
      case "&": output += next == nil || next == "#" || isWordlike(next) ? "\\&" : "&"
      // Before a link it would make an image.
      case "!": output += next == nil ? "\\!" : "!"
      // GitHub has no escape for a dollar sign in text; this is the form that its manual gives.
      case "$": output += "<span>$</span>"
      // Addresses become links only where the report has a link.
      case ":" where characters[index...].starts(with: "://"): output += "\\:"
      case "." where index >= 3 && String(characters[(index - 3)..<index]).lowercased() == "www": output += "\\."
      case "\0": output.append("\u{FFFD}")
      case _ where character.isNewline: output.append(" ")
      default: output.append(character)
      }
    }
    return output
  }

  /// Escapes what would make a line of a paragraph something else: a heading, a list item, a quotation, a rule, a
  /// table's second line or a footnote. White space at the ends of lines goes, and lines that hold nothing else.
  static func atLineStarts(_ paragraph: String) -> [String] {
    paragraph.split(separator: "\n").compactMap { line in
      let text = trimmed(line)
      return text.isEmpty ? nil : lineStart(text)
    }
  }

  private static func lineStart(_ line: Substring) -> String {
    func isBreak(_ index: Substring.Index) -> Bool {
      index == line.endIndex || line[index] == " " || line[index] == "\t"
    }
    guard let first = line.first else { return "" }
    let second = line.index(after: line.startIndex)
    switch first {
    case ">", "=": return "\\" + line
    case "#":
      let end = line.firstIndex { $0 != "#" } ?? line.endIndex
      return isBreak(end) ? "\\" + line : String(line)
    case "-", "+", ":":
      return isBreak(second) || "-:=".contains(line[second]) ? "\\" + line : String(line)
    case "0"..."9":
      let end = line.firstIndex { !("0"..."9").contains($0) } ?? line.endIndex
      guard end < line.endIndex, ".)".contains(line[end]), isBreak(line.index(after: end)) else { return String(line) }
      return line[..<end] + "\\" + line[end...]
    case "[" where line.hasPrefix("[^"):
      guard let end = line.firstIndex(of: "]"), line[end...].hasPrefix("]:") else { return String(line) }
      return line[...end] + "\\" + line[line.index(after: end)...]
    default: return String(line)
    }
  }

  /// A row of `#` at the end of a heading would be dropped.
  static func headingEnd(_ heading: String) -> String {
    heading.last == "#" ? heading.dropLast() + "\\#" : heading
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var text = line.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }

  /// Text within HTML.
  static func html(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static func isWordlike(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber } ?? false
  }
}
