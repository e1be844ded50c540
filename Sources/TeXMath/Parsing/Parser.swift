/// Reads TeX into nodes by recursive descent.
struct Parser {
  var scanner: Scanner
  /// The letters that `\mathbf` and its like have switched to.
  var alphabet = Alphabet.normal
  /// Within `\boldsymbol`.
  var bold = false
  var label: String?
  var tag: Text?
  /// Those that `\component` names.
  var components: Set<Int> = []
  private var depth = 0

  init(_ source: String) {
    scanner = Scanner(source)
  }

  /// The whole source as one formula.
  mutating func formula() throws(TeXError) -> Row {
    let row = try self.row()
    let stop = scanner.peek
    guard stop.kind == .end else { throw .stray(stop) }
    return row
  }

  /// Atoms up to the end of the list that holds them: a brace, an alignment mark, `\right` and their like. What ends
  /// the list is left unread, and is the caller's to check.
  /// - Parameter end: one more character that ends the list.
  mutating func row(until end: Unicode.Scalar? = nil) throws(TeXError) -> Row {
    var nodes: [any MathNode] = []
    while true {
      let token = scanner.peek
      if Self.endsList(token) || end.map(token.isCharacter) == true { return Row(nodes) }
      if token.kind == .space {
        _ = scanner.next()
        continue
      }
      var node: any MathNode = EmptyNode()
      if !["^", "_", "'"].contains(where: token.isCharacter) { node = try atom(scanner.next()) }
      node = try scripts(on: node, whole: &nodes)
      nodes.append(node)
    }
  }

  /// One atom without its scripts, whose first token has been read.
  mutating func atom(_ token: Token, single: Bool = false) throws(TeXError) -> any MathNode {
    switch token.kind {
    case .command(let name):
      guard let command = Command.named[name] else { throw .unknownCommand(name, at: token.offset) }
      return try nested(at: token.offset) { parser throws(TeXError) in try command.parse(&parser, token) }
    case .character("{"):
      return Group(row: try group(openedAt: token.offset))
    case .character("~"):
      return Space(mu: 6)
    case .character(let scalar):
      if Scanner.isDigit(scalar) || scalar == "." { return number(startingWith: scalar, single: single) }
      if let letters = letters(startingWith: scalar, single: single) { return letters }
      if let symbol = Symbol.typed[scalar] { return symbol }
      throw .unexpected(token)
    case .space, .end:
      throw .unexpected(token)
    }
  }

  /// A list in braces, whose opening one has been read.
  mutating func group(openedAt offset: Int) throws(TeXError) -> Row {
    let row = try nested(at: offset) { parser throws(TeXError) in try parser.row() }
    let close = scanner.next()
    guard close.isCharacter("}") else {
      throw close.kind == .end ? TeXError("this { has no }", at: offset) : .stray(close)
    }
    return row
  }

  /// The argument of a command: a list in braces or one atom.
  mutating func argument(_ what: String, of command: Token) throws(TeXError) -> Row {
    skipSpaces()
    let token = scanner.peek
    if Self.endsList(token) || token.isCharacter("^") || token.isCharacter("_") {
      throw TeXError("\(command.spelling) lacks its \(what)", at: token.offset)
    }
    _ = scanner.next()
    if token.isCharacter("{") { return try group(openedAt: token.offset) }
    return Row([try atom(token, single: true)])
  }

  /// An argument in brackets, where there is one.
  mutating func optionalArgument() throws(TeXError) -> Row? {
    skipSpaces()
    guard scanner.peek.isCharacter("[") else { return nil }
    let open = scanner.next()
    let row = try nested(at: open.offset) { parser throws(TeXError) in try parser.row(until: "]") }
    let close = scanner.next()
    guard close.isCharacter("]") else {
      throw close.kind == .end ? TeXError("this [ has no ]", at: open.offset) : .stray(close)
    }
    return row
  }

  /// The plain characters of an argument in braces: a label, an environment's name, a column specification.
  mutating func word(_ what: String, of command: Token) throws(TeXError) -> String {
    skipSpaces()
    let open = scanner.next()
    guard open.isCharacter("{") else { throw TeXError("\(command.spelling) lacks its \(what)", at: open.offset) }
    var word = String.UnicodeScalarView()
    while let scalar = scanner.scalar() {
      if scalar == "}" { return String(word) }
      word.append(scalar)
    }
    throw TeXError("this { has no }", at: open.offset)
  }

  mutating func skipSpaces() {
    while scanner.peek.kind == .space { _ = scanner.next() }
  }

  /// Bounds the recursion, so that no input exhausts the stack.
  mutating func nested<Result>(
    at offset: Int, _ body: (inout Parser) throws(TeXError) -> Result
  ) throws(TeXError) -> Result {
    guard depth < 60 else { throw TeXError("the formula is nested too deeply", at: offset) }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private static func endsList(_ token: Token) -> Bool {
    switch token.kind {
    case .end, .character("}"), .character("&"): true
    case .command(let name): ["\\", "end", "right", "middle", "hline"].contains(name)
    default: false
    }
  }
}
