/// The next piece of TeX: a command, a character or a run of spaces.
struct Token: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// `\alpha` or `\,`, without its backslash.
    case command(String)
    case character(Unicode.Scalar)
    case space
    case end
  }

  var kind: Kind
  /// UTF-8 bytes from the start of the source.
  var offset: Int

  /// The token as it was written.
  var spelling: String {
    switch kind {
    case .command(let name): "\\" + name
    case .character(let scalar): String(scalar)
    case .space: " "
    case .end: ""
    }
  }

  func isCharacter(_ scalar: Unicode.Scalar) -> Bool { kind == .character(scalar) }
  func isCommand(_ name: String) -> Bool { kind == .command(name) }
}

/// Cuts TeX into tokens.
struct Scanner {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// UTF-8 bytes before the next token.
  private(set) var offset = 0

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  /// Reads one scalar, whatever it is.
  mutating func scalar() -> Unicode.Scalar? {
    guard index < scalars.count else { return nil }
    defer {
      offset += UTF8.width(scalars[index])
      index += 1
    }
    return scalars[index]
  }

  mutating func next() -> Token {
    let start = offset
    guard let first = scalar() else { return Token(kind: .end, offset: start) }
    if Self.isSpace(first) {
      while index < scalars.count, Self.isSpace(scalars[index]) { _ = scalar() }
      return Token(kind: .space, offset: start)
    }
    guard first == "\\" else { return Token(kind: .character(first), offset: start) }
    var name = String.UnicodeScalarView()
    while index < scalars.count, Self.isLetter(scalars[index]), let letter = scalar() { name.append(letter) }
    if name.isEmpty, let symbol = scalar() { name.append(Self.isSpace(symbol) ? " " : symbol) }
    return Token(kind: .command(String(name)), offset: start)
  }

  /// The next token, left unread.
  var peek: Token {
    var copy = self
    return copy.next()
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
