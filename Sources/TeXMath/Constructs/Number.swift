/// A number with its decimal point and its grouping, one element.
struct Number: MathNode {
  /// As typed, `{,}` read as a comma.
  var digits: String
  var alphabet: Alphabet

  func element(in style: MathStyle) -> Element { Element("mn", alphabet.letters(digits)) }
  func plainText(inScript: Bool) -> String { digits }
}

extension Parser {
  /// Reads `3`, `0.25`, `.5` and `1{,}599`; a lone point is punctuation. `single` reads one digit, as TeX does for an
  /// argument without braces.
  mutating func number(startingWith first: Unicode.Scalar, single: Bool) -> any MathNode {
    var digits = String(first)
    var pointed = first == "."
    while !single || digits == "." {
      var ahead = scanner
      guard case .character(let scalar) = ahead.next().kind else { break }
      if Scanner.isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
      } else if let mark = Self.mark(scalar, &ahead, pointed: pointed) {
        if mark == "." { pointed = true }
        digits += mark
      } else {
        break
      }
      scanner = ahead
    }
    return digits == "." ? Symbol(".", .ordinary, isOperator: true) : Number(digits: digits, alphabet: numerals)
  }

  /// A decimal point or a braced comma, when a digit follows it.
  private static func mark(_ scalar: Unicode.Scalar, _ ahead: inout Scanner, pointed: Bool) -> String? {
    var mark = "."
    if scalar == "{" {
      guard ahead.next().isCharacter(","), ahead.next().isCharacter("}") else { return nil }
      mark = ","
    } else if scalar != "." || pointed {
      return nil
    }
    guard case .character(let digit) = ahead.peek.kind, Scanner.isDigit(digit) else { return nil }
    return mark
  }

  private var numerals: Alphabet {
    switch alphabet {
    case .normal: bold ? .bold : .roman
    case .italic, .script, .fraktur: .roman
    default: alphabet
    }
  }
}
