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
}
