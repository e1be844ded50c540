import Testing
import Wording

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (".1f", 2322.191743, "2322.2"), (".0f", 0.5, "0"), (".2f", -0.004, "0.00"), (".2f", -0.006, "−0.01"),
    (",d", 1599, "1,599"), (",d", -1234567.4, "−1,234,567"), ("d", 12.5, "12"), (",.1f", 12345.67, "12,345.7"),
    (",d", 999, "999"), (".3e", 0.00000356, "3.560\u{A0}×\u{A0}10⁻⁶"), (".1e", 12, "1.2\u{A0}×\u{A0}10¹"),
    (".1e", 1.25, "1.2"), (".4g", 0.73416, "0.7342"), (".4g", 0.5, "0.5"), (".4g", 1234567.5, "1.235\u{A0}×\u{A0}10⁶"),
    (".3g", 1e-7, "1\u{A0}×\u{A0}10⁻⁷"), (".3g", 272, "272"), ("%", 0.357, "36 %"), (".1%", 0.3574, "35.7 %"),
    ("g", .infinity, "∞"), (".1f", -.infinity, "−∞"), (".1f", .nan, "NaN"),
  ])
  func writes(format: String, value: Double, expected: String) throws {
    #expect(try #require(NumberFormat(format)).string(value) == expected)
  }

  @Test(arguments: ["", "f1", ".f", ".-1f", "1.2f", ".2d", ".99f", ".1x", "., f"])
  func refuses(format: String) {
    #expect(NumberFormat(format) == nil)
  }

  @Test func plainKeepsWholeNumbersWhole() {
    #expect(NumberFormat.plain.string(1_034_001) == "1034001")
    #expect(NumberFormat.plain.string(-1034.0017498) == "−1034")
    #expect(NumberFormat.plain.string(54.6148561) == "54.6149")
  }
}
