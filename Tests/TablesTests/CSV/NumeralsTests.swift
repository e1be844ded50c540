import Foundation
import Tables
import Testing

@Suite struct NumeralsTests {
  private func parsed(_ text: String) throws -> Double? {
    try CSV(Array("x,y\n\(text),1\n".utf8)).table().columns[0].numbers?.first
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

  @Test func agreeWithTheLibraryOnManyDecimals() throws {
    var state: UInt64 = 7
    var texts: [String] = []
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let digits = String(state >> UInt64(state % 50))
      let exponent = Int(state >> 33) % 40 - 20
      texts.append(digits.prefix(1) + "." + digits.dropFirst() + "e\(exponent)")
    }
    let table = try CSV(Array(("x\n" + texts.joined(separator: "\n")).utf8)).table()
    #expect(table.columns[0].numbers == texts.map { strtod($0, nil) })
  }

  @Test(arguments: [("inf", Double.infinity), ("-Infinity", -.infinity), ("+INF", .infinity)])
  func infinitiesAreNumbers(text: String, expected: Double) throws {
    #expect(try parsed(text) == expected)
  }

  @Test(arguments: ["1,5", "0x10", "1e", "e5", "--1", "1.2.3", ".", "-", "1 2", "1_000", "infinite", "1e5.5", "١"])
  func otherTextIsNone(text: String) throws {
    #expect(try CSV(Array("x;y\n\(text);1\n".utf8)).table().columns[0].type == .category)
  }
}
