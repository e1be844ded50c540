import Mixtures
import Testing

/// References by mpmath 1.3.0 with 40 digits.
@Suite struct DistributionTests {
  private static func mixture() throws -> GaussianMixture {
    try GaussianMixture(
      weights: [0.3, 0.7], means: Matrix([[-2], [5]])!, covariances: [Matrix([[0.25]])!, Matrix([[4]])!])
  }

  @Test(arguments: [
    (0.0, 1.0), (0.1, 0.8875370839817151078), (0.5, 0.47950012218695346232), (1, 0.15729920705028513066),
    (2, 0.0046777349810472658379), (5, 1.5374597944280348502e-12), (10, 2.088487583762544757e-45),
    (20, 5.3958656116079009289e-176), (26, 5.6631924088561428465e-296), (-0.5, 1.5204998778130465377),
    (-3, 1.9999779095030014146),
  ])
  func complementaryErrorFunction(x: Double, expected: Double) {
    #expect(abs(Elementary.erfc(x) - expected) <= 2e-14 * expected)
  }

  @Test func theErrorFunctionEndsWhereDoublesDo() {
    #expect(Elementary.erfc(30) == 0 && Elementary.erfc(.infinity) == 0)
    #expect(Elementary.erfc(-30) == 2 && Elementary.erfc(.nan).isNaN)
  }

  @Test(arguments: [
    (-10, 2.2336241710376274e-14, 0.99999999999997766), (-2.5, 0.047658468279077678, 0.95234153172092232),
    (0, 0.30433726435549336, 0.69566273564450664), (5, 0.65, 0.35),
    (11, 0.99905507137785893, 0.00094492862214106617), (30, 1, 2.6127950092143994e-36),
  ])
  func bothTails(x: Double, below: Double, above: Double) throws {
    let mixture = try Self.mixture()
    // Twelve deviations out, the last digit of x in deviations changes the fourteenth of the tail.
    #expect(abs(mixture.cumulative(x) - below) <= 5e-14 * below)
    #expect(abs(mixture.survival(x) - above) <= 5e-14 * above)
  }

  @Test(arguments: [
    (1e-200, -55.38759307864856), (1e-12, -8.9691552017144616), (0.001, -3.3582308529059933),
    (0.3, -0.71220770602661387), (0.5, 3.8681023561342739), (0.999, 10.965407750977162),
  ])
  func quantiles(p: Double, expected: Double) throws {
    #expect(abs(try Self.mixture().quantile(p) - expected) < 1e-12 * abs(expected))
  }

  @Test func quantilesUndoTheDistributionFunction() throws {
    let mixture = try Self.mixture()
    #expect(mixture.quantile(0) == -.infinity && mixture.quantile(1) == .infinity)
    for step in 1..<200 {
      let p = Double(step) / 200
      #expect(abs(mixture.cumulative(mixture.quantile(p)) - p) < 1e-14)
    }
    // A component a millionth as wide makes the function all but a step.
    let steep = try GaussianMixture(
      weights: [0.5, 0.5], means: Matrix([[0], [1]])!, covariances: [Matrix([[1e-12]])!, Matrix([[1]])!])
    for step in 1..<200 {
      let p = Double(step) / 200
      #expect(abs(steep.cumulative(steep.quantile(p)) - p) < 1e-9)
    }
  }
}
