import Charting
import Testing

@Suite struct ExtendedTicksTests {
  /// Scores worked out by hand from the formulas of Talbot, Lin & Hanrahan (2010), §4; the first is the worked example
  /// of their reference implementation.
  @Test(arguments: [
    (8.1...14.1, 4, [8, 10, 12, 14]),
    // 20s: 0.25·0.6 + 0.2 + 0.5 + 0.05 = 0.9; 25s 0.725; 10s 0.5; 50s 0.2.
    (0...100, 6, [0, 20, 40, 60, 80, 100]),
    // 25s: 0.25·0.4 + 0.2 + 0.5 + 0.05 = 0.85; 20s 0.775.
    (0...100, 5, [0, 25, 50, 75, 100]),
    (0...1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (-1...1, 5, [-1, -0.5, 0, 0.5, 1]),
    (0...3e-9, 4, [0, 1e-9, 2e-9, 3e-9]),
    (0...3e12, 4, [0, 1e12, 2e12, 3e12]),
  ])
  func choosesRoundValues(range: ClosedRange<Double>, target: Int, expected: [Double]) {
    #expect(ExtendedTicks(target: target).values(over: range) == expected)
  }

  private static let least = Double.leastNonzeroMagnitude

  @Test(arguments: [0...2000 * least, -least...least, -8e307...8e307, 0...1.7e308])
  func rangesAtTheEndsOfDoublesDoNoHarm(range: ClosedRange<Double>) {
    #expect(ExtendedTicks(target: 5).values(over: range).allSatisfy { $0.isFinite })
  }

  /// Allowed outside, 0…9 scores 0.78 against 0.75 for 1…9; kept inside, 1…9 remains.
  @Test func keepsInsideWhenAsked() {
    #expect(ExtendedTicks(target: 9).values(over: 1...9) == (0...9).map(Double.init))
    #expect(ExtendedTicks(target: 9, inside: true).values(over: 1...9) == (1...9).map(Double.init))
  }

  @Test func labelsCountsAtWholeNumbers() {
    #expect(ExtendedTicks(target: 5, integers: true, inside: true).values(over: 0...2.4) == [0, 1, 2])
    #expect(ExtendedTicks(target: 7, integers: true, inside: true).values(over: 1...4) == [1, 2, 3, 4])
  }

  @Test(arguments: [5...5, 0...Double.infinity, 1e16...1e16.nextUp])
  func hasNothingForRangesWithoutExtent(range: ClosedRange<Double>) {
    #expect(ExtendedTicks(target: 5).values(over: range).isEmpty)
  }

  @Test(arguments: 0..<60)
  func valuesAreEvenRoundAndNear(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let low = Double.random(in: -1000...1000, using: &random)
    let span = Double.random(in: 0.001...5000, using: &random)
    let target = Int.random(in: 3...9, using: &random)
    let range = low...low + span
    for inside in [false, true] {
      let values = ExtendedTicks(target: target, inside: inside).values(over: range)
      #expect((2...2 * target).contains(values.count))
      let steps = zip(values, values.dropFirst()).map { $1 - $0 }
      let step = steps.first ?? 0
      #expect(step > 0 && steps.allSatisfy { abs($0 - step) < 1e-9 * span + 1e-9 })
      let slack = inside ? 1e-9 * span : 0.5 * span
      #expect(values.allSatisfy { $0 >= low - slack && $0 <= low + span + slack })
    }
  }

  @Test(arguments: [3.0...17, 0.2...0.9, -41...8])
  func doesNotDependOnTheUnit(range: ClosedRange<Double>) {
    let values = ExtendedTicks(target: 6).values(over: range)
    let tenfold = ExtendedTicks(target: 6).values(over: range.lowerBound * 10...range.upperBound * 10)
    #expect(zip(values, tenfold).allSatisfy { abs($0 * 10 - $1) < 1e-9 } && values.count == tenfold.count)
  }
}
