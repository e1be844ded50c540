import Charting
import Testing

@Suite struct MovesTests {
  @Test func layersStandOnEachOther() {
    #expect(stacked([[1, 2], [3, 0], [1, 1]]) == [[0...1, 0...2], [1...4, 2...2], [4...5, 2...3]])
    #expect(stacked([[1, -2], [1, 1], [.nan, -3]]) == [[0...1, -2...0], [1...2, 0...1], [2...2, -5...(-2)]])
    #expect(stacked([]).isEmpty)
  }

  @Test func groupsShareABand() {
    #expect(dodged(0...4, index: 0, of: 2, gap: 0) == 0...2)
    #expect(dodged(0...4, index: 1, of: 2, gap: 0.5) == 2.5...3.5)
    #expect(dodged(0...4, index: 0, of: 1) == 0...4)
  }

  @Test func jitterIsSmallAndAlwaysTheSame() {
    let values = [Double](repeating: 3, count: 200)
    let moved = jittered(values, width: 0.4)
    #expect(moved == jittered(values, width: 0.4))
    #expect(moved.allSatisfy { abs($0 - 3) <= 0.2 })
    #expect(Set(moved).count > 190)
  }

  @Test func shufflingKeepsEveryIndexAndItsOrderIsFixed() {
    #expect(Shuffle.order(100).sorted() == Array(0..<100))
    #expect(Shuffle.order(100) == Shuffle.order(100))
    #expect(Shuffle.order(100) != Array(0..<100))
  }

  @Test func aSwarmKeepsItsPointsApart() {
    var generator = SplitMix64(state: 3)
    let places = (0..<300).map { _ in Double.random(in: 0..<200, using: &generator).rounded() }
    let offsets = swarmed(places, diameter: 6)
    for i in places.indices {
      for j in places.indices.dropFirst(i + 1) {
        let (along, across) = (places[i] - places[j], offsets[i] - offsets[j])
        #expect(along * along + across * across >= 36 - 1e-6)
      }
    }
    #expect(swarmed([0, 10, 20], diameter: 6) == [0, 0, 0])
    // Three equal values stand side by side, one of them on the line.
    #expect(swarmed([5, 5, 5], diameter: 6).map(abs).sorted() == [0, 6, 6])
    #expect(swarmed([], diameter: 6).isEmpty)
  }

  @Test func tiesAreSpreadOverTheirStep() {
    let spread = untied([3, 1, 2, 2, .nan])
    #expect(spread.step == 1 && spread.values == [1, 1.75, 2.25, 3])
    let distinct = untied([1, 2, 4])
    #expect(distinct.step == nil && distinct.values == [1, 2, 4])
  }
}
