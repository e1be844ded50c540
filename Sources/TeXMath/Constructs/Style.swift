/// The rest of a list in another style: `\displaystyle`.
struct Styled: MathNode {
  var style: MathStyle
  var row: Row

  var leading: AtomClass? { row.leading }
  var trailing: AtomClass? { row.trailing }

  func element(in style: MathStyle) -> Element { .styled(self.style, row.elements(in: self.style)) }
  func plainText(inScript: Bool) -> String { row.plainText(inScript: inScript) }
}

extension Element {
  /// The elements in a style whatever the one around them.
  static func styled(_ style: MathStyle, _ children: [Element]) -> Element {
    let display = style == .display ? "true" : "false"
    return Element("mstyle", ["displaystyle": display, "scriptlevel": style == .script ? "1" : "0"], children)
  }
}

extension Command {
  static let styles: [Command] = [
    ("displaystyle", .display), ("textstyle", .text), ("scriptstyle", .script),
  ].map { (name: String, style: MathStyle) in
    Command(name) { parser, _ throws(TeXError) in Styled(style: style, row: try parser.row()) }
  }
}
