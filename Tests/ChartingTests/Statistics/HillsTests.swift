import Charting
import Testing

@Suite struct HillsTests {
  private func grid(_ function: (Double, Double) -> Double) -> ScalarGrid {
    ScalarGrid(x: -2...2, y: -2...2, columns: 81, rows: 81, function)
  }

  /// −(x² − 1)² − y² + x/10: tops near (±1, 0), the pass between them near the origin, 1 below.
  @Test func twoHillsMeetAtAPass() throws {
    let hills = grid { x, y in -(x * x - 1) * (x * x - 1) - y * y + x / 10 }.hills(prominence: 0.1)
    #expect(hills.map(\.top.x) == [1, -1])
    #expect(hills.map(\.top.y) == [0, 0])
    #expect(hills[0].pass == nil)
    #expect(hills[0].prominence == .infinity)
    let pass = try #require(hills[1].pass)
    #expect(abs(pass.x) <= 0.05 && abs(pass.y) <= 0.05)
    #expect(abs(hills[1].prominence - 0.9) < 0.01)
  }

  @Test func smallHillsAreNotCounted() {
    let rough = grid { x, y in -(x * x - 1) * (x * x - 1) - y * y + x / 10 }
    #expect(rough.hills(prominence: 0.89).count == 2)
    #expect(rough.hills(prominence: 0.91).count == 1)
  }

  /// Nodes without a value are no land: two hills that they part never meet.
  @Test func gapsPartHills() {
    let hills = grid { x, _ in x == 0 ? -.infinity : abs(x) }.hills(prominence: 0)
    #expect(hills.map(\.pass) == [nil, nil])
    #expect(hills.map { abs($0.top.x) } == [2, 2])
  }
}
