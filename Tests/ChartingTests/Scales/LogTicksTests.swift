import Charting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct LogTicksTests {
  @Test(arguments: [
    (-8.0...2.0, 6, ["10−8", "10−6", "10−4", "10−2", "100", "102"]),
    (0.0...2.0, 5, ["1", "10", "100"]),
    (-3.0...0.0, 5, ["0.001", "0.01", "0.1", "1"]),
    (0.0...1.0, 5, ["1", "2", "5", "10"]),
    (0.5...1.55, 5, ["5", "10", "20"]),
  ])
  func choosesPowersThenOneTwoFive(places: ClosedRange<Double>, target: Int, expected: [String]) {
    #expect(LogTicks(target: target).ticks(over: places).map(\.label.plain) == expected)
  }

  @Test func raisesExponents() {
    let label = LogTicks(target: 6).ticks(over: -8...2)[0].label
    #expect(label == RichText("10") + .superscript("−8"))
  }

  /// Whatever the span, an axis with fewer than three labels cannot be read.
  @Test(arguments: 0..<80)
  func hasAtLeastThreeLabels(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let low = Double.random(in: -120...6, using: &random)
    let span = pow(10, Double.random(in: -6...2.3, using: &random))
    let ticks = LogTicks(target: Int.random(in: 3...7, using: &random)).ticks(over: low...low + span)
    #expect(ticks.count >= 3)
    #expect(ticks.allSatisfy { log10($0.value) >= low - 1e-9 && log10($0.value) <= low + span + 1e-9 })
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
    #expect(Set(ticks.map(\.label)).count == ticks.count)
  }

  @Test(arguments: [(0.9, 1.1), (0.3, 0.5), (7, 110), (1e-9, 1e11), (99.9, 100.1)])
  func labelsAwkwardSpans(low: Double, high: Double) {
    let ticks = LogTicks(target: 5).ticks(over: log10(low)...log10(high))
    #expect(ticks.count >= 3 && ticks.allSatisfy { $0.value >= low * 0.9999 && $0.value <= high * 1.0001 })
    #expect(Set(ticks.map(\.label)).count == ticks.count && ticks.allSatisfy { $0.label.plain.count <= 7 })
  }
}
