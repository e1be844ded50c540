import Charting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct SimultaneousBandTests {
  @Test func aSingleValueHasItsOwnInterval() {
    let band = OrderStatisticBand(count: 1)
    #expect(band.ranks == [1])
    #expect(abs(band.lower[0] - 0.025) < 1e-4 && abs(band.upper[0] - 0.975) < 1e-4)
  }

  /// Of two values, P(a ≤ smaller ≤ b, c ≤ larger ≤ d) with a < c < b < d is 2 ∫ₐᵇ (d − max(x, c)) dx.
  @Test func twoValuesByHand() {
    let coverage = OrderStatisticBand.coverage([1, 2], [0.1, 0.3], [0.6, 0.9], of: 2)
    let expected = 2 * (0.2 * (0.9 - 0.3) + (0.9 * 0.3 - (0.6 * 0.6 - 0.3 * 0.3) / 2))
    #expect(abs(coverage - expected) < 1e-12)
  }

  /// With the same bounds for all ranks every value has to fall within them.
  @Test func equalBoundsAreIndependent() {
    let (lower, upper) = (Array(repeating: 0.2, count: 5), Array(repeating: 0.9, count: 5))
    let coverage = OrderStatisticBand.coverage([1, 2, 3, 4, 5], lower, upper, of: 5)
    #expect(abs(coverage - pow(0.7, 5)) < 1e-12)
  }

  @Test(arguments: [1, 2, 17, 272, 1599])
  func theCoverageIsTheOneAskedFor(_ count: Int) {
    let band = OrderStatisticBand(count: count)
    #expect(abs(OrderStatisticBand.coverage(band.ranks, band.lower, band.upper, of: count) - 0.95) < 1e-5)
  }

  /// Drawn 40,000 times with a fixed seed: four standard errors are 0.0044.
  @Test(arguments: [5, 40, 300])
  func coversNineteenOfTwenty(_ count: Int) {
    let band = OrderStatisticBand(count: count)
    var generator = SplitMix64(state: UInt64(count))
    let draws = count > 100 ? 10_000 : 40_000
    var inside = 0
    for _ in 0..<draws {
      let values = (0..<count).map { _ in Double.random(in: 0..<1, using: &generator) }.sorted()
      let holds = band.ranks.indices.allSatisfy {
        band.lower[$0] <= values[band.ranks[$0] - 1] && values[band.ranks[$0] - 1] <= band.upper[$0]
      }
      if holds { inside += 1 }
    }
    #expect(abs(Double(inside) / Double(draws) - 0.95) < 0.01)
  }

  /// Every rank leaves its interval with the same chance, by the binomial probabilities of counts: P(the i-th ≤ t) =
  /// P(at least i of n ≤ t).
  @Test func ranksHaveEqualLocalLevels() {
    let band = OrderStatisticBand(count: 12)
    func below(_ rank: Int, _ t: Double) -> Double {
      (rank...12).reduce(0) { sum, k in
        let ways = (0..<k).reduce(1.0) { $0 * Double(12 - $1) / Double($1 + 1) }
        return sum + ways * pow(t, Double(k)) * pow(1 - t, Double(12 - k))
      }
    }
    for (index, rank) in band.ranks.enumerated() {
      #expect(abs(below(rank, band.lower[index]) - band.localLevel / 2) < 1e-10)
      #expect(abs(1 - below(rank, band.upper[index]) - band.localLevel / 2) < 1e-10)
    }
    #expect(band.localLevel < 0.05 && band.localLevel > 0.05 / 12)
  }

  @Test func manyValuesAreBoundedAtSomeRanks() {
    let band = OrderStatisticBand(count: 5000)
    #expect(band.ranks.first == 1 && band.ranks.last == 5000 && band.ranks.count <= 120)
    #expect(zip(band.lower, band.upper).allSatisfy { $0 < $1 })
  }

  /// All 3⁶ ways to put six values into three bins.
  @Test(arguments: [0...4, 1...3, 1...4, 2...2, 0...6])
  func binsCountedOut(_ range: ClosedRange<Int>) {
    var held = 0
    for way in 0..<729 {
      var counts = [0, 0, 0]
      var rest = way
      for _ in 0..<6 {
        counts[rest % 3] += 1
        rest /= 3
      }
      if counts.allSatisfy(range.contains) { held += 1 }
    }
    #expect(abs(BinCountBand.coverage(6, 3, range) - Double(held) / 729) < 1e-12)
  }

  @Test(arguments: [(20, 5), (272, 18), (1599, 20), (3, 5)])
  func binsCoverAtLeastNineteenOfTwenty(count: Int, bins: Int) {
    let band = BinCountBand(count: count, bins: bins)
    #expect(band.coverage >= 0.95)
    // Counts are whole, so the next narrower band holds less.
    #expect(band.most - band.least < 2 || BinCountBand.coverage(count, bins, band.least + 1...band.most - 1) < 0.95)
    #expect(Double(band.least) <= Double(count) / Double(bins) && Double(band.most) >= Double(count) / Double(bins))
  }
}
