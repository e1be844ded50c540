/// Space as large as the formula, which is not drawn.
struct Phantom: MathNode {
  var row: Row

  func element(in style: MathStyle) -> Element { Element("mphantom", row.elements(in: style)) }
  func plainText(inScript: Bool) -> String { "" }
}

/// A formula in a frame.
struct Boxed: MathNode {
  var row: Row

  func element(in style: MathStyle) -> Element {
    Element("mrow", ["class": "tex-boxed"], row.elements(in: style))
  }
  func plainText(inScript: Bool) -> String { row.plainText(inScript: inScript) }
}

extension Command {
  static let boxes: [Command] = [
    Command("phantom") { parser, command throws(TeXError) in
      Phantom(row: try parser.argument("argument", of: command))
    },
    Command("boxed") { parser, command throws(TeXError) in
      Boxed(row: try parser.argument("argument", of: command))
    },
  ]
}
