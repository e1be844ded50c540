/// The alphabets of mathematics, which Unicode holds as characters of their own.
enum Alphabet: Sendable, Hashable {
  /// Italic Latin and lowercase Greek, upright capitals of Greek: what TeX sets by default.
  case normal
  case roman, italic, bold, boldItalic, script, boldScript, fraktur, doubleStruck, sans, boldSans, monospace

  /// Letters side by side are a word rather than a product.
  var makesWords: Bool { [.roman, .italic, .sans, .monospace].contains(self) }

  func emboldened(_ bold: Bool) -> Alphabet {
    guard bold else { return self }
    switch self {
    case .roman: return .bold
    case .normal, .italic: return .boldItalic
    case .script: return .boldScript
    case .sans: return .boldSans
    default: return self
    }
  }

  /// The plain letters as letters of this alphabet; what it lacks stays as it is.
  func letters(_ plain: String) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in plain.unicodeScalars { letters.append(letter(scalar)) }
    return String(letters)
  }

  /// - SeeAlso: The Unicode Standard, chapter 22.2, *Mathematical Alphanumeric Symbols*. Characters that were encoded
  ///   before the block have their places in it left empty.
  private func letter(_ plain: Unicode.Scalar) -> Unicode.Scalar {
    let value = plain.value
    if let early = Self.early[self]?[plain] { return early }
    let (start, offset): (UInt32?, UInt32)
    switch value {
    case 0x41...0x5A: (start, offset) = (latin, value - 0x41)
    case 0x61...0x7A: (start, offset) = (latin, value - 0x61 + 26)
    case 0x30...0x39: (start, offset) = (digits, value - 0x30)
    case 0x391...0x3A9: (start, offset) = (greek, value - 0x391)
    case 0x3B1...0x3C9: (start, offset) = (greek, value - 0x3B1 + 26)
    default:
      guard let place = Self.greekVariants.firstIndex(of: plain) else { return plain }
      (start, offset) = (greek, UInt32(51 + place))
    }
    return start.flatMap { Unicode.Scalar($0 + offset) } ?? plain
  }

  private var latin: UInt32? {
    switch self {
    case .normal, .roman: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .script: 0x1D49C
    case .boldScript: 0x1D4D0
    case .fraktur: 0x1D504
    case .doubleStruck: 0x1D538
    case .sans: 0x1D5A0
    case .boldSans: 0x1D5D4
    case .monospace: 0x1D670
    }
  }

  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    default: nil
    }
  }

  private var digits: UInt32? {
    switch self {
    case .bold, .boldItalic: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sans: 0x1D7E2
    case .monospace: 0x1D7F6
    default: nil
    }
  }

  private static let greekVariants: [Unicode.Scalar] = ["∂", "ϵ", "ϑ", "ϰ", "ϕ", "ϱ", "ϖ"]

  private static let early: [Alphabet: [Unicode.Scalar: Unicode.Scalar]] = [
    .italic: ["h": "ℎ"],
    .script: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ", "o": "ℴ",
    ],
    .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
    .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
  ]
}
