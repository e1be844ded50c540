import Charting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// References by R 4.2.2: `bw.SJ(x, nb = 100000, tol = 1e-12)`, which leaves out the rounding of R's default to 1000 bins
/// and two digits.
@Suite struct BandwidthTests {
  private static let precipitation = [
    67, 54.7, 7, 48.5, 14, 17.2, 20.7, 13, 43.4, 40.2, 38.9, 54.5, 59.8, 48.3, 22.9, 11.5, 34.4, 35.1, 38.7, 30.8, 30.6,
    43.1, 56.8, 40.8, 41.8, 42.5, 31, 31.7, 30.2, 25.9, 49.2, 37, 35.9, 15, 30.2, 7.2, 36.2, 45.5, 7.8, 33.4, 36.1,
    40.2, 42.7, 42.5, 16.2, 39, 35, 37, 31.4, 37.6, 39.9, 36.2, 42.8, 46.4, 24.7, 49.1, 46, 35.9, 7.8, 48.2, 15.2, 32.5,
    44.7, 42.6, 38.8, 17.4, 40.8, 29.1, 14.6, 59.2,
  ]
  private static let exponential = (1...300).map { -log(1 - (Double($0) - 0.5) / 300) }

  @Test func sheatherAndJones() throws {
    let precipitation = try #require(KernelDensity(Self.precipitation, bandwidth: .sheatherJones))
    #expect(abs(precipitation.bandwidth - 3.94201238943019) < 1e-9)
    #expect(precipitation.rule == .sheatherJones)
    let small = [2.1, 2.3, 2.5, 2.6, 2.9, 3.0, 3.1, 3.3, 3.8, 4.4, 5.9, 9.6]
    #expect(abs(try #require(KernelDensity(small, bandwidth: .sheatherJones)).bandwidth - 0.5133200060854392) < 1e-5)
    let exponential = try #require(KernelDensity(Self.exponential, bandwidth: .sheatherJones))
    #expect(abs(exponential.bandwidth - 0.1264365260083105) < 1e-5)
  }

  /// More than 500 distinct values are taken in steps of a hundredth of the largest bandwidth.
  @Test func manyValuesAreGatheredInSteps() throws {
    let finer = (1...3000).map { -log(1 - (Double($0) - 0.5) / 3000) }
    let direct = try #require(KernelDensity(finer, bandwidth: .sheatherJones)).bandwidth
    #expect(abs(direct - 0.053812393574) < 1e-5)
  }

  @Test func mostlyEqualValuesFallBackToSilvermansRule() throws {
    let density = try #require(KernelDensity([0, 5, 5, 5, 5, 5, 5, 9], bandwidth: .sheatherJones))
    // R: "sample is too sparse to find TD".
    #expect(density.rule == .silverman)
    #expect(density.bandwidth == KernelDensity([0, 5, 5, 5, 5, 5, 5, 9])?.bandwidth)
  }

  @Test func theBandwidthMayBeAdjusted() throws {
    let values = Self.precipitation
    let (one, half) = (try #require(KernelDensity(values)), try #require(KernelDensity(values, adjust: 0.5)))
    #expect(half.bandwidth == one.bandwidth / 2)
  }

  /// `sapply(x, function(x) sum(w * dnorm(x, values, 0.5)))` of R.
  @Test func weightsCount() throws {
    let values = [2.1, 2.3, 2.5, 2.6, 2.9, 3.0, 3.1, 3.3, 3.8, 4.4, 5.9, 9.6]
    let density = try #require(KernelDensity(values, weights: (1...12).map(Double.init), bandwidth: .width(0.5)))
    let expected = [0.002262293087912398, 0.2322909440121834, 0.2183092702528568, 0.1227514708928932]
    for (place, value) in zip([1, 2.5, 4, 9.6], expected) { #expect(abs(density(place) - value) < 1e-14) }
  }

  @Test(arguments: [KernelDensity.Bandwidth.silverman, .scott])
  func equalWeightsChangeNothing(_ rule: KernelDensity.Bandwidth) throws {
    let plain = try #require(KernelDensity(Self.precipitation, bandwidth: rule))
    let equal = try #require(
      KernelDensity(Self.precipitation, weights: Self.precipitation.map { _ in 3 }, bandwidth: rule))
    #expect(abs(plain.bandwidth - equal.bandwidth) < 1e-12)
    // Rows without weight are as if they were not there.
    let padded = try #require(
      KernelDensity(
        Self.precipitation + [500, .nan], weights: Self.precipitation.map { _ in 1 } + [0, 1], bandwidth: rule))
    #expect(abs(plain.bandwidth - padded.bandwidth) < 1e-12)
    #expect(abs(plain(30) - padded(30)) < 1e-14)
  }

  /// 6000 distinct values are gathered at nodes: compared with the sum over all of them.
  @Test func gatheringManyValuesChangesLittle() throws {
    var generator = SplitMix64(state: 7)
    let values = (0..<6000).map { index in
      let u = Double.random(in: 0..<1, using: &generator)
      return index % 3 == 0 ? -log(1 - u) * 5 : 20 + 3 * u
    }
    let h = 0.3
    let density = try #require(KernelDensity(values, bandwidth: .width(h)))
    let top = 1 / (h * (2 * Double.pi).squareRoot())
    for place in stride(from: -2.0, through: 30, by: 0.37) {
      let exact = values.reduce(0) { $0 + top * exp(-0.5 * (place - $1) * (place - $1) / (h * h)) } / 6000
      #expect(abs(density(place) - exact) < 1e-3 * max(exact, 1e-6) + 1e-9, "at \(place)")
    }
  }
}
