import Charting
import Testing

@Suite struct BoxStatisticsTests {
  /// Quartiles by numpy 2.4.6 (`np.quantile`), the rest by hand: 3.95 + 1.5 × 1.475 = 6.1625.
  @Test func skewedValues() throws {
    let box = try #require(BoxStatistics(skewed.shuffled()))
    #expect(box.count == 12)
    #expect(
      abs(box.lowerQuartile - 2.475) < 1e-12 && abs(box.median - 3.05) < 1e-12 && abs(box.upperQuartile - 3.95) < 1e-12)
    #expect(box.whiskers == 2.1...5.9 && box.outliers == [9.6])
  }

  @Test func smallSamples() throws {
    let one = try #require(BoxStatistics([4]))
    #expect(one.whiskers == 4...4 && one.median == 4 && one.outliers.isEmpty)
    let two = try #require(BoxStatistics([1, .nan, 3]))
    #expect(two.count == 2 && two.lowerQuartile == 1.5 && two.median == 2 && two.upperQuartile == 2.5)
    #expect(BoxStatistics([.nan]) == nil)
  }

  @Test func mostlyEqualValuesLeaveTheRestAsOutliers() throws {
    let box = try #require(BoxStatistics([0, 5, 5, 5, 5, 5, 9]))
    #expect(box.interquartileRange == 0 && box.whiskers == 5...5 && box.outliers == [0, 9])
  }

  /// Quartiles 20 and 60 of 81 values: 40 ± 1.57 × 40 / 9.
  @Test func notchesAreTheMediansInterval() throws {
    let box = try #require(BoxStatistics((0...80).map(Double.init)))
    #expect(abs(box.notch.lowerBound - 33.02222222222222) < 1e-12)
    #expect(abs(box.notch.upperBound - 46.97777777777778) < 1e-12)
  }

  @Test func valuesFarOutLieBeyondThreeRanges() throws {
    let box = try #require(BoxStatistics([1, 2, 3, 4, 5, 9.5, 20]))
    #expect(box.lowerQuartile == 2.5 && box.upperQuartile == 7.25)
    #expect(box.outerFences == 2.5 - 3 * 4.75...7.25 + 3 * 4.75)
    #expect(abs(box.mean - 44.5 / 7) < 1e-12)
  }
}
