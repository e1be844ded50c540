/// A letter, or a word set in one of the upright alphabets.
struct Letter: MathNode {
  /// The plain letters, as the reader of a text would have them.
  var letters: String
  var alphabet: Alphabet

  func element(in style: MathStyle) -> Element { Element("mi", alphabet.letters(letters)) }
  func plainText(inScript: Bool) -> String { letters }
}

extension Parser {
  /// Reads a letter, or as many as make a word in `\mathrm` and its like; `nil` when `first` is no letter.
  mutating func letters(startingWith first: Unicode.Scalar, single: Bool) -> Letter? {
    guard first.properties.isAlphabetic else { return nil }
    var letters = String(first)
    while !single, alphabet.makesWords, case .character(let scalar) = scanner.peek.kind, Scanner.isLetter(scalar) {
      _ = scanner.next()
      letters.unicodeScalars.append(scalar)
    }
    return letter(letters)
  }

  /// The letters in the alphabet in force.
  func letter(_ letters: String) -> Letter {
    let isCapitalGreek = letters.unicodeScalars.allSatisfy { ("Α"..."Ω").contains($0) }
    let isGreek = letters.unicodeScalars.allSatisfy { ("Α"..."ϵ").contains($0) }
    switch alphabet {
    case .normal:
      let form: Alphabet = isCapitalGreek ? .roman : .italic
      return Letter(letters: letters, alphabet: form.emboldened(bold))
    case .roman, .sans, .monospace:
      let form = isGreek ? (isCapitalGreek ? Alphabet.roman : .italic) : alphabet
      return Letter(letters: letters, alphabet: form.emboldened(bold))
    default: return Letter(letters: letters, alphabet: alphabet.emboldened(bold))
    }
  }
}

extension Command {
  /// `\mathbf{x}` and its like.
  static let alphabets: [Command] =
    [
      ("mathrm", .roman), ("mathbf", .bold), ("mathit", .italic), ("mathcal", .script), ("mathscr", .script),
      ("mathbb", .doubleStruck), ("mathfrak", .fraktur), ("mathsf", .sans), ("mathtt", .monospace),
      ("mathnormal", .normal),
    ].map { (name: String, alphabet: Alphabet) in
      Command(name) { parser, command throws(TeXError) in
        let outer = parser.alphabet
        parser.alphabet = alphabet
        defer { parser.alphabet = outer }
        return Group(row: try parser.argument("argument", of: command))
      }
    }
    + ["boldsymbol", "bm"].map { name in
      Command(name) { parser, command throws(TeXError) in
        let outer = parser.bold
        parser.bold = true
        defer { parser.bold = outer }
        return Group(row: try parser.argument("argument", of: command))
      }
    }
}
