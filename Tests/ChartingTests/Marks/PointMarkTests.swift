import Charting
import Testing

@Suite struct PointMarkTests {
  private func cloud(_ count: Int) -> PointMark {
    PointMark(x: (0..<count).map { Double($0 % 10) }, y: (0..<count).map { Double($0 % 7) })
  }

  /// The table of the style guide.
  @Test(arguments: [(300, 6.0, 0.75), (1000, 5, 0.5), (3000, 4, 0.3), (10_000, 3, 0.15)])
  func moreArePalerAndSmaller(count: Int, diameter: Double, opacity: Double) throws {
    let stamp = try #require(stamps(drawn(cloud(count))).first)
    #expect(stamp.size == diameter)
    #expect(stamp.points.count == count)
    #expect(stamp.colors.allSatisfy { $0.alpha == opacity })
  }

  @Test func everyPointKeepsItsPaintAndSymbolWhenShuffled() {
    let mark = PointMark(
      x: [1, 2, 3], y: [1, 2, 3], paints: [.component(0), .component(1), .component(2)],
      symbols: [.circle, .square, .triangle], opacity: 1)
    for stamp in stamps(drawn(mark)) {
      for (point, color) in zip(stamp.points, stamp.colors) {
        let index = Int((point.x - 100) / 20) - 1
        #expect(point == Point(120 + 20 * Double(index), 140 - 10 * Double(index)))
        #expect(color == Theme.light.color(.component(index)))
        #expect(stamp.symbol == Symbol.component(index))
      }
    }
    #expect(stamps(drawn(mark)).map(\.points.count).reduce(0, +) == 3)
  }

  @Test func groupsAreMixedInTheOrderOfDrawing() {
    var mark = cloud(100)
    mark.paints = (0..<100).map { .component($0 < 50 ? 0 : 1) }
    let colors = stamps(drawn(mark)).flatMap(\.colors)
    let changes = zip(colors, colors.dropFirst()).count { $0 != $1 }
    #expect(changes > 20)
    mark.shuffled = false
    let ordered = stamps(drawn(mark)).flatMap(\.colors)
    #expect(zip(ordered, ordered.dropFirst()).count { $0 != $1 } == 1)
  }

  @Test func pointsOutsideAreLeftOutOrMarked() {
    var mark = PointMark(x: [5, 5, 50], y: [5, 20, 5], symbols: [.square], diameter: 6)
    #expect(stamps(drawn(mark)).flatMap(\.points) == [Point(200, 100)])
    mark.marksOverflow = true
    let marked = stamps(drawn(mark)).first { $0.symbol == .triangle }
    #expect(marked?.points == [Point(200, 54)])
  }

  @Test func ringsSurroundTheirPoints() {
    let mark = PointMark(x: [1, 2, 3], y: [1, 2, 30], rings: [1, 2])
    let rings = stamps(drawn(mark)).filter { $0.colors.isEmpty }
    #expect(rings.map(\.points) == [[Point(140, 130)]])
    #expect(rings.map(\.size) == [11])
  }
}
