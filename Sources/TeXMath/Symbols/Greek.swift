extension Command {
  /// The letters of Greek; capitals that look Latin have no command, as in TeX.
  static let greek: [Command] = greekLetters.map { name, letter in
    Command(name) { parser, _ in parser.letter(letter) }
  }

  private static let greekLetters = [
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ϵ"), ("varepsilon", "ε"),
    ("zeta", "ζ"), ("eta", "η"), ("theta", "θ"), ("vartheta", "ϑ"), ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"),
    ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"), ("omicron", "ο"), ("pi", "π"), ("varpi", "ϖ"), ("rho", "ρ"),
    ("varrho", "ϱ"), ("sigma", "σ"), ("varsigma", "ς"), ("tau", "τ"), ("upsilon", "υ"), ("phi", "ϕ"),
    ("varphi", "φ"), ("chi", "χ"), ("psi", "ψ"), ("omega", "ω"), ("Gamma", "Γ"), ("Delta", "Δ"), ("Theta", "Θ"),
    ("Lambda", "Λ"), ("Xi", "Ξ"), ("Pi", "Π"), ("Sigma", "Σ"), ("Upsilon", "Υ"), ("Phi", "Φ"), ("Psi", "Ψ"),
    ("Omega", "Ω"), ("partial", "∂"),
  ]

  /// Letters of Latin that have commands.
  static let letters: [Command] = [
    ("ell", "ℓ"), ("hbar", "ℏ"), ("imath", "𝚤"), ("jmath", "𝚥"), ("Re", "ℜ"), ("Im", "ℑ"), ("aleph", "ℵ"),
  ].map { name, letter in Command(name, Letter(letters: letter, alphabet: .roman)) }
}
