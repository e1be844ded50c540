/// Words within a formula, which may hold formulas of their own between dollar signs.
struct Text: MathNode {
  enum Run: Sendable {
    case words(String)
    case math(Row)
  }

  var runs: [Run]
  var alphabet: Alphabet

  func element(in style: MathStyle) -> Element {
    let elements = runs.map { run in
      switch run {
      // White space at the ends of an <mtext> is dropped, and within it runs together.
      case .words(let words): Element("mtext", alphabet.letters(words).replacing(" ", with: "\u{A0}"))
      case .math(let row): Element("mrow", row.elements(in: style.cell))
      }
    }
    return elements.count == 1 ? elements[0] : Element("mrow", elements)
  }

  func plainText(inScript: Bool) -> String {
    runs.map { run in
      switch run {
      case .words(let words): words.replacing("\u{A0}", with: " ")
      case .math(let row): row.plainText(inScript: inScript)
      }
    }.joined()
  }
}

extension Command {
  static let texts: [Command] = [
    ("text", .roman), ("textrm", .roman), ("textup", .roman), ("textnormal", .roman), ("mbox", .roman),
    ("textbf", .bold), ("textit", .italic), ("emph", .italic), ("textsf", .sans), ("texttt", .monospace),
  ].map { (name: String, alphabet: Alphabet) in
    Command(name) { parser, command throws(TeXError) in
      Text(runs: try parser.text(of: command), alphabet: alphabet)
    }
  }
}

extension Parser {
  mutating func text(of command: Token) throws(TeXError) -> [Text.Run] {
    skipSpaces()
    let open = scanner.next()
    guard open.isCharacter("{") else { throw TeXError("\(command.spelling) lacks its text", at: open.offset) }
    var runs: [Text.Run] = []
    var words = ""
    var braces = 0
    while true {
      let token = scanner.next()
      switch token.kind {
      case .end:
        throw TeXError("this { has no }", at: open.offset)
      case .space:
        words += " "
      case .character("{"):
        braces += 1
      case .character("}"):
        guard braces == 0 else {
          braces -= 1
          continue
        }
        if !words.isEmpty || runs.isEmpty { runs.append(.words(words)) }
        return runs
      case .character("$"):
        if !words.isEmpty { runs.append(.words(words)) }
        words = ""
        runs.append(.math(try mathInText(openedAt: token.offset)))
      case .character("~"):
        words += "\u{A0}"
      case .character("%"), .character("#"), .character("&"):
        throw TeXError(
          "\(token.spelling) cannot stand in a text as it is", at: token.offset, hint: "write \\\(token.spelling)")
      case .character(let scalar):
        appendTypeset(scalar, to: &words)
      case .command(let name):
        guard let text = Self.textEscapes[name] else {
          throw TeXError(
            "\\\(name) cannot stand in a text", at: token.offset, hint: "put mathematics between dollar signs")
        }
        words += text
        if name.unicodeScalars.allSatisfy(Scanner.isLetter) { skipSpaces() }
      }
    }
  }

  private mutating func mathInText(openedAt offset: Int) throws(TeXError) -> Row {
    let row = try nested(at: offset) { parser throws(TeXError) in try parser.row(until: "$") }
    let close = scanner.next()
    guard close.isCharacter("$") else { throw TeXError("this $ has no second $", at: offset) }
    return row
  }

  /// `--` is a dash, `'` an apostrophe and ` `` ` a quotation mark.
  private func appendTypeset(_ scalar: Unicode.Scalar, to words: inout String) {
    switch (scalar, words.last) {
    case ("-", "-"): words.replaceSubrange(words.index(before: words.endIndex)..., with: "–")
    case ("-", "–"): words.replaceSubrange(words.index(before: words.endIndex)..., with: "—")
    case ("'", "’"): words.replaceSubrange(words.index(before: words.endIndex)..., with: "”")
    case ("`", "‘"): words.replaceSubrange(words.index(before: words.endIndex)..., with: "“")
    case ("'", _): words += "’"
    case ("`", _): words += "‘"
    default: words.unicodeScalars.append(scalar)
    }
  }

  static let textEscapes = [
    "%": "%", "#": "#", "&": "&", "$": "$", "_": "_", "{": "{", "}": "}", " ": " ", ",": "\u{2009}",
    "textbackslash": "\\", "ldots": "…", "dots": "…", "quad": "\u{2003}",
  ]
}
