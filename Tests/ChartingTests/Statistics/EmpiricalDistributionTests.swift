import Charting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct EmpiricalDistributionTests {
  @Test func stepsAtEveryDistinctValue() throws {
    let distribution = try #require(EmpiricalDistribution([3, 1, 2, 2]))
    #expect(distribution.values == [1, 2, 3] && distribution.probabilities == [0.25, 0.75, 1])
    #expect([0.9, 1, 1.5, 2, 3, 9].map { distribution($0) } == [0, 0.25, 0.25, 0.75, 1, 1])
  }

  @Test func nothingFiniteHasNone() {
    #expect(EmpiricalDistribution([.nan, .infinity]) == nil)
  }

  @Test func stairsRiseAtTheValues() throws {
    let stairs = try #require(EmpiricalDistribution([3, 1, 2, 2])).stairs()
    #expect(stairs.x == [1, 1, 2, 2, 3, 3] && stairs.y == [0, 0.25, 0.25, 0.75, 0.75, 1])
    let many = try #require(EmpiricalDistribution((0..<100_000).map(Double.init)))
    let drawn = many.stairs()
    #expect(drawn.x.count <= 4004 && drawn.x.last == 99999 && drawn.y.last == 1)
    for index in drawn.x.indices { #expect(abs(many(drawn.x[index]) - drawn.y[index]) <= 0.001) }
  }

  /// `ks.test(x, "pnorm", 4, 2)$statistic` of R 4.2.2.
  @Test func theLargestDistanceIsKolmogorovs() throws {
    let values = [2.1, 2.3, 2.5, 2.6, 2.9, 3.0, 3.1, 3.3, 3.8, 4.4, 5.9, 9.6]
    let empirical = try #require(EmpiricalDistribution(values))
    let found = empirical.largestDistance(to: values.map { erfc(-($0 - 4) / 2 / 2.0.squareRoot()) / 2 })
    #expect(abs(found.distance - 0.3034973178422858) < 1e-14)
    #expect(found.place == 3.3 && abs(found.step - 8.0 / 12) < 1e-15)
    // Below a step the distance may be larger than above it.
    let one = try #require(EmpiricalDistribution([0.9])).largestDistance(to: [0.9])
    #expect(one.distance == 0.9 && one.step == 0)
  }

  /// √(log 40 / 2n).
  @Test func theBandIsMassarts() throws {
    let empirical = try #require(EmpiricalDistribution((0..<100).map(Double.init)))
    #expect(abs(empirical.bandHalfHeight() - 0.13581015157406195) < 1e-12)
  }
}
