/// `\underbrace{x}_{label}` and `\overbrace{x}^{label}`: a brace as wide as what it spans; the label is its script.
struct Brace: MathNode {
  var row: Row
  var isBelow: Bool

  var leading: AtomClass? { .largeOperator }
  var limits: Limits { .always }

  func element(in style: MathStyle) -> Element {
    let brace = Element("mo", ["stretchy": "true", "lspace": "0em", "rspace": "0em"], isBelow ? "⏟" : "⏞")
    return Element(isBelow ? "munder" : "mover", [Element("mrow", row.elements(in: style)), brace])
  }

  func plainText(inScript: Bool) -> String { row.plainText(inScript: inScript) }
}

extension Command {
  static let braces: [Command] = [("underbrace", true), ("overbrace", false)].map { name, isBelow in
    Command(name) { parser, command throws(TeXError) in
      Brace(row: try parser.argument("argument", of: command), isBelow: isBelow)
    }
  }
}
