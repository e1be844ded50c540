extension Element {
  /// A space of so many mu. MathML knows no negative width, so that is a margin.
  static func space(_ mu: Int) -> Element {
    mu > 0
      ? Element("mspace", ["width": em(mu)], [])
      : Element("mspace", ["style": "margin-left:\(em(mu))"], [])
  }

  /// Eighteenths of an em as a length, to four decimals.
  static func em(_ mu: Int) -> String {
    let parts = (abs(mu) * 10_000 + 9) / 18
    var decimals = String(10_000 + parts % 10_000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return (mu < 0 ? "-" : "") + String(parts / 10_000) + (decimals.isEmpty ? "" : "." + decimals) + "em"
  }

  /// Sets the space after the operator that this element is or is built on; `false` when there is none.
  mutating func setSpace(after mu: Int) -> Bool { setSpace("rspace", mu) }
  /// Sets the space before the operator that this element is or is built on; `false` when there is none.
  mutating func setSpace(before mu: Int) -> Bool { setSpace("lspace", mu) }

  /// MathML spaces an “embellished” operator, one with scripts or limits, by the operator at its core.
  private mutating func setSpace(_ side: String, _ mu: Int) -> Bool {
    guard mu > 0 else { return false }
    if name == "mo" {
      setAttribute(side, Self.em(mu))
      return true
    }
    guard case .children(var children) = content, !children.isEmpty else { return false }
    let scripted = ["msub", "msup", "msubsup", "munder", "mover", "munderover"]
    guard scripted.contains(name) || (name == "mrow" && children.count == 1), children[0].setSpace(side, mu) else {
      return false
    }
    content = .children(children)
    return true
  }
}
