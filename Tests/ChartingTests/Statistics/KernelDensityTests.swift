import Charting
import Testing

/// References by scipy 1.17.1: `gaussian_kde(x)` for Scott's rule; for Silverman's, the mean of `norm.pdf` with the
/// bandwidth computed by numpy from its definition.
@Suite struct KernelDensityTests {
  static let places = [1, 2.5, 4, 9.6]

  @Test(arguments: [
    (
      KernelDensity.Bandwidth.scott, 1.290361833532618,
      [0.09357743620739888, 0.22045954612726965, 0.18147102241927152, 0.026195598229486913]
    ),
    (
      .silverman, 0.6026893013904707,
      [0.021774361176457993, 0.3617741447506482, 0.16847601090415343, 0.055161407667829086]
    ),
  ])
  func agreesWithScipy(_ rule: KernelDensity.Bandwidth, _ bandwidth: Double, _ expected: [Double]) throws {
    let density = try #require(KernelDensity(skewed, bandwidth: rule))
    #expect(abs(density.bandwidth - bandwidth) < 1e-12)
    for (place, value) in zip(Self.places, expected) { #expect(abs(density(place) - value) < 1e-14) }
  }

  @Test func hasAreaOne() throws {
    let density = try #require(KernelDensity(skewed, bandwidth: .width(0.3)))
    let area = (0...4000).reduce(0) { $0 + density(-5 + 0.005 * Double($1)) * 0.005 }
    #expect(abs(area - 1) < 1e-9)
    #expect(density(500) == 0)
  }

  @Test(arguments: [[], [2.0], [2, 2, 2, .nan]])
  func needsTwoDistinctValues(_ values: [Double]) {
    #expect(KernelDensity(values) == nil)
  }

  @Test func quartilesThatAreEqualDoNotMakeItCollapse() throws {
    #expect(try #require(KernelDensity([0, 5, 5, 5, 5, 5, 5, 9])).bandwidth > 0.5)
    #expect(KernelDensity([1, 2], bandwidth: .width(0)) == nil)
  }
}
