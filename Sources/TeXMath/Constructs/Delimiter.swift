/// The characters that enclose.
enum Delimiter {
  /// Those with a command of their own, and their class when not after `\left`.
  static let symbols: [(name: String, text: String, atom: AtomClass)] = [
    ("{", "{", .opening), ("}", "}", .closing), ("lbrace", "{", .opening), ("rbrace", "}", .closing),
    ("lbrack", "[", .opening), ("rbrack", "]", .closing), ("langle", "⟨", .opening), ("rangle", "⟩", .closing),
    ("lvert", "|", .opening), ("rvert", "|", .closing), ("lVert", "‖", .opening), ("rVert", "‖", .closing),
    ("vert", "|", .ordinary), ("Vert", "‖", .ordinary), ("|", "‖", .ordinary), ("lfloor", "⌊", .opening),
    ("rfloor", "⌋", .closing), ("lceil", "⌈", .opening), ("rceil", "⌉", .closing), ("backslash", "\\", .ordinary),
  ]

  private static let commands = Dictionary(symbols.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
  private static let characters: [Unicode.Scalar: String] = [
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", "<": "⟨", ">": "⟩", ".": "",
  ]

  /// Reads the delimiter after `\left`, `\big` and their like; empty for a point.
  static func read(_ parser: inout Parser, after command: Token) throws(TeXError) -> String {
    parser.skipSpaces()
    let token = parser.scanner.next()
    switch token.kind {
    case .character(let scalar):
      if let text = characters[scalar] { return text }
    case .command(let name):
      if let text = commands[name] ?? arrows[name] { return text }
    case .space, .end: break
    }
    let found = token.kind == .end ? "" : ", not \(token.spelling)"
    throw TeXError(
      "\(command.spelling) needs a delimiter after it\(found)", at: token.offset,
      hint: token.isCharacter("{") ? "write \\{ for a brace" : "a point (.) stands for none")
  }

  private static let arrows = ["uparrow": "↑", "downarrow": "↓", "updownarrow": "↕"]
}
