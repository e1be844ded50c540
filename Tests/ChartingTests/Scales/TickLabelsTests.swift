import Charting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct TickLabelsTests {
  @Test(arguments: [
    ([0, 0.5, 1], ["0.0", "0.5", "1.0"]),
    ([-400, -380], ["−400", "−380"]),
    ([0, 3000, 12000], ["0", "3,000", "12,000"]),
    ([0, 0.00025, 0.0005], ["0.00000", "0.00025", "0.00050"]),
    ([1.25, 2.5], ["1.25", "2.50"]),
    ([0, 25_000_000, 50_000_000], ["0", "2.5 × 107", "5.0 × 107"]),
    ([0, 1e-8, 2e-8], ["0", "10−8", "2 × 10−8"]),
    ([0], ["0"]),
    // Close together far from 0.
    ([1e8, 1e8 + 0.0005, 1e8 + 0.001], ["100,000,000.0000", "100,000,000.0005", "100,000,000.0010"]),
    ([12_345_678, 12_345_679], ["12,345,678", "12,345,679"]),
    ([1e-150, 3e-150], ["10−150", "3 × 10−150"]),
    ([-2e150, 4e150], ["−2 × 10150", "4 × 10150"]),
  ])
  func haveTheSameDecimals(values: [Double], expected: [String]) {
    #expect(TickLabels.decimal(values).map(\.plain) == expected)
  }

  @Test(arguments: [(0.5, "0.5"), (20, "20"), (2e-5, "0.00002"), (9, "9")])
  func standAlone(value: Double, expected: String) { #expect(TickLabels.own(value).plain == expected) }

  /// Whatever the values, neighbours can be told apart.
  @Test(arguments: 0..<100)
  func differWhereValuesDo(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let step = Double(Int.random(in: 1...9, using: &random)) * pow(10, Double(Int.random(in: -20...20, using: &random)))
    let offset = (step * pow(10, Double.random(in: 0...10, using: &random)) / step).rounded() * step
    let values = (0...4).map { offset + Double($0) * step }
    let labels = TickLabels.decimal(values)
    #expect(Set(labels).count == 5, "\(values)")
    #expect(labels.allSatisfy { $0.plain.count <= 24 })
  }
}
