/// A formula spaced as an atom of a stated class: `\mathrel{…}`.
struct Classed: MathNode {
  var row: Row
  var atom: AtomClass

  var leading: AtomClass? { atom }
  var limits: Limits { atom == .largeOperator ? .inDisplay : .never }

  func element(in style: MathStyle) -> Element { row.element(in: style) }
  func plainText(inScript: Bool) -> String { row.plainText(inScript: inScript) }
}

extension Command {
  static let classes: [Command] = [
    ("mathord", .ordinary), ("mathop", .largeOperator), ("mathbin", .binary), ("mathrel", .relation),
    ("mathopen", .opening), ("mathclose", .closing), ("mathpunct", .punctuation), ("mathinner", .inner),
  ].map { (name: String, atom: AtomClass) in
    Command(name) { parser, command throws(TeXError) in
      Classed(row: try parser.argument("argument", of: command), atom: atom)
    }
  }
}
