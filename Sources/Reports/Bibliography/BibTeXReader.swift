internal import Notebooks

extension Bibliography {
  /// Reads a BibTeX file: entries, `@string` abbreviations, values in braces or quotes and joined by `#`. Text outside
  /// entries, `@comment` and `@preamble` are skipped, as BibTeX does.
  ///
  /// - Throws: the first mistake, with its place in the file.
  package init(parsing text: String) throws(BibTeXError) {
    var reader = BibTeXReader(text)
    entries = try reader.entries()
  }
}

private struct BibTeXReader {
  private let characters: [Character]
  private var position = 0
  private var abbreviations: [String: String] = Dictionary(
    uniqueKeysWithValues: zip(
      ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]))

  init(_ text: String) { characters = Array(text) }

  mutating func entries() throws(BibTeXError) -> [Bibliography.Entry] {
    var entries: [Bibliography.Entry] = []
    while let next = peek {
      guard next == "@" else {
        position += 1
        continue
      }
      let start = position
      position += 1
      let kind = word().lowercased()
      if kind == "comment" { continue }
      skipSpace()
      guard let opening = peek, opening == "{" || opening == "(" else {
        throw error("'{' is missing after '@\(kind)'", at: position)
      }
      position += 1
      let closing: Character = opening == "{" ? "}" : ")"
      switch kind {
      case "preamble": _ = try value()
      case "string":
        for field in try fields(closing: closing, entry: "@string") { abbreviations[field.name] = field.latex }
      default:
        let entry = try entry(kind: kind, closing: closing)
        if entries.contains(where: { $0.key == entry.key }) {
          throw error("the key '\(entry.key)' is given twice", at: start)
        }
        entries.append(entry)
        continue
      }
      try expect(closing, endOf: "@\(kind)", from: start)
    }
    return entries
  }

  private mutating func entry(kind: String, closing: Character) throws(BibTeXError) -> Bibliography.Entry {
    let start = position
    skipSpace()
    let key = word()
    if key.isEmpty { throw error("a key is missing after '@\(kind){'", at: position) }
    skipSpace()
    var fields: [Bibliography.Field] = []
    if peek == "," {
      position += 1
      fields = try self.fields(closing: closing, entry: key)
    }
    try expect(closing, endOf: key, from: start)
    return Bibliography.Entry(kind: kind, key: key, fields: fields)
  }

  /// `name = value, …` up to `closing`, which is not read.
  private mutating func fields(closing: Character, entry: String) throws(BibTeXError) -> [Bibliography.Field] {
    var fields: [Bibliography.Field] = []
    while true {
      skipSpace()
      guard let next = peek, next != closing else { return fields }
      let name = word().lowercased()
      if name.isEmpty { throw error("'\(next)' where a field of '\(entry)' should begin", at: position) }
      skipSpace()
      guard peek == "=" else { throw error("'=' is missing after the field '\(name)' of '\(entry)'", at: position) }
      position += 1
      fields.append(Bibliography.Field(name: name, latex: try value()))
      skipSpace()
      guard peek == "," else { return fields }
      position += 1
    }
  }

  /// Pieces joined by `#`, as LaTeX.
  private mutating func value() throws(BibTeXError) -> String {
    var value = ""
    while true {
      skipSpace()
      switch peek {
      case "{": value += try delimited(by: "}")
      case "\"": value += try delimited(by: "\"")
      default:
        let start = position
        let name = word()
        if name.isEmpty { throw error("a value is missing", at: start) }
        if name.allSatisfy(\.isNumber) {
          value += name
        } else if let text = abbreviations[name.lowercased()] {
          value += text
        } else {
          throw error("unknown abbreviation '\(name)': put text in braces", at: start)
        }
      }
      skipSpace()
      guard peek == "#" else { return value }
      position += 1
    }
  }

  /// The text up to the end of the braces or quotes that open here; braces within it are balanced.
  private mutating func delimited(by end: Character) throws(BibTeXError) -> String {
    let start = position
    position += 1
    var depth = 0
    var text = ""
    while let next = peek {
      position += 1
      if depth == 0, next == end { return text }
      if next == "{" { depth += 1 }
      if next == "}" { depth -= 1 }
      text.append(next)
      if next == "\\", let escaped = peek, escaped == "{" || escaped == "}" {
        text.append(escaped)
        position += 1
      }
    }
    throw error("the value that begins here has no closing '\(end)'", at: start)
  }

  private mutating func expect(_ closing: Character, endOf name: String, from start: Int) throws(BibTeXError) {
    skipSpace()
    guard let next = peek else { throw error("'\(name)' has no closing '\(closing)'", at: start) }
    guard next == closing else { throw error("',' or '\(closing)' is missing in '\(name)'", at: position) }
    position += 1
  }

  // MARK: Characters

  private var peek: Character? { position < characters.count ? characters[position] : nil }

  private mutating func skipSpace() {
    while let next = peek, next.isWhitespace { position += 1 }
  }

  private mutating func word() -> String {
    let start = position
    while let next = peek, !next.isWhitespace, !"{}(),=#\"@%".contains(next) { position += 1 }
    return String(characters[start..<position])
  }

  private func error(_ message: String, at index: Int) -> BibTeXError {
    var location = SourceLocation(line: 1, column: 1)
    for character in characters[..<min(index, characters.count)] {
      if character.isNewline {
        location = SourceLocation(line: location.line + 1, column: 1)
      } else {
        location.column += 1
      }
    }
    return BibTeXError(message, at: location)
  }
}
