/// A character with a class of its own: a relation, a binary operator, a delimiter, a sum.
struct Symbol: MathNode {
  var text: String
  var atom: AtomClass
  /// Drawn as `<mo>` though ordinary: a bar, a slash.
  var isOperator: Bool
  var limits: Limits
  /// What reads better than `text` in a line of plain text.
  var plain: String

  init(_ text: String, _ atom: AtomClass, isOperator: Bool = false, limits: Limits = .never, plain: String? = nil) {
    self.text = text
    self.atom = atom
    self.isOperator = isOperator || atom != .ordinary
    self.limits = limits
    self.plain = plain ?? text
  }

  var leading: AtomClass? { atom }

  /// The bar itself when this is one: it opens and closes alike.
  var bar: String? { ["|", "‖"].contains(text) && atom == .ordinary ? text : nil }

  func element(in style: MathStyle) -> Element {
    if atom == .largeOperator {
      return Element("mo", ["largeop": "true", "movablelimits": "false", "lspace": "0em", "rspace": "0em"], text)
    }
    return isOperator ? .mo(text) : Element("mi", text)
  }

  func plainText(inScript: Bool) -> String { plain }
}

extension Element {
  /// An operator with no space about it, which does not stretch.
  static func mo(_ text: String) -> Element {
    Element("mo", ["stretchy": "false", "lspace": "0em", "rspace": "0em"], text)
  }
}
