import CPangoCairo

/// A span as it is shaped: raised and lowered text uses the face's own small figures where it has them all, which are
/// drawn as heavy as the text beside them, and is scaled down otherwise.
struct SetSpan {
  let text: String
  private let rise: Double?
  private let italic: Bool

  init(_ span: RichText.Span) {
    italic = span.italic
    let forms: [Character: Character]
    let shift: Double
    switch span.script {
    case .normal:
      (text, rise) = (span.text, nil)
      return
    case .superscript: (forms, shift) = (Self.superscripts, 0.36)
    case .subscript: (forms, shift) = (Self.subscripts, -0.16)
    }
    let drawn = span.text.compactMap { forms[$0] }
    (text, rise) = drawn.count == span.text.count ? (String(drawn), nil) : (span.text, shift)
  }

  /// New attributes without their range, owned by the caller.
  func attributes(size: Double) -> [UnsafeMutablePointer<PangoAttribute>] {
    var result: [UnsafeMutablePointer<PangoAttribute>?] = []
    if italic { result.append(pango_attr_style_new(PANGO_STYLE_ITALIC)) }
    if let rise {
      result.append(pango_attr_size_new_absolute(CInt((size * 0.7 * Double(PANGO_SCALE)).rounded())))
      result.append(pango_attr_rise_new(CInt((size * rise * Double(PANGO_SCALE)).rounded())))
    }
    return result.compactMap(\.self)
  }

  private static let superscripts = table("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
  private static let subscripts = table("0123456789+-−=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ")

  private static func table(_ letters: String, _ forms: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(letters, forms))
  }
}
