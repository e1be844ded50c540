internal import Wording

/// How the values of one axis are written: all with the same number of decimals, or all as powers of ten.
package enum TickLabels {
  /// Plain decimals while they stay short, otherwise `2 × 10⁷`; in full where a power of ten would be longer still, as
  /// for values that lie close together far from 0.
  package static func decimal(_ values: [Double]) -> [RichText] {
    switch form(of: values) {
    case .plain(let decimals):
      // 1,000 needs no comma to be read, but beside 10,000 it does.
      let format = NumberFormat(.fixed, precision: decimals, groups: true)
      return values.map { RichText(format.string($0)) }
    case .scientific(let exponent, let decimals):
      return values.map { scientific($0, exponent: exponent, decimals: decimals) }
    }
  }

  /// `10⁻²`, with a raised exponent.
  package static func power(_ exponent: Int) -> RichText {
    RichText("10") + .superscript(exponent < 0 ? "−\(-exponent)" : "\(exponent)")
  }

  /// The power of ten that all values are written with; `nil` where they are written without.
  static func commonExponent(_ values: [Double]) -> Int? {
    if case .scientific(let exponent, _) = form(of: values), abs(exponent) < 300 { exponent } else { nil }
  }

  private enum Form {
    case plain(decimals: Int)
    case scientific(exponent: Int, decimals: Int)
  }

  private static func form(of values: [Double]) -> Form {
    let largest = values.map(abs).max() ?? 0
    guard largest > 0, largest.isFinite else { return .plain(decimals: 0) }
    let sorted = values.sorted()
    let step = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? largest
    let plain = (0...15).first { exact(values, decimals: $0, largest: largest, step: step) }
    if let plain, largest < 1e7, plain <= 6 { return .plain(decimals: plain) }
    let exponent = Decade.floor(largest)
    let unit = Decade.power(exponent)
    guard unit > 0, unit.isFinite else { return .scientific(exponent: exponent, decimals: 0) }
    let mantissas = values.map { $0 / unit }
    let decimals = (0...15).first { exact(mantissas, decimals: $0, largest: largest / unit, step: step / unit) } ?? 15
    // ` × 10⁷` is about as long as five digits, and every third digit has a comma.
    let whole = max(1, exponent + 1)
    if let plain, plain + whole + whole / 3 < decimals + 6 { return .plain(decimals: plain) }
    return .scientific(exponent: exponent, decimals: decimals)
  }

  /// `2 × 10⁷`; 0 is `0` and 1 × is left out.
  private static func scientific(_ value: Double, exponent: Int, decimals: Int) -> RichText {
    guard value != 0 else { return "0" }
    let mantissa = NumberFormat.fixed(decimals).string(value / Decade.power(exponent))
    return mantissa == "1" ? power(exponent) : RichText(mantissa + " × ") + power(exponent)
  }

  /// Whether so many decimals tell all values as they are, next to what lies between them.
  private static func exact(_ values: [Double], decimals: Int, largest: Double, step: Double) -> Bool {
    let unit = Decade.power(decimals)
    let slack = max(1e-5 * step, 2 * largest.ulp) * unit
    return values.allSatisfy { abs($0 * unit - ($0 * unit).rounded()) <= slack } && largest * unit >= 1
  }
}

extension TickLabels {
  /// A value with the decimals it needs itself, as on a logarithmic axis.
  package static func own(_ value: Double) -> RichText { decimal([value])[0] }
}
