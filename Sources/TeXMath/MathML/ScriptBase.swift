/// TeX sets the scripts of a single letter at fixed heights, MathML by the box of the base: the index of μ, which hangs
/// below the line, would stand lower than that of Σ, and the exponent of an accented letter higher than that of a plain
/// one. So such a base claims less than its box.
extension Element {
  func asBase(hasSubscript: Bool, hasSuperscript: Bool) -> Element {
    guard let letter = accentedLetter else { return self }
    var padded = Element("mpadded", [self])
    if hasSuperscript, name == "mover" { padded.setAttribute("height", "0.66em") }
    if hasSubscript, letter.unicodeScalars.allSatisfy(Self.descenders.contains) {
      padded.setAttribute("depth", "0em")
    }
    return padded.attributes.isEmpty ? self : padded
  }

  /// The letter of an `<mi>`, or under an accent.
  private var accentedLetter: String? {
    switch content {
    case .text(let text):
      return name == "mi" && text.unicodeScalars.count == 1 ? text : nil
    case .children(let children):
      let isAccent = name == "mover" && attributes.contains { $0.name == "accent" }
      return isAccent ? children[0].accentedLetter : nil
    }
  }

  private static let descenders: Set<Unicode.Scalar> = {
    var scalars = Set<Unicode.Scalar>()
    for alphabet in [Alphabet.roman, .italic, .bold, .boldItalic] {
      scalars.formUnion(alphabet.letters("fgjpqyQβγζημξρςφϕχψϱ").unicodeScalars)
    }
    return scalars
  }()
}
