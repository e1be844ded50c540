internal import Wording

/// How the values of one axis are written: all with the same number of decimals, or all as powers of ten.
package enum TickLabels {
  /// Plain decimals while they stay short, otherwise `2 × 10⁷`.
  package static func decimal(_ values: [Double]) -> [RichText] {
    let largest = values.map(abs).max() ?? 0
    guard largest > 0 else { return values.map { RichText(NumberFormat.fixed(0).string($0)) } }
    guard largest < 1e7, let decimals = (0...6).first(where: { exact(values, decimals: $0, largest: largest) }) else {
      return values.map { scientific($0, largest: largest, among: values) }
    }
    // 1,000 needs no comma to be read, but beside 10,000 it does.
    let format = NumberFormat(.fixed, precision: decimals, groups: true)
    return values.map { RichText(format.string($0)) }
  }

  /// `10⁻²`, with a raised exponent.
  package static func power(_ exponent: Int) -> RichText {
    RichText("10") + .superscript(exponent < 0 ? "−\(-exponent)" : "\(exponent)")
  }

  /// `2 × 10⁷`; 0 is `0` and 1 × is left out.
  private static func scientific(_ value: Double, largest: Double, among values: [Double]) -> RichText {
    guard value != 0 else { return "0" }
    let exponent = Decade.floor(largest)
    let unit = Decade.power(exponent)
    let mantissas = values.map { $0 / unit }
    let decimals = (0...6).first { exact(mantissas, decimals: $0, largest: 10) } ?? 6
    let mantissa = NumberFormat.fixed(decimals).string(value / unit)
    return mantissa == "1" ? power(exponent) : RichText(mantissa + " × ") + power(exponent)
  }

  private static func exact(_ values: [Double], decimals: Int, largest: Double) -> Bool {
    let unit = Decade.power(decimals)
    return values.allSatisfy { abs($0 * unit - ($0 * unit).rounded()) <= 1e-9 * max(1, largest * unit) }
      && (decimals == 6 || largest * unit >= 1)
  }
}

extension TickLabels {
  /// A value with the decimals it needs itself, as on a logarithmic axis.
  package static func own(_ value: Double) -> RichText { decimal([value])[0] }
}
