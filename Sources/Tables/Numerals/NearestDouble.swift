/// The double nearest to `digits` · 10^`exponent`, ties to the even one; `nil` in the rare cases that this way cannot
/// decide: the number lies within 2⁻⁷³ of the middle between two doubles, or is subnormal or too large.
///
/// Up to 2⁵³, with a power of ten no larger than 22, both parts are exact in doubles, so that one multiplication or
/// division rounds correctly (Clinger, *How to read floating point numbers accurately*, PLDI 1990). Otherwise the digits
/// are multiplied by the leading 128 bits of the power of five (Lemire, *Number parsing at a gigabyte per second*,
/// Software: Practice and Experience 51(8), 2021).
@inline(__always)
func nearestDouble(_ digits: UInt64, _ exponent: Int) -> Double? {
  if digits <= 1 << 53, abs(exponent) <= 22 {
    let value = Double(digits)
    return exponent < 0 ? value / powersOfTen[-exponent] : value * powersOfTen[exponent]
  }
  if digits == 0 { return 0 }
  return nearestByPowerOfFive(digits, exponent)
}

private func nearestByPowerOfFive(_ digits: UInt64, _ exponent: Int) -> Double? {
  guard PowersOfFive.exponents.contains(exponent) else { return nil }
  let words = PowersOfFive.words
  let place = 2 * (exponent - PowersOfFive.exponents.lowerBound)
  let zeros = digits.leadingZeroBitCount
  let normalized = digits << UInt64(zeros)
  // The product of 64 and 128 bits, of which the lowest 64 are left away. The power was rounded down by less than one
  // unit of its last bit, so the true product lies less than two units of `low` above `high` · 2⁶⁴ + `low`.
  let upper = normalized.multipliedFullWidth(by: words[place])
  let lower = normalized.multipliedFullWidth(by: words[place + 1])
  let (low, carries) = upper.low.addingReportingOverflow(lower.high)
  let high = upper.high &+ (carries ? 1 : 0)
  // The highest bit set is the first or the second.
  let dropped = 10 + high >> 63
  let rest = high & (1 << dropped &- 1)
  let half: UInt64 = 1 << (dropped &- 1)
  if rest == half && low == 0 || rest == half &- 1 && low >= UInt64.max - 1 { return nil }
  var significand = high >> dropped
  // 217706 / 2¹⁶ approaches the binary logarithm of ten closely enough for every exponent of the table.
  var scale = Int(dropped) + 1 + (217_706 * exponent) >> 16 - zeros
  if rest >= half {
    significand += 1
    if significand == 1 << 53 {
      significand = 1 << 52
      scale += 1
    }
  }
  let biased = scale + 52 + 1023
  guard (1...2046).contains(biased) else { return nil }
  return Double(bitPattern: UInt64(biased) << 52 | significand & (1 << 52 - 1))
}

private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]
