extension Symbol {
  static let binary = [
    ("cdot", "⋅"), ("times", "×"), ("pm", "±"), ("mp", "∓"), ("div", "÷"), ("ast", "∗"), ("star", "⋆"), ("circ", "∘"),
    ("bullet", "∙"), ("oplus", "⊕"), ("ominus", "⊖"), ("otimes", "⊗"), ("odot", "⊙"), ("cup", "∪"), ("cap", "∩"),
    ("setminus", "∖"), ("wedge", "∧"), ("land", "∧"), ("vee", "∨"), ("lor", "∨"), ("sqcup", "⊔"), ("sqcap", "⊓"),
    ("uplus", "⊎"), ("dagger", "†"), ("diamond", "⋄"),
  ]

  /// Operators that grow in displays and take limits there.
  static let large = [
    ("sum", "∑"), ("prod", "∏"), ("coprod", "∐"), ("bigcup", "⋃"), ("bigcap", "⋂"), ("bigoplus", "⨁"),
    ("bigotimes", "⨂"), ("bigodot", "⨀"), ("bigvee", "⋁"), ("bigwedge", "⋀"), ("bigsqcup", "⨆"),
  ]

  /// Operators that grow in displays but keep their limits at the side.
  static let integrals = [("int", "∫"), ("iint", "∬"), ("iiint", "∭"), ("oint", "∮")]

  static let ordinary = [
    ("infty", "∞"), ("nabla", "∇"), ("forall", "∀"), ("exists", "∃"), ("nexists", "∄"), ("emptyset", "∅"),
    ("varnothing", "∅"), ("neg", "¬"), ("lnot", "¬"), ("top", "⊤"), ("bot", "⊥"), ("angle", "∠"), ("triangle", "△"),
    ("prime", "′"), ("vdots", "⋮"), ("surd", "√"), ("square", "□"), ("blacksquare", "■"), ("checkmark", "✓"),
    ("%", "%"), ("#", "#"), ("$", "$"), ("&", "&"), ("_", "_"), ("S", "§"),
  ]

  static let dots = [
    ("ldots", "…"), ("dots", "…"), ("dotsc", "…"), ("cdots", "⋯"), ("dotsb", "⋯"), ("dotsm", "⋯"), ("ddots", "⋱"),
  ]

  /// What a keyboard has.
  static let typed: [Unicode.Scalar: Symbol] = {
    var table: [Unicode.Scalar: Symbol] = [
      "+": Symbol("+", .binary), "-": Symbol("−", .binary), "*": Symbol("∗", .binary, plain: "*"),
      "=": Symbol("=", .relation), "<": Symbol("<", .relation), ">": Symbol(">", .relation),
      ":": Symbol(":", .relation), ",": Symbol(",", .punctuation), ";": Symbol(";", .punctuation),
      "!": Symbol("!", .closing), "?": Symbol("?", .closing), "/": Symbol("/", .ordinary, isOperator: true),
      "|": Symbol("|", .ordinary, isOperator: true), "(": Symbol("(", .opening), "[": Symbol("[", .opening),
      ")": Symbol(")", .closing), "]": Symbol("]", .closing), "−": Symbol("−", .binary),
      "·": Symbol("⋅", .binary), "…": Symbol("…", .inner),
    ]
    // A symbol typed as itself is what its command gives.
    let pairs =
      relations.map { ($0.1, AtomClass.relation) } + arrows.map { ($0.1, .relation) } + binary.map { ($0.1, .binary) }
      + [("∞", .ordinary), ("∇", .ordinary), ("∀", .ordinary), ("∃", .ordinary), ("∅", .ordinary), ("⊤", .ordinary)]
    for (text, atom) in pairs {
      if let scalar = text.unicodeScalars.first, table[scalar] == nil { table[scalar] = Symbol(text, atom) }
    }
    for (text, limits) in [("∑", Limits.inDisplay), ("∏", .inDisplay), ("∫", .never)] {
      if let scalar = text.unicodeScalars.first { table[scalar] = Symbol(text, .largeOperator, limits: limits) }
    }
    return table
  }()
}

extension Command {
  /// The commands that stand for one character.
  static let symbols: [Command] =
    Symbol.relations.map { Command($0.0, Symbol($0.1, .relation, plain: $0.0 == "mid" ? "|" : nil)) }
    + Symbol.arrows.map { Command($0.0, Symbol($0.1, .relation)) }
    + Symbol.implications.map { Command($0.0, Spaced(symbol: Symbol($0.1, .relation), mu: 5)) }
    + Symbol.binary.map { Command($0.0, Symbol($0.1, .binary)) }
    + Symbol.large.map { Command($0.0, Symbol($0.1, .largeOperator, limits: .inDisplay, plain: plainForms[$0.0])) }
    + Symbol.integrals.map { Command($0.0, Symbol($0.1, .largeOperator)) }
    + Symbol.ordinary.map { Command($0.0, Symbol($0.1, .ordinary, isOperator: $0.0 == "prime")) }
    + Symbol.dots.map { Command($0.0, Symbol($0.1, .inner)) }
    + Delimiter.symbols.map { Command($0.name, Symbol($0.text, $0.atom, isOperator: true)) }
    + [
      Command("colon", Symbol(":", .punctuation)), Command("vcentcolon", Symbol(":", .relation)),
    ]

  /// Greek capitals read better than their larger mathematical forms.
  private static let plainForms = ["sum": "Σ", "prod": "Π"]
}

/// A relation with a wide space on either side.
struct Spaced: MathNode {
  var symbol: Symbol
  var mu: Int

  var leading: AtomClass? { .relation }

  func element(in style: MathStyle) -> Element {
    Element("mrow", [.space(mu), symbol.element(in: style), .space(mu)])
  }
  func plainText(inScript: Bool) -> String { symbol.plainText(inScript: inScript) }
}
