import Charting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct DensityRegionsTests {
  let gaussian = ScalarGrid(x: -6...6, y: -6...6, columns: 241, rows: 241) { x, y in
    exp(-(x * x + y * y) / 2) / (2 * .pi)
  }

  /// Of a standard Gaussian in the plane, the disc where f ≥ f(0) (1 − p) holds the mass p.
  @Test(arguments: [0.1, 0.3935, 0.5, 0.8647, 0.95])
  func discsOfAGaussian(_ mass: Double) throws {
    let level = try #require(gaussian.densityLevels(holding: [mass])[0])
    #expect(abs(level * 2 * .pi - (1 - mass)) < 0.002)
  }

  @Test func moreMassThanThereIs() {
    let corner = ScalarGrid(x: 0...6, y: 0...6, columns: 121, rows: 121) { x, y in
      exp(-(x * x + y * y) / 2) / (2 * .pi)
    }
    let levels = corner.densityLevels(holding: [0.2, 0.3])
    #expect(levels[0] != nil && levels[1] == nil)
  }
}
