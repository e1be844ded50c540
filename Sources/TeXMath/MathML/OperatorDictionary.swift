/// What a browser takes an operator for when its attributes do not say, as far as formulas use it: only operators with
/// one entry whatever their place, on which MathML Core and the older MathML 3 agree.
///
/// - SeeAlso: W3C, *MathML Core*, appendix B, “Operator dictionary”.
struct OperatorDictionary {
  /// In mu (eighteenths of an em).
  var left: Int
  var right: Int
  /// Stretches with its neighbours, about the axis.
  var isStretchy = false
  /// The place in which it has this entry, where it has no other.
  var form = "infix"

  /// The entry of an operator; of a sign only where it stands between operands.
  static func entry(of text: String, betweenOperands: Bool) -> OperatorDictionary? {
    entries[text] ?? (betweenOperands && ["+", "−", "±"].contains(text) ? binary : nil)
  }

  private static let binary = OperatorDictionary(left: 4, right: 4)
  private static let relation = OperatorDictionary(left: 5, right: 5)

  private static let entries: [String: OperatorDictionary] = {
    let groups: [(String, OperatorDictionary)] = [
      ("=<>≤≥≠≪≫≈≃≅≡∝∈∉∋⊂⊃⊆⊇≺≻∣∤≲≳≍≐≜≔", relation), ("∪∩⊕", binary),
      ("→←↔⇒⇐⇔⟶⟹↦", OperatorDictionary(left: 5, right: 5, isStretchy: true)),
      ("([{⟨⌊⌈", OperatorDictionary(left: 0, right: 0, isStretchy: true, form: "prefix")),
      (")]}⟩⌋⌉", OperatorDictionary(left: 0, right: 0, isStretchy: true, form: "postfix")),
      (",;", OperatorDictionary(left: 0, right: 3)), ("\u{2061}", OperatorDictionary(left: 0, right: 0)),
      ("′″‴", OperatorDictionary(left: 0, right: 0, form: "postfix")),
    ]
    let pairs = groups.flatMap { characters, entry in characters.map { (String($0), entry) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()
}

extension Element {
  /// The same without the attributes of operators that say what the dictionary says.
  ///
  /// - Parameters:
  ///   - inScript: within smaller letters, where some browsers keep only the spaces that are written.
  ///   - betweenOperands: whether an operator here has something to its left and its right.
  func withoutDefaults(inScript: Bool = false, betweenOperands: Bool = false) -> Element {
    var element = self
    switch content {
    case .text(let text):
      if name == "mo", let entry = OperatorDictionary.entry(of: text, betweenOperands: betweenOperands) {
        element.attributes.removeAll { isDefault($0, entry, inScript: inScript) }
      }
    case .children(let children):
      let isLine = ["mrow", "mtd", "mstyle", "msqrt"].contains(name)
      element.content = .children(
        children.enumerated().map { index, child in
          let isBetween =
            isLine && index > 0 && index < children.count - 1 && children[index - 1].isOperand
            && children[index + 1].isOperand
          let isScript = name == "mfrac" || (index > 0 && Self.scripted.contains(name))
          return child.withoutDefaults(inScript: inScript || isScript, betweenOperands: isBetween)
        })
    }
    return element
  }

  private func isDefault(
    _ attribute: (name: String, value: String), _ entry: OperatorDictionary, inScript: Bool
  ) -> Bool {
    // An operator in a place that is not its own has other defaults.
    if attributes.contains(where: { $0.name == "form" && $0.value != entry.form }) { return false }
    func isSpace(_ mu: Int) -> Bool { attribute.value == Self.em(mu) && (mu == 0 || !inScript) }
    switch attribute.name {
    case "lspace": return isSpace(entry.left)
    case "rspace": return isSpace(entry.right)
    case "stretchy": return attribute.value == (entry.isStretchy ? "true" : "false")
    case "symmetric", "fence": return entry.isStretchy && entry.form != "infix" && attribute.value == "true"
    case "form": return true
    default: return false
    }
  }

  private static let scripted = ["msub", "msup", "msubsup", "munder", "mover", "munderover", "mroot"]

  /// Whether it is surely more than a space.
  private var isOperand: Bool {
    switch content {
    case .text(let text): ["mi", "mn"].contains(name) && !text.isEmpty
    case .children(let children):
      Self.scripted.contains(name) || ["mfrac", "msqrt"].contains(name) || children.contains { $0.isOperand }
    }
  }
}
