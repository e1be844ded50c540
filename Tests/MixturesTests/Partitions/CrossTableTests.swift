import Mixtures
import Testing

@Suite struct CrossTableTests {
  @Test func aWorkedExample() {
    // Pairs together in both: 2 of 15; in the first: 6; in the second: 3.
    let table = CrossTable([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])
    #expect(table.counts == [[2, 1, 0], [0, 1, 2]])
    #expect(abs(table.adjustedRandIndex - (2 - 6.0 * 3 / 15) / ((6.0 + 3) / 2 - 6.0 * 3 / 15)) < 1e-15)
    #expect(table.matching == [0, nil, 1])
    #expect(table.agreement == 4)
  }

  @Test func equalPartitionsAgreeWhateverTheirLabels() {
    let table = CrossTable([0, 0, 1, 1, 2], [2, 2, 0, 0, 1])
    #expect(table.adjustedRandIndex == 1)
    #expect(table.matching == [1, 2, 0])
    #expect(table.agreement == 5)
    #expect(CrossTable([0, 0, 0], [0, 0, 0]).adjustedRandIndex == 1)
  }

  @Test func theMatchingIsTheBestOfAll() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<50 {
      let first = (0..<60).map { _ in generator.integer(below: 4) }
      let second = (0..<60).map { _ in generator.integer(below: 4) }
      let table = CrossTable(first + [0, 1, 2, 3], second + [0, 1, 2, 3])
      func best(_ b: Int, _ free: Set<Int>) -> Int {
        b == 4 ? 0 : free.map { table.counts[$0][b] + best(b + 1, free.subtracting([$0])) }.max() ?? 0
      }
      #expect(table.agreement == best(0, [0, 1, 2, 3]))
    }
  }
}
