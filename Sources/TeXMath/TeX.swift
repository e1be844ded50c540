package import Wording

/// Pieces of TeX for programs that generate formulas.
package enum TeX {
  /// The commands of the subset, without their backslash, in the order of their tables.
  package static var commands: [String] { Command.names }

  /// What may stand in `\begin{…}`.
  package static var environments: [String] { Environment.all.map(\.name) }

  /// A number as TeX writes it: `-1.25\times 10^{-6}`, `1{,}599`, `\infty`.
  package static func number(_ value: Double, _ format: NumberFormat = .plain) -> String {
    if value.isNaN { return "\\text{NaN}" }
    if value.isInfinite { return value < 0 ? "-\\infty" : "\\infty" }
    var text = format.string(value).replacing(",", with: "{,}").replacing("−", with: "-")
    text = text.replacing(" %", with: "\\,\\%")
    guard let times = text.firstIndex(of: "×") else { return text }
    let mantissa = text[..<times].filter { $0 != "\u{A0}" }
    return mantissa + "\\times 10^{" + exponent(text[times...]) + "}"
  }

  /// The exponent of `× 10⁻⁶` in plain digits.
  private static func exponent(_ power: Substring) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return power.compactMap { character in
      character == "⁻" ? "-" : digits.firstIndex(of: character).map(String.init)
    }.joined()
  }

  /// A number that follows an operator: in parentheses when it begins with a minus sign.
  package static func operand(_ value: Double, _ format: NumberFormat = .plain) -> String {
    let number = number(value, format)
    return number.hasPrefix("-") ? "(" + number + ")" : number
  }

  /// Words within a formula: `\text{…}` with TeX's special characters escaped.
  package static func text(_ words: String) -> String {
    var escaped = ""
    for character in words {
      switch character {
      case "%", "#", "&", "$", "_", "{", "}": escaped += "\\" + String(character)
      case "\\": escaped += "\\textbackslash{}"
      case "~": escaped += "∼"
      default: escaped.append(character)
      }
    }
    return "\\text{" + escaped + "}"
  }

  /// A column vector in brackets.
  package static func vector(_ values: [Double], _ format: NumberFormat = .plain) -> String {
    matrix(values.map { [$0] }, format)
  }

  /// A matrix in brackets, given by its rows.
  package static func matrix(_ rows: [[Double]], _ format: NumberFormat = .plain) -> String {
    let lines = rows.map { row in row.map { number($0, format) }.joined(separator: " & ") }
    return "\\begin{bmatrix}" + lines.joined(separator: " \\\\ ") + "\\end{bmatrix}"
  }
}
