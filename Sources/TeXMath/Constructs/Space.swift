/// A space of so many mu (eighteenths of an em), which may be negative.
struct Space: MathNode {
  var mu: Int

  var leading: AtomClass? { nil }
  var advance: Int { mu }

  func element(in style: MathStyle) -> Element { .space(mu) }
  func plainText(inScript: Bool) -> String { mu > 0 ? " " : "" }
}

extension Command {
  static let spaces: [Command] = [
    (",", 3), ("thinspace", 3), (":", 4), (">", 4), ("medspace", 4), (";", 5), ("thickspace", 5), ("!", -3),
    ("negthinspace", -3), (" ", 6), ("enspace", 9), ("quad", 18), ("qquad", 36),
  ].map { name, mu in Command(name, Space(mu: mu)) }
}
