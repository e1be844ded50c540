/// `\sqrt{x}`, `\sqrt[3]{x}`.
struct Root: MathNode {
  var radicand: Row
  var degree: Row?

  func element(in style: MathStyle) -> Element {
    var root = Element("msqrt", radicand.elements(in: style))
    let inside = root.extent(in: style)
    if let degree { root = Element("mroot", [radicand.element(in: style), degree.element(in: .script)]) }
    if inside.ascent + inside.descent < 1.1 { root.setAttribute("class", "tex-root") }
    return root
  }

  func plainText(inScript: Bool) -> String {
    let degree = degree?.plainText(inScript: true) ?? ""
    let sign = ["": "√", "3": "∛", "4": "∜"][degree] ?? "root[\(degree)]"
    let text = radicand.plainText(inScript: inScript)
    return sign + (text.count == 1 ? text : "(\(text))")
  }
}

extension Command {
  static let roots: [Command] = [
    Command("sqrt") { parser, command throws(TeXError) in
      let degree = try parser.optionalArgument()
      return Root(radicand: try parser.argument("radicand", of: command), degree: degree)
    }
  ]
}
