import Charting
import Testing

@Suite struct ObstacleMapTests {
  private let frame = Rect(x: 50, y: 30, width: 300, height: 200)

  @Test func countsOnlyWhatARectangleCovers() {
    var map = ObstacleMap(frame)
    map.add(disc: Point(100, 100), radius: 3)
    map.finish()
    #expect(map.cost(of: Rect(x: 200, y: 150, width: 80, height: 20)) == 0)
    #expect(abs(map.cost(of: Rect(x: 80, y: 90, width: 40, height: 20)) - 3) < 1e-9)
    #expect(map.cost(of: frame) == map.cost(of: Rect(x: 0, y: 0, width: 900, height: 900)))
  }

  @Test func aLongerLineCostsMore() {
    var map = ObstacleMap(frame)
    map.add(line: [Point(60, 100), Point(340, 100)], weight: 1)
    map.finish()
    let short = map.cost(of: Rect(x: 100, y: 90, width: 30, height: 20))
    let long = map.cost(of: Rect(x: 100, y: 90, width: 120, height: 20))
    #expect(short > 8 && long > 3 * short && long < 6 * short)
  }

  @Test func areasCostWhatTheyHold() {
    var map = ObstacleMap(frame)
    let xs = stride(from: 50.0, through: 350, by: 0.5)
    map.add(between: xs.map { Point($0, 100) }, and: xs.map { Point($0, 200) }, weight: 0.5)
    map.finish()
    #expect(map.cost(of: Rect(x: 100, y: 40, width: 60, height: 30)) == 0)
    // 20 by 10 cells of 3 px, each a tenth of the weight, and what lies half over the edge.
    let cost = map.cost(of: Rect(x: 101, y: 121, width: 60, height: 30))
    #expect(cost > 10 && cost < 18)
  }

  @Test func whatLiesOutsideCostsNothing() {
    var map = ObstacleMap(frame)
    map.add(Rect(x: 0, y: 0, width: 40, height: 400), weight: 1)
    map.add(line: [Point(.nan, 3), Point(100, 100), Point(1e9, 100)], weight: 1)
    map.finish()
    #expect(map.cost(of: frame) == 0)
  }
}
