import Charting
import Testing

@Suite struct HistogramTests {
  let bins: Bins

  init() throws { bins = try #require(Bins(for: skewed, rule: .width(2))) }

  /// numpy 2.4.6: `np.histogram(x, [2.05, 4.05, 6.05, 8.05, 10.05])`, with weights 1.5, 3, … 18, and with density.
  @Test func countsSumsAndDensitiesAreNumpys() {
    let weights = (1...12).map { 1.5 * Double($0) }
    #expect(bins.edges == [2.05, 4.05, 6.05, 8.05, 10.05])
    #expect(Histogram(skewed, in: bins).counts == [[9, 2, 0, 1]])
    #expect(Histogram(skewed, weights: weights, in: bins, statistic: .sum).values == [[67.5, 31.5, 0, 18]])
    let density = Histogram(skewed, in: bins, norm: .density).values[0]
    #expect(zip(density, [0.375, 0.0833333333333333, 0, 0.0416666666666667]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func meansAndEmptyBins() {
    let weights = (1...12).map { 1.5 * Double($0) }
    let means = Histogram(skewed, weights: weights, in: bins, statistic: .mean).values[0]
    #expect(means[0] == 7.5 && means[1] == 15.75 && means[2].isNaN && means[3] == 18)
  }

  @Test(arguments: zip([Histogram.Norm.probability, .percent], [1.0, 100]))
  func normsAddUpOverAllGroups(_ norm: Histogram.Norm, _ total: Double) {
    let groups = skewed.indices.map { $0 % 3 }
    let values = Histogram(skewed, groups: groups, groupCount: 3, in: bins, norm: norm).values
    #expect(values.count == 3)
    #expect(abs(values.joined().reduce(0, +) - total) < 1e-12)
  }

  @Test func groupsAreCountedApart() {
    let groups = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]
    let histogram = Histogram(skewed, groups: groups, groupCount: 2, in: bins)
    #expect(histogram.counts == [[4, 0, 0, 0], [5, 2, 0, 1]])
  }

  @Test func whatCannotBeCountedIsStated() {
    let histogram = Histogram([2.1, .nan, 99, 3], weights: [1, 1, 1, .nan], in: bins, statistic: .sum)
    #expect(histogram.values == [[1, 0, 0, 0]] && histogram.omitted == 3)
    #expect(Histogram([3], groups: [5], groupCount: 2, in: bins).omitted == 1)
  }

  @Test func theOverflowBinComesLast() throws {
    let bins = try #require(Bins(for: skewed, rule: .width(2), clip: 5))
    #expect(Histogram(skewed, in: bins).counts == [[9, 1, 2]])
  }

  @Test func nothingToCountIsZeroNotNaN() {
    #expect(Histogram([], in: bins, norm: .density).values == [[0, 0, 0, 0]])
  }
}
