import Charting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct DensityCurveTests {
  /// Three in four below 9, the others from 30 on.
  private static let values = (1...80).map { (index: Int) -> Double in
    let start = index > 60 ? 30.0 : 0
    return start + Double(index % 9) + Double(index * index % 7) / 10
  }

  private static func area(_ curve: DensityCurve, _ scale: (Double) -> Double = { $0 }) -> Double {
    var area = 0.0
    for i in curve.x.indices.dropFirst() {
      let width = scale(curve.x[i]) - scale(curve.x[i - 1])
      area += width * (curve.heights[i] + curve.heights[i - 1]) / 2
    }
    return area
  }

  @Test(arguments: [KernelDensity.Bandwidth.silverman, .scott, .sheatherJones, .width(0.05), .width(12)])
  func theAreaIsOneWhereNothingIsCut(_ bandwidth: KernelDensity.Bandwidth) throws {
    let curve = try #require(DensityCurve(Self.values, bandwidth: bandwidth, cut: 5))
    #expect(abs(Self.area(curve) - 1) < 0.001 && abs(curve.mass - 1) < 0.001)
    #expect(curve.isResolved)
  }

  @Test(arguments: [0.0, 0.5, 1, 3])
  func theAreaIsTheMassShownWhereItIsCut(_ cut: Double) throws {
    let curve = try #require(DensityCurve(Self.values, bandwidth: .width(2), cut: cut))
    #expect(abs(Self.area(curve) - curve.mass) < 0.001)
    #expect(cut > 2 || curve.mass < 0.99)
    let ends = (Self.values.min()! - 2 * cut, Self.values.max()! + 2 * cut)
    #expect(abs(curve.x[0] - ends.0) < 1e-9 && abs(curve.x[curve.x.count - 1] - ends.1) < 1e-9)
  }

  /// `mean(dnorm(log10(x), log10(values), 0.3))` of R.
  @Test func onALogarithmicAxisHeightsArePerDecade() throws {
    let values = [1.0, 2, 2, 3, 10, 40, 100, 300, -4, 0]
    let curve = try #require(DensityCurve(values, scale: .log, bandwidth: .width(0.3), cut: 5))
    #expect(abs(Self.area(curve, log10) - 1) < 0.001)
    for (place, height) in zip([1.0, 5, 50], [0.4147485571211177, 0.3776808546772493, 0.2750628789129843]) {
      let near = try #require(curve.x.indices.min { abs(curve.x[$0] / place - 1) < abs(curve.x[$1] / place - 1) })
      #expect(abs(curve.heights[near] - height) < 0.01)
    }
  }

  /// Two values 6 bandwidths apart have peaks at themselves, but for e^(−18).
  @Test func peaksLieBetweenTheData() throws {
    let curve = try #require(DensityCurve([1, 7], bandwidth: .width(1)))
    #expect(curve.peaks.count == 2)
    for (peak, place) in zip(curve.peaks, [1.0, 7]) {
      #expect(abs(peak.place - place) < 0.01)
      #expect(abs(peak.height - 0.5 / (2 * Double.pi).squareRoot()) < 1e-6)
    }
    #expect(try #require(DensityCurve([1, 2], bandwidth: .width(1))).peaks.count == 1)
  }

  @Test func aRangeCutsTheCurveButNotTheEstimate() throws {
    let whole = try #require(DensityCurve(Self.values, bandwidth: .width(2)))
    let part = try #require(DensityCurve(Self.values, bandwidth: .width(2), within: 3...6))
    #expect(part.x.first == 3 && part.x.last == 6 && part.bandwidth == whole.bandwidth && part.mass < whole.mass)
    #expect(DensityCurve(Self.values, within: 500...600) == nil)
    #expect(DensityCurve([4, 4, 4]) == nil)
  }
}
