extension Symbol {
  static let relations = [
    ("le", "≤"), ("leq", "≤"), ("ge", "≥"), ("geq", "≥"), ("ne", "≠"), ("neq", "≠"), ("lt", "<"), ("gt", ">"),
    ("ll", "≪"), ("gg", "≫"), ("leqslant", "⩽"), ("geqslant", "⩾"), ("lesssim", "≲"), ("gtrsim", "≳"),
    ("approx", "≈"), ("sim", "∼"), ("simeq", "≃"), ("cong", "≅"), ("equiv", "≡"), ("propto", "∝"), ("asymp", "≍"),
    ("doteq", "≐"), ("triangleq", "≜"), ("coloneqq", "≔"), ("coloneq", "≔"), ("in", "∈"), ("notin", "∉"), ("ni", "∋"),
    ("subset", "⊂"), ("supset", "⊃"), ("subseteq", "⊆"), ("supseteq", "⊇"), ("subsetneq", "⊊"), ("supsetneq", "⊋"),
    ("mid", "∣"), ("nmid", "∤"), ("parallel", "∥"), ("nparallel", "∦"), ("perp", "⟂"), ("vdash", "⊢"), ("models", "⊨"),
    ("prec", "≺"), ("succ", "≻"), ("preceq", "⪯"), ("succeq", "⪰"),
  ]

  static let arrows = [
    ("to", "→"), ("rightarrow", "→"), ("leftarrow", "←"), ("gets", "←"), ("leftrightarrow", "↔"), ("mapsto", "↦"),
    ("longrightarrow", "⟶"), ("longleftarrow", "⟵"), ("longleftrightarrow", "⟷"), ("longmapsto", "⟼"),
    ("Rightarrow", "⇒"), ("Leftarrow", "⇐"), ("Leftrightarrow", "⇔"), ("Longrightarrow", "⟹"), ("Longleftarrow", "⟸"),
    ("Longleftrightarrow", "⟺"), ("hookrightarrow", "↪"), ("uparrow", "↑"), ("downarrow", "↓"), ("updownarrow", "↕"),
    ("nearrow", "↗"), ("searrow", "↘"), ("rightharpoonup", "⇀"),
  ]

  /// Arrows that amsmath sets with a space on either side.
  static let implications = [("iff", "⟺"), ("implies", "⟹"), ("impliedby", "⟸")]

  /// What `\not` makes of a relation.
  static let negations: [String: String] = [
    "=": "≠", "∈": "∉", "∋": "∌", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "∼": "≁", "≈": "≉", "≡": "≢", "⊂": "⊄",
    "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "∣": "∤", "∥": "∦", "→": "↛", "⇒": "⇏", "⇔": "⇎", "∃": "∄", "≃": "≄", "≅": "≇",
  ]
}
