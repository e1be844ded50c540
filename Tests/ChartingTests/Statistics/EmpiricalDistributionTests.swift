import Charting
import Testing

@Suite struct EmpiricalDistributionTests {
  @Test func stepsAtEveryDistinctValue() throws {
    let distribution = try #require(EmpiricalDistribution([3, 1, 2, 2]))
    #expect(distribution.values == [1, 2, 3] && distribution.probabilities == [0.25, 0.75, 1])
    #expect([0.9, 1, 1.5, 2, 3, 9].map { distribution($0) } == [0, 0.25, 0.25, 0.75, 1, 1])
  }

  @Test func nothingFiniteHasNone() {
    #expect(EmpiricalDistribution([.nan, .infinity]) == nil)
  }
}
