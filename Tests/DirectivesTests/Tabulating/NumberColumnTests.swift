import Directives
import Testing

@Suite struct NumberColumnTests {
  @Test(
    arguments: [
      ([1, 20, 300], ["1", "20", "300"]),
      ([1599, 12], ["1,599", "12"]),
      ([7.4, 7.8, 11.2], ["7.4", "7.8", "11.2"]),
      ([0.9978, 0.99], ["0.9978", "0.9900"]),
      ([8.319637, 46.467792, 0.087467], ["8.320", "46.468", "0.087"]),
      ([1.5, .nan, -2], ["1.5", "–", "−2.0"]),
      ([0, 0], ["0", "0"]),
      ([], []),
      ([1.0 / 3, 2.0 / 3], ["0.3333", "0.6667"]),
      ([123456.789, 0.5], ["123,456.79", "0.50"]),
      ([.infinity, 1.25], ["∞", "1.25"]),
      ([3.5e-9, 1.25], ["3.5\u{A0}×\u{A0}10⁻⁹", "1.25"]),
      ([1e12 + 0.5, 1], ["1\u{A0}×\u{A0}10¹²", "1"]),
    ] as [([Double], [String])])
  func shareTheirDecimals(numbers: [Double], expected: [String]) {
    #expect(alignedNumbers(numbers) == expected)
  }

  @Test(
    arguments: [
      ([38.791, 2.663, 46], 2.663, ["38.79", "2.66", "46.00"]),
      ([-2.4e-17, 1.0043, 3.8], 1.0043, ["0.00", "1.00", "3.80"]),
      ([3700.66, 458.57, 2850], 458.57, ["3,701", "459", "2,850"]),
      ([6, 1, 5], 1.0, ["6", "1", "5"]),
      ([3.022e150, 3.257e150], 3.257e150, ["3.022\u{A0}×\u{A0}10¹⁵⁰", "3.257\u{A0}×\u{A0}10¹⁵⁰"]),
      ([7, 0], 0.0, ["7", "0"]),
      ([7.25], nil, ["7.25"]),
    ] as [([Double], Double?, [String])])
  func showAsManyDecimalsAsTheSpreadNeeds(numbers: [Double], spread: Double?, expected: [String]) {
    #expect(alignedNumbers(numbers, spread: spread) == expected)
  }

  @Test func obeyTheDecimalsGiven() {
    #expect(alignedNumbers([1, 2.345], decimals: 2) == ["1.00", "2.35"])
  }
}
