package import Wording

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Numbers that stand below one another, all with the same number of decimals.
///
/// The largest shows four significant digits and the smallest two, but none shows more decimals than the numbers have;
/// whole numbers stay whole. When their sizes differ too much for that, each is written to four digits. A missing
/// number is a dash.
///
/// - Parameter decimals: overrides the choice.
package func alignedNumbers(_ numbers: [Double], decimals: Int? = nil) -> [String] {
  let format = decimals.map { NumberFormat(.fixed, precision: $0, groups: true) } ?? columnFormat(of: numbers)
  return numbers.map { $0.isNaN ? "–" : format.string($0) }
}

/// Numbers on the scale of one variable, all with the same number of decimals: so many that its spread shows three
/// significant digits, but no more than the numbers have.
///
/// - Parameter spread: the variable's standard deviation; `nil`, 0 and ∞ leave the choice to the numbers.
package func alignedNumbers(_ numbers: [Double], spread: Double?) -> [String] {
  guard let spread, spread > 0, spread.isFinite else { return alignedNumbers(numbers) }
  let largest = numbers.filter(\.isFinite).map(abs).max() ?? 0
  let decimals = min(max(2 - decade(of: spread), 0), numbers.map(decimalsShown).max() ?? 0)
  let digits = decimals + (largest > 0 ? decade(of: largest) : 0)
  return alignedNumbers(numbers, decimals: decimals > 9 || digits > 12 ? nil : decimals)
}

/// The one format that suits all of these numbers in a column.
package func columnFormat(of numbers: [Double]) -> NumberFormat {
  let sizes = numbers.lazy.filter { $0.isFinite && $0 != 0 }.map(abs)
  guard let largest = sizes.max(), let smallest = sizes.min() else { return .count }
  let resolution = numbers.lazy.map { decimalsShown(by: $0) }.max() ?? 0
  if resolution == 0, largest < 1e9 { return .count }
  let wanted = max(3 - decade(of: largest), 1 - decade(of: smallest), 0)
  let decimals = min(wanted, resolution)
  if decimals > 6 || decade(of: largest) + decimals > 9 { return .significant(4) }
  return NumberFormat(.fixed, precision: decimals, groups: true)
}

/// The power of ten of a positive number's first digit.
func decade(of size: Double) -> Int { Int(log10(size).rounded(.down)) }

/// How many decimals a number needs to be written to twelve significant digits: what rounding errors leave unchanged.
func decimalsShown(by number: Double) -> Int {
  guard number.isFinite, number != 0 else { return 0 }
  let most = max(0, 11 - decade(of: abs(number)))
  return (0..<most).first { decimals in
    let scaled = number * pow(10, Double(decimals))
    return abs(scaled - scaled.rounded()) <= 1e-12 * abs(scaled)
  } ?? most
}
