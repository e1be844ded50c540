import Mixtures
import Testing

@Suite struct SeededGeneratorTests {
  @Test func streamsDependOnTheSeedAndTheNameAlone() {
    var used = SeededGenerator(seed: 7)
    _ = used.next()
    var a = used.stream(named: "start 0")
    var b = SeededGenerator(seed: 7).stream(named: "start 0")
    var c = SeededGenerator(seed: 7).stream(named: "start 1")
    var d = SeededGenerator(seed: 8).stream(named: "start 0")
    let first = a.next()
    #expect(first == b.next())
    #expect(first != c.next())
    #expect(first != d.next())
  }

  @Test func normalNumbersHaveTheirMoments() {
    var generator = SeededGenerator(seed: 3)
    let draws = (0..<200_000).map { _ in generator.normal() }
    let n = Double(draws.count)
    func moment(_ power: Int) -> Double {
      draws.reduce(0) { sum, x in sum + (0..<power).reduce(1.0) { product, _ in product * x } } / n
    }
    // Five standard errors of each moment: √(Var xᵖ / n).
    #expect(abs(moment(1)) < 5 / n.squareRoot())
    #expect(abs(moment(2) - 1) < 5 * (2 / n).squareRoot())
    #expect(abs(moment(3)) < 5 * (15 / n).squareRoot())
    #expect(abs(moment(4) - 3) < 5 * (96 / n).squareRoot())
  }

  @Test func integersAreUniform() {
    var generator = SeededGenerator(seed: 5)
    var counts = Array(repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[generator.integer(below: 6)] += 1 }
    let chiSquare = counts.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000 }
    #expect(chiSquare < 20.5)  // 0.1 % of a chi-square with 5 degrees of freedom
  }

  @Test func aPermutationHoldsEveryIndexOnce() {
    var generator = SeededGenerator(seed: 1)
    #expect(generator.permutation(100).sorted() == Array(0..<100))
    #expect(generator.permutation(100) != Array(0..<100))
  }
}
