/// The leading 128 bits of the powers of five that a decimal number can meet on its way to a double.
enum PowersOfFive {
  /// The exponents there are: below them every number of 19 digits is less than the smallest double, above them larger
  /// than the largest.
  static let exponents = -342...308

  /// For each exponent two words, the higher first, of ⌊5^q · 2^b⌋ with the b that brings it between 2¹²⁷ and 2¹²⁸.
  static let words: [UInt64] =
    negative.reversed().flatMap { [$0.high, $0.low] } + positive.flatMap { [$0.high, $0.low] }

  /// 5⁰, 5¹, …, from products written out in full.
  private static var positive: [(high: UInt64, low: UInt64)] {
    var power: [UInt64] = [1]
    var leading = [leadingBits(power)]
    for _ in 0..<exponents.upperBound {
      var carry: UInt64 = 0
      for place in power.indices {
        let product = power[place].multipliedFullWidth(by: 5)
        let (sum, overflow) = product.low.addingReportingOverflow(carry)
        power[place] = sum
        carry = product.high + (overflow ? 1 : 0)
      }
      if carry > 0 { power.append(carry) }
      leading.append(leadingBits(power))
    }
    return leading
  }

  /// 5⁻¹, 5⁻², …: a power of two divided by five again and again. Rounding down at every step is rounding down once,
  /// and the power of two is large enough to leave more than 128 bits after the last.
  private static var negative: [(high: UInt64, low: UInt64)] {
    var quotient = [UInt64](repeating: 0, count: 18) + [1]
    return (0..<(-exponents.lowerBound)).map { _ in
      var remainder: UInt64 = 0
      for place in quotient.indices.reversed() {
        (quotient[place], remainder) = (5 as UInt64).dividingFullWidth((remainder, quotient[place]))
      }
      return leadingBits(quotient)
    }
  }

  /// The first 128 bits from the highest that is set on.
  ///
  /// - Parameter words: the lowest first.
  private static func leadingBits(_ words: [UInt64]) -> (high: UInt64, low: UInt64) {
    let top = words.lastIndex { $0 != 0 } ?? 0
    func word(_ place: Int) -> UInt64 { place >= 0 ? words[place] : 0 }
    let shift = UInt64(words[top].leadingZeroBitCount)
    return (
      word(top) << shift | word(top - 1) >> (64 - shift), word(top - 1) << shift | word(top - 2) >> (64 - shift)
    )
  }
}
