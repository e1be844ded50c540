package import Wording

/// Pieces of TeX for programs that generate formulas.
package enum TeX {
  /// A number as TeX writes it: `-1.25\times 10^{-6}`, `1{,}599`, `\infty`.
  package static func number(_ value: Double, _ format: NumberFormat = .plain) -> String {
    format.string(value)
  }

  /// A number that follows an operator: in parentheses when it begins with a minus sign.
  package static func operand(_ value: Double, _ format: NumberFormat = .plain) -> String {
    value < 0 ? "(" + number(value, format) + ")" : number(value, format)
  }

  /// Words within a formula: `\text{…}` with TeX's special characters escaped.
  package static func text(_ words: String) -> String { "\\text{\(words)}" }

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
