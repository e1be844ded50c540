/// A part of a formula that speaks of one component of a mixture, `\component{B}{\pi_B}`: set in the component's
/// colour where the page has one, spaced as if the command were not there.
struct Component: MathNode {
  /// Counted from 0.
  var index: Int
  var row: Row

  var leading: AtomClass? { row.leading }
  var trailing: AtomClass? { row.trailing }

  func element(in style: MathStyle) -> Element {
    Element("mrow", ["class": TeXExpression.className(ofComponent: index)], row.elements(in: style))
  }
  func plainText(inScript: Bool) -> String { row.plainText(inScript: inScript) }

  /// The component that is called `A`, `B`, …, `Z`, `A2`, …; `nil` when that is no such name.
  static func index(named name: String) -> Int? {
    guard let letter = name.utf8.first, (65...90).contains(letter) else { return nil }
    let rest = name.dropFirst()
    guard let round = rest.isEmpty ? 1 : Int(rest), rest.isEmpty || round > 1, round < 1000 else { return nil }
    return Int(letter) - 65 + 26 * (round - 1)
  }
}

extension TeXExpression {
  /// The class of the elements that speak of a component, for style sheets.
  package static func className(ofComponent index: Int) -> String { "component-\(index + 1)" }
}

extension TeXExpression {
  /// The source as TeX at large knows it, without `\component`. The braces of its argument go too where nothing could
  /// take what they hold for less.
  var sourceWithoutComponents: String {
    if components.isEmpty { return source }
    var scanner = Scanner(source)
    var output = ""
    var previous: Token?
    /// For each brace that is open whether it was left out.
    var isLeftOut: [Bool] = []
    while true {
      let token = scanner.next()
      switch token.kind {
      case .end: return output
      case .command("component"):
        while let scalar = scanner.scalar(), scalar != "}" {}
        while scanner.peek.kind == .space { _ = scanner.next() }
        if scanner.peek.isCharacter("{"), Self.standsAlone(after: previous) {
          _ = scanner.next()
          isLeftOut.append(true)
        }
        continue
      case .character("}") where isLeftOut.popLast() == true: continue
      case .character("{"): isLeftOut.append(false)
      case .character(let scalar) where Scanner.isLetter(scalar):
        if case .command(let name)? = previous?.kind, name.unicodeScalars.allSatisfy(Scanner.isLetter),
          output.last != " "
        {
          output += " "
        }
      default: break
      }
      output += token.spelling
      if token.kind != .space { previous = token }
    }
  }

  /// Whether what follows a token is no argument or script of it.
  private static func standsAlone(after previous: Token?) -> Bool {
    guard let previous else { return true }
    switch previous.kind {
    case .character(let scalar): return "&=+-,(|[".unicodeScalars.contains(scalar)
    case .command(let name): return [",", ";", "!", " ", "quad", "qquad", "\\", "mid", "times"].contains(name)
    case .space, .end: return false
    }
  }
}

extension Command {
  static let components: [Command] = [
    Command("component") { parser, command throws(TeXError) in
      let offset = parser.scanner.peek.offset
      let name = try parser.word("name", of: command)
      guard let index = Component.index(named: name) else {
        throw TeXError(
          "'\(name)' is not the name of a component", at: offset, hint: "components are called A, B, C, …")
      }
      parser.components.insert(index)
      return Component(index: index, row: try parser.argument("argument", of: command))
    }
  ]
}
