import Charting
import Testing

@Suite struct ExtentTests {
  private func domain(
    _ scale: Scale = .linear, flush: [Double] = [], loose: [Double] = [], symbols: [Double] = []
  ) -> ClosedRange<Double> {
    var extent = Extent(scale)
    extent.include(flush, room: .flush)
    extent.include(loose)
    extent.include(symbols, room: .symbol)
    return extent.domain
  }

  @Test func barsStandOnTheirFootAndHaveRoomAbove() { #expect(domain(flush: [0], loose: [3, 10]) == 0...10.4) }

  @Test func pointsHaveFourPercentAround() { #expect(domain(loose: [0, 10]) == -0.4...10.4) }

  @Test func curvesEndAtTheEdge() { #expect(domain(flush: [2, 7]) == 2...7) }

  @Test func whatIsLooseNeedsNoRoomOnAFlushEnd() { #expect(domain(flush: [0, 10], loose: [0, 5, 10]) == 0...10) }

  @Test func symbolsAreNeverCut() { #expect(domain(flush: [0, 10], symbols: [0, 5]) == -0.4...10) }

  @Test func whatIsNeverNegativeDoesNotSeemToBe() {
    #expect(domain(symbols: [0.1, 10.1]) == 0...10.5)
    #expect(domain(loose: [-10.1, -0.1]) == -10.5...0)
  }

  @Test func logarithmsArePaddedAsPlacesAndSkipWhatHasNone() {
    #expect(domain(.log, flush: [1, 100], loose: [0, -5]) == 0...2)
    #expect(domain(.log, loose: [1, 10_000]) == -0.16...4.16)
  }

  @Test func categoriesHaveBands() { #expect(domain(.ordinal(["a", "b", "c"])) == -0.5...2.5) }

  @Test(arguments: [([], 0.0...1.0), ([7], 6.3...7.7), ([0], -0.5...0.5), ([.nan, .infinity], 0...1)])
  func isNeverEmpty(values: [Double], expected: ClosedRange<Double>) {
    let domain = domain(loose: values)
    #expect(
      abs(domain.lowerBound - expected.lowerBound) < 1e-12 && abs(domain.upperBound - expected.upperBound) < 1e-12)
  }
}
