import Charting
import Testing

@Suite struct LineEndSweepTests {
  @Test(
    arguments: [
      ([20, 60], [20, 60]),
      ([10, 12], [6, 16]),
      ([50, 50, 50], [40, 50, 60]),
      // The first is held by the top, the second gives way.
      ([0, 2], [5, 15]),
      ([98, 99], [85, 95]),
      ([60, 20], [60, 20]),
    ] as [([Double], [Double])])
  func movesAsLittleAsCanBe(wanted: [Double], expected: [Double]) {
    let heights = wanted.map { _ in 10.0 }
    #expect(LineEndSweep.middles(wanted: wanted, heights: heights, in: 0...100) == expected)
  }

  @Test func saysWhenThereIsNoRoom() {
    #expect(LineEndSweep.middles(wanted: [1, 2, 3], heights: [10, 10, 11], in: 0...30) == nil)
  }

  @Test(arguments: 0..<40)
  func keepsOrderAndClearance(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let count = Int.random(in: 1...9, using: &random)
    let wanted = (0..<count).map { _ in Double.random(in: -20...220, using: &random) }
    let heights = (0..<count).map { _ in Double.random(in: 8...20, using: &random) }
    let middles = try #require(LineEndSweep.middles(wanted: wanted, heights: heights, in: 0...200))
    let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
    for (a, b) in zip(order, order.dropFirst()) {
      #expect(middles[a] + heights[a] / 2 <= middles[b] - heights[b] / 2 + 1e-9)
    }
    for index in order {
      #expect(middles[index] - heights[index] / 2 >= -1e-9 && middles[index] + heights[index] / 2 <= 200 + 1e-9)
    }
  }
}
