import Foundation
import Tables
import Testing

@Suite struct NumeralsTests {
  private func parsed(_ text: String) throws -> Double? {
    try CSV(FileBytes(Array("x,y\n\(text),1\n".utf8))).table().columns[0].numbers?.first
  }

  @Test(arguments: [
    "0", "-0", "+1", "1.", ".5", "-.5", "1e3", "1E-3", "1e+22", "1e23", "9007199254740993", "123456789012345678",
    "0.1", "0.30000000000000004", "2.2250738585072014e-308", "4.9e-324", "1.7976931348623157e308", "1e400", "-1e-400",
    "0.000000000000000000000000000001", "12345678901234567890123.5", "7.038531e-26", "8.41e21", "0.99680",
    "3.14159265358979323846264338327950288", "000000000000000000000000001.5",
  ])
  func areRoundedCorrectly(text: String) throws {
    let number = try #require(try parsed(text))
    #expect(number.bitPattern == strtod(text, nil).bitPattern)
  }

  /// Numbers of 17 to 19 digits next to the middle of two doubles and in it, and others known to have caught parsers.
  @Test(arguments: [
    "9007199254740993", "9007199254740992.99", "9007199254740993.001", "9007199254740995", "18014398509481986",
    "9223372036854776833", "9223372036854776832", "1.00000000000000011102", "1.00000000000000011103",
    "8.5e22", "8589934592.000000954", "8.98846567431158e307", "1.7976931348623158e308", "1.797693134862315808e308",
    "2.2250738585072011e-308", "2.2250738585072012e-308", "2.225073858507201e-308", "6.631236846766476e-316",
    "5e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "7.2057594037927933e16", "1e-342", "1e308", "1e309",
    "9999999999999999999", "99999999999999999999", "9999999999999999999e-330",
    "0.000000000000000000001234567890123456789",
    "5708990770823839207e-326", "3571e266", "6e-1000000000", "0e999999999", "1448997445238699", "4.1858e-312",
  ])
  func areRoundedCorrectlyWhereItIsHard(text: String) throws {
    let number = try #require(try parsed(text))
    #expect(number.bitPattern == strtod(text, nil).bitPattern)
  }

  @Test func doublesComeBackFromTheirShortestText() throws {
    var generator = Decimals()
    let numbers = (0..<100_000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
    #expect(try CSV(lines(numbers.map { "\($0)" })).table().columns[0].numbers?.array == numbers)
  }

  /// Every length of digits with every power of ten; and integers of 54 to 63 bits, many of which lie in the middle of
  /// two doubles.
  @Test func agreeWithTheLibraryOnAllLengthsAndPowers() throws {
    var generator = Decimals()
    let texts = (0..<100_000).map { index -> String in
      if index % 3 == 0 { return "\(generator.next() >> (1 + generator.next() % 10))" }
      let digits = "\(generator.next())".prefix(1 + Int(generator.next() % 20))
      let places = Int(generator.next() % UInt64(digits.count + 1))
      return digits.prefix(places) + "." + digits.dropFirst(places) + "e\(Int(generator.next() % 700) - 350)"
    }
    let read = try #require(try CSV(lines(texts)).table().columns[0].numbers)
    let wrong = zip(texts, read).first { strtod($0, nil).bitPattern != $1.bitPattern }
    #expect(wrong == nil)
  }

  /// A linear congruential generator's upper bits, mixed.
  private struct Decimals {
    private var state: UInt64 = 7

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private func lines(_ texts: [String]) -> FileBytes {
    FileBytes(Array(("x\n" + texts.joined(separator: "\n")).utf8))
  }

  @Test(arguments: [("inf", Double.infinity), ("-Infinity", -.infinity), ("+INF", .infinity)])
  func infinitiesAreNumbers(text: String, expected: Double) throws {
    #expect(try parsed(text) == expected)
  }

  @Test(arguments: ["1,5", "0x10", "1e", "e5", "--1", "1.2.3", ".", "-", "1 2", "1_000", "infinite", "1e5.5", "١"])
  func otherTextIsNone(text: String) throws {
    #expect(try CSV(FileBytes(Array("x;y\n\(text);1\n".utf8))).table().columns[0].type == .category)
  }
}
