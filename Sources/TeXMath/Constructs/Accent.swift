/// A mark over a letter, or a bar, hat or tilde as wide as what it covers.
struct Accent: MathNode {
  var base: Row
  var mark: String
  var stretches: Bool
  var isBelow: Bool
  /// The combining character that puts the same mark on a letter of plain text.
  var combining: String

  func element(in style: MathStyle) -> Element {
    let mark = Element("mo", ["stretchy": stretches ? "true" : "false", "lspace": "0em", "rspace": "0em"], mark)
    let base = base.element(in: style)
    return isBelow
      ? Element("munder", ["accentunder": "true"], [base, mark])
      : Element("mover", ["accent": "true"], [base, mark])
  }

  func plainText(inScript: Bool) -> String {
    base.plainText(inScript: inScript).map { String($0) + combining }.joined()
  }
}

extension Command {
  static let accents: [Command] = [
    ("hat", "ˆ", false, "\u{302}"), ("bar", "¯", false, "\u{304}"), ("tilde", "˜", false, "\u{303}"),
    ("vec", "\u{20D7}", true, "\u{20D7}"), ("dot", "˙", false, "\u{307}"), ("ddot", "¨", false, "\u{308}"),
    ("check", "ˇ", false, "\u{30C}"), ("breve", "˘", false, "\u{306}"), ("acute", "´", false, "\u{301}"),
    ("grave", "`", false, "\u{300}"), ("mathring", "˚", false, "\u{30A}"), ("widehat", "\u{302}", true, "\u{302}"),
    ("widetilde", "~", true, "\u{303}"), ("overline", "\u{332}", true, "\u{305}"),
    ("overrightarrow", "→", true, "\u{20D7}"), ("underline", "\u{332}", true, "\u{332}"),
  ].map { (name: String, mark: String, stretches: Bool, combining: String) in
    Command(name) { parser, command throws(TeXError) in
      Accent(
        base: try parser.argument("argument", of: command), mark: mark, stretches: stretches,
        isBelow: name == "underline", combining: combining)
    }
  }
}
