/// One thing over or under another, spaced as the latter: `\overset{!}{=}`, `\xrightarrow{n\to\infty}`.
struct Stack: MathNode {
  var base: any MathNode
  var above: Row?
  var below: Row?
  var atom: AtomClass

  var leading: AtomClass? { atom }

  func element(in style: MathStyle) -> Element {
    let base = base.element(in: style)
    switch (below?.element(in: .script), above?.element(in: .script)) {
    case (let below?, let above?): return Element("munderover", [base, below, above])
    case (let below?, nil): return Element("munder", [base, below])
    case (nil, let above?): return Element("mover", [base, above])
    case (nil, nil): return base
    }
  }

  func plainText(inScript: Bool) -> String {
    var text = base.plainText(inScript: inScript)
    for (mark, row) in [("_", below), ("^", above)] {
      if let row, !row.nodes.isEmpty { text += "\(mark)(\(row.plainText(inScript: true)))" }
    }
    return text
  }
}

/// An arrow as long as what stands over it.
struct LongArrow: MathNode {
  var arrow: String

  var leading: AtomClass? { .relation }

  func element(in style: MathStyle) -> Element {
    Element("mo", ["stretchy": "true", "lspace": "0em", "rspace": "0em"], arrow)
  }
  func plainText(inScript: Bool) -> String { arrow }
}

extension Command {
  static let stacks: [Command] =
    [("overset", false), ("underset", false), ("stackrel", true)].map { name, isRelation in
      Command(name) { parser, command throws(TeXError) in
        let script = try parser.argument("script", of: command)
        let row = try parser.argument("base", of: command)
        let single = row.nodes.count == 1 ? row.nodes[0] : Group(row: row)
        let atom = isRelation ? .relation : single.leading ?? .ordinary
        let isAbove = name != "underset"
        return Stack(base: single, above: isAbove ? script : nil, below: isAbove ? nil : script, atom: atom)
      }
    }
    + [("xrightarrow", "→"), ("xleftarrow", "←")].map { name, arrow in
      Command(name) { parser, command throws(TeXError) in
        let below = try parser.optionalArgument()
        let above = Row([Space(mu: 6)] + (try parser.argument("label", of: command)).nodes + [Space(mu: 6)])
        return Stack(base: LongArrow(arrow: arrow), above: above, below: below, atom: .relation)
      }
    }
}
