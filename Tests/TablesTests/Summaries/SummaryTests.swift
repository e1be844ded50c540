import Tables
import Testing

@Suite struct SummaryTests {
  /// Python's `statistics`: `mean`, `stdev` and `quantiles(method='inclusive')` of 2.5, 7, -1, 4, 4, 10.25.
  @Test func agreesWithPython() {
    let summary = Summary([2.5, 7, .nan, -1, 4, 4, 10.25])
    #expect(summary.count == 6)
    #expect(summary.missing == 1)
    #expect(summary.minimum == -1)
    #expect(summary.firstQuartile == 2.875)
    #expect(summary.median == 4)
    #expect(abs(summary.mean - 4.458333333333333) < 1e-15)
    #expect(summary.thirdQuartile == 6.25)
    #expect(summary.maximum == 10.25)
    #expect(summary.sum == 26.75)
    #expect(abs(summary.standardDeviation - 3.848430415983465) < 1e-14)
    #expect(summary.distinct == 5)
  }

  @Test func whatIsUndefinedIsNaN() {
    let none = Summary([.nan])
    #expect(none.count == 0 && none.missing == 1 && none.sum == 0)
    for number in [none.mean, none.standardDeviation, none.minimum, none.median, none.maximum] {
      #expect(number.isNaN)
    }
    let one = Summary([3])
    #expect(one.mean == 3 && one.median == 3 && one.standardDeviation.isNaN)
  }

  @Test func largeOffsetsDoNotCancel() {
    let numbers = Numbers((0..<1000).map { 1e9 + Double($0 % 2) })
    #expect(Summary.mean(of: numbers) == 1e9 + 0.5)
    #expect(abs(Summary.standardDeviation(of: numbers, freedom: 0) - 0.5) < 1e-15)
  }

  @Test(arguments: [(0.0, 1.0), (0.1, 1.3), (0.5, 2.5), (1, 4)])
  func quantilesInterpolate(p: Double, expected: Double) {
    #expect(abs(quantile(p, ofSorted: [1, 2, 3, 4]) - expected) < 1e-15)
  }
}
