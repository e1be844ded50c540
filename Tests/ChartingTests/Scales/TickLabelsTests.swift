import Charting
import Testing

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
  ])
  func haveTheSameDecimals(values: [Double], expected: [String]) {
    #expect(TickLabels.decimal(values).map(\.plain) == expected)
  }

  @Test(arguments: [(0.5, "0.5"), (20, "20"), (2e-5, "0.00002"), (9, "9")])
  func standAlone(value: Double, expected: String) { #expect(TickLabels.own(value).plain == expected) }
}
