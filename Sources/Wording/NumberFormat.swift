#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a number is written for a reader: `.1f`, `.3e`, `.4g`, `,d`, `,.2f`, `%`, `.1%`.
///
/// The letters are those of Python's format language. What is printed is set for reading: a true minus sign (U+2212),
/// powers of ten as `1.25 × 10⁻⁶` rather than `1.25e-06`, thousands in groups of three after a `,`. The result never
/// depends on the locale.
package struct NumberFormat: Sendable, Hashable {
  package enum Style: Sendable, Hashable {
    /// A fixed number of decimals.
    case fixed
    /// One digit before the point and a power of ten.
    case exponent
    /// A number of significant digits, trailing zeros dropped, a power of ten when very large or very small.
    case general
    /// Rounded to a whole number.
    case integer
    /// A fixed number of decimals of a hundred times the value, followed by a percent sign.
    case percent
  }

  package var style: Style
  package var precision: Int
  package var groups: Bool

  package init(_ style: Style, precision: Int = 0, groups: Bool = false) {
    self.style = style
    self.precision = precision
    self.groups = groups
  }

  /// `2` decimals.
  package static func fixed(_ decimals: Int) -> NumberFormat { NumberFormat(.fixed, precision: decimals) }
  /// `4` significant digits.
  package static func significant(_ digits: Int) -> NumberFormat { NumberFormat(.general, precision: digits) }
  /// Whole numbers with thousands grouped: `1,599`.
  package static let count = NumberFormat(.integer, groups: true)
  /// What an inline value without a format is written in: whole numbers in full, others to 6 significant digits.
  package static let plain = NumberFormat(.general, precision: 6)

  /// Reads a format such as `.1f`; `nil` when the text is not one.
  package init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    groups = rest.first == ","
    if groups { rest.removeFirst() }
    guard let letter = rest.popLast() else { return nil }
    var digits: Int?
    if rest.first == "." {
      rest.removeFirst()
      guard let n = Int(rest), (0...17).contains(n), rest.allSatisfy(\.isNumber) else { return nil }
      digits = n
      rest = ""
    }
    guard rest.isEmpty else { return nil }
    switch letter {
    case "f": (style, precision) = (.fixed, digits ?? 6)
    case "e": (style, precision) = (.exponent, digits ?? 6)
    case "g": (style, precision) = (.general, max(1, digits ?? 6))
    case "%": (style, precision) = (.percent, digits ?? 0)
    case "d" where digits == nil: (style, precision) = (.integer, 0)
    default: return nil
    }
  }

  /// The value as a reader sees it. NaN is `NaN`, infinities are `∞` and `−∞`.
  package func string(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "−∞" : "∞" }
    switch style {
    case .fixed: return dressed(printed(value, "f", precision))
    case .integer: return dressed(printed(value, "f", 0))
    case .percent: return dressed(printed(value * 100, "f", precision)) + " %"
    case .exponent: return scientific(printed(value, "e", precision), dropZeros: false)
    case .general: return general(value)
    }
  }

  private func general(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return dressed(printed(value, "f", 0)) }
    let scientific = printed(value, "e", precision - 1)
    let parts = scientific.split(separator: "e")
    let exponent = Int(parts[1]) ?? 0
    if exponent < -4 || exponent >= max(precision, 6) { return self.scientific(scientific, dropZeros: true) }
    return dressed(Self.droppingZeros(printed(value, "f", max(0, precision - 1 - exponent))))
  }

  private func scientific(_ text: String, dropZeros: Bool) -> String {
    let parts = text.split(separator: "e")
    let mantissa = dropZeros ? Self.droppingZeros(String(parts[0])) : String(parts[0])
    guard let exponent = Int(parts[1]), exponent != 0 else { return dressed(mantissa) }
    return dressed(mantissa) + "\u{A0}×\u{A0}10" + Self.superscript(exponent)
  }

  /// An integer in superscript digits: `−6` is `⁻⁶`.
  package static func superscript(_ number: Int) -> String {
    let digits: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]
    return String(String(number).map { digits[$0] ?? $0 })
  }

  private static func droppingZeros(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// Adds the grouping and the minus sign; a value that rounds to zero has no sign.
  private func dressed(_ text: String) -> String {
    let negative = text.first == "-" && text.contains { ("1"..."9").contains($0) }
    let magnitude = text.drop { $0 == "-" }
    let whole = magnitude.prefix { $0 != "." }
    var grouped = ""
    for (position, digit) in whole.enumerated() {
      if groups, position > 0, (whole.count - position) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return (negative ? "−" : "") + grouped + magnitude.dropFirst(whole.count)
  }

  /// C's correctly rounded decimal digits, in the C locale (the program never sets another).
  private func printed(_ value: Double, _ letter: String, _ digits: Int) -> String {
    var buffer = [CChar](repeating: 0, count: 400)
    let count = withVaList([Int32(digits), value]) { vsnprintf(&buffer, buffer.count, "%.*\(letter)", $0) }
    return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
