import Foundation
import Mixtures
import Testing

@Suite struct ElementaryTests {
  private static func ulps(_ a: Double, _ b: Double) -> Double { abs(a - b) / b.ulp }

  @Test func exponentialsAreWithinAUnitInTheLastPlace() {
    var generator = SeededGenerator(seed: 1)
    let points = (0..<100_000).map { _ in -708 + 1417 * generator.uniform() }
    let near = (0..<100_000).map { _ in 2 * generator.uniform() - 1 }
    let values = points + near + [0, 1, -1, 709, -708]
    let results = Elementary.exp(values)
    // libm itself is within half a unit, so one of ours is at most one and a half of its.
    for (x, y) in zip(values, results) { #expect(Self.ulps(y, Foundation.exp(x)) <= 1, "exp(\(x))") }
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(-1000) == 0)
    #expect(Elementary.exp(1000) == .infinity)
    #expect(Elementary.exp(.nan).isNaN)
  }

  @Test func logarithmsAreWithinAUnitInTheLastPlace() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<100_000 {
      let wide = Foundation.exp(-700 + 1400 * generator.uniform())
      let near = 0.5 + generator.uniform()
      #expect(Self.ulps(Elementary.log(wide), Foundation.log(wide)) <= 1, "log(\(wide))")
      #expect(Self.ulps(Elementary.log(near), Foundation.log(near)) <= 1, "log(\(near))")
    }
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.infinity) == .infinity)
    let least = Double.leastNonzeroMagnitude
    #expect(abs(Elementary.log(least) - Foundation.log(least)) < 1e-12)
  }

  @Test func sumsOfExponentialsDoNotOverflow() {
    #expect(abs(Elementary.logSumExp([1000, 1000]) - (1000 + Foundation.log(2))) < 1e-12)
    #expect(Elementary.logSumExp([-.infinity, 0]) == 0)
    #expect(Elementary.logSumExp([]) == -.infinity)
  }
}
