/// A named operator: `\log`, `\argmax`, `\operatorname{KL}`.
struct Function: MathNode {
  var name: String
  var limits: Limits

  var leading: AtomClass? { .largeOperator }
  var isFunction: Bool { true }

  func element(in style: MathStyle) -> Element { Element("mi", name) }
  func plainText(inScript: Bool) -> String { name.replacing("\u{2009}", with: " ") }

  /// What MathJax knows without `\operatorname`.
  static let standard: [(name: String, text: String, limits: Limits)] =
    [
      "log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin",
      "arccos", "arctan", "arg", "dim", "ker", "deg", "hom",
    ].map { ($0, $0, .never) }
    + ["det", "min", "max", "sup", "inf", "lim", "gcd", "Pr"].map { ($0, $0, .inDisplay) }
    + [("limsup", "lim\u{2009}sup", .inDisplay), ("liminf", "lim\u{2009}inf", .inDisplay)]

  /// Those that texts on statistics define for themselves.
  static let predefined: [(name: String, text: String, limits: Limits)] =
    [("argmax", "arg\u{2009}max", .inDisplay), ("argmin", "arg\u{2009}min", .inDisplay)]
    + ["tr", "diag", "Var", "Cov", "Cor", "KL", "rank", "sign"].map { ($0, $0, .never) }
}

extension Command {
  static let operators: [Command] =
    (Function.standard + Function.predefined).map { Command($0.name, Function(name: $0.text, limits: $0.limits)) }
    + [
      Command("operatorname") { parser, command throws(TeXError) in
        parser.skipSpaces()
        let hasLimits = parser.scanner.peek.isCharacter("*")
        if hasLimits { _ = parser.scanner.next() }
        return Function(name: try parser.operatorName(of: command), limits: hasLimits ? .inDisplay : .never)
      }
    ]
}

extension Parser {
  /// The letters of `\operatorname{…}`, `\,` and its like as a thin space.
  mutating func operatorName(of command: Token) throws(TeXError) -> String {
    skipSpaces()
    let open = scanner.next()
    guard open.isCharacter("{") else { throw TeXError("\(command.spelling) lacks its name", at: open.offset) }
    var name = ""
    while true {
      let token = scanner.next()
      switch token.kind {
      case .character("}"): return name
      case .character(let scalar) where scalar.properties.isAlphabetic || Scanner.isDigit(scalar) || scalar == "-":
        name.unicodeScalars.append(scalar)
      case .character("~"), .command(","), .command(" "), .command(":"), .command(";"): name += "\u{2009}"
      case .space: break
      case .end: throw TeXError("this { has no }", at: open.offset)
      default: throw TeXError("\(token.spelling) cannot stand in an operator's name", at: token.offset)
      }
    }
  }
}
