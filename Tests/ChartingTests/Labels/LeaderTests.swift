import Charting
import Testing

@Suite struct LeaderTests {
  private let rect = Rect(x: 10, y: 10, width: 20, height: 10)

  @Test(arguments: [
    (Point(0, 15), Point(50, 15)), (Point(20, 0), Point(20, 12)), (Point(0, 0), Point(40, 30)),
    (Point(12, 12), Point(14, 14)),
  ])
  func crossesWhatItEnters(from: Point, to: Point) { #expect(Leader(from: from, to: to).crosses(rect)) }

  @Test(arguments: [
    (Point(0, 5), Point(50, 5)), (Point(0, 15), Point(9, 15)), (Point(0, 0), Point(10, 10)),
    (Point(5, 10), Point(50, 10)),
    (Point(0, 25), Point(15, 21)), (Point(40, 0), Point(40, 50)),
  ])
  func missesWhatItPassesOrTouches(from: Point, to: Point) { #expect(!Leader(from: from, to: to).crosses(rect)) }

  @Test func meetsOnlyWhatItCrosses() {
    let line = Leader(from: Point(0, 0), to: Point(10, 10))
    #expect(line.meets(Leader(from: Point(0, 10), to: Point(10, 0))))
    #expect(!line.meets(Leader(from: Point(0, 10), to: Point(4, 6))))
    #expect(!line.meets(Leader(from: Point(1, 0), to: Point(11, 10))))
  }
}
