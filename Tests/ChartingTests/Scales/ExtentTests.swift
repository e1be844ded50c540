import Charting
import Testing

@Suite struct ExtentTests {
  private func domain(_ scale: Scale = .linear, flush: [Double] = [], padded: [Double] = []) -> ClosedRange<Double> {
    var extent = Extent(scale)
    extent.include(flush, padded: false)
    extent.include(padded)
    return extent.domain
  }

  @Test func barsStandOnTheirFootAndHaveRoomAbove() { #expect(domain(flush: [0], padded: [3, 10]) == 0...10.4) }

  @Test func pointsHaveFourPercentAround() { #expect(domain(padded: [0, 10]) == -0.4...10.4) }

  @Test func curvesEndAtTheEdge() { #expect(domain(flush: [2, 7]) == 2...7) }

  @Test func aPointOnAFlushEndNeedsNoRoom() { #expect(domain(flush: [0, 10], padded: [0, 5]) == 0...10) }

  @Test func logarithmsArePaddedAsPlacesAndSkipWhatHasNone() {
    #expect(domain(.log, flush: [1, 100], padded: [0, -5]) == 0...2)
    #expect(domain(.log, padded: [1, 10_000]) == -0.16...4.16)
  }

  @Test func categoriesHaveBands() { #expect(domain(.ordinal(["a", "b", "c"])) == -0.5...2.5) }

  @Test(arguments: [([], 0.0...1.0), ([7], 6.3...7.7), ([0], -0.5...0.5), ([.nan, .infinity], 0...1)])
  func isNeverEmpty(values: [Double], expected: ClosedRange<Double>) {
    let domain = domain(padded: values)
    #expect(
      abs(domain.lowerBound - expected.lowerBound) < 1e-12 && abs(domain.upperBound - expected.upperBound) < 1e-12)
  }
}
