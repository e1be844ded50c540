import Charting
import Testing

@Suite struct ContoursTests {
  /// x² + y² at level 1: the unit circle.
  let bowl = ScalarGrid(x: -2...2, y: -2...2, columns: 81, rows: 61) { $0 * $0 + $1 * $1 }

  @Test func aCircleIsOneClosedLineOnTheCircle() throws {
    let lines = bowl.isolines(at: 1)
    try #require(lines.count == 1)
    #expect(lines[0].closed && lines[0].x.count > 100)
    for (x, y) in zip(lines[0].x, lines[0].y) { #expect(abs((x * x + y * y).squareRoot() - 1) < 0.001) }
    #expect(abs(abs(area(lines[0])) - .pi) < 0.01)
  }

  @Test func highGroundLiesOnTheLeft() throws {
    // Of a dome it is inside, so the line runs counter-clockwise; of a bowl outside.
    let dome = ScalarGrid(x: -2...2, y: -2...2, columns: 41, rows: 41) { -$0 * $0 - $1 * $1 }
    #expect(area(try #require(dome.isolines(at: -1).first)) > 3)
    #expect(area(try #require(bowl.isolines(at: 1).first)) < -3)
  }

  @Test func linesThatLeaveTheGridAreOpen() throws {
    let slope = ScalarGrid(x: 0...10, y: 0...4, columns: 11, rows: 5) { x, _ in x }
    let line = try #require(slope.isolines(at: 2.25).first)
    #expect(!line.closed && line.x.allSatisfy { $0 == 2.25 })
    #expect([line.y.first, line.y.last] == [4, 0])
    #expect(slope.isolines(at: 11).isEmpty && slope.isolines(at: -1).isEmpty)
  }

  @Test func regionsCloseAlongTheBorder() {
    let slope = ScalarGrid(x: 0...10, y: 0...4, columns: 11, rows: 5) { x, _ in x }
    let regions = slope.regions(at: 2.25)
    #expect(regions.count == 1 && regions.allSatisfy(\.closed))
    #expect(abs(regions.map(area).reduce(0, +) - 7.75 * 4) < 1e-9)
    // The whole grid lies above: its own border.
    #expect(abs(slope.regions(at: -1).map(area).reduce(0, +) - 40) < 1e-9)
    #expect(slope.regions(at: 11).isEmpty)
  }

  @Test func holesRunTheOtherWay() {
    let regions = bowl.regions(at: 1)
    #expect(regions.count == 2)
    let areas = regions.map(area).sorted()
    #expect(abs(areas[0] + .pi) < 0.01 && abs(areas[1] - 16) < 1e-9)
  }

  @Test func bandsAreTheDifferenceOfRegions() {
    // Between radius 1 and √2 lies π.
    #expect(abs(bowl.band(from: 1, to: 2).map(area).reduce(0, +) - .pi) < 0.02)
  }

  /// Corners 1 and 0 crosswise: the mean of the four decides which corners are joined.
  @Test(arguments: [(0.4, 1), (0.6, 2)])
  func saddles(_ level: Double, _ pieces: Int) {
    let saddle = ScalarGrid(x: 0...1, y: 0...1, columns: 2, rows: 2, values: [1, 0, 0, 1])
    let regions = saddle.regions(at: level)
    #expect(regions.count == pieces)
    let mirrored = ScalarGrid(x: 0...1, y: 0...1, columns: 2, rows: 2, values: [0, 1, 1, 0])
    #expect(mirrored.regions(at: level).count == pieces)
    #expect(abs(regions.map(area).reduce(0, +) - mirrored.regions(at: level).map(area).reduce(0, +)) < 1e-12)
  }

  @Test func holesInTheDataAreLow() {
    let grid = ScalarGrid(x: 0...4, y: 0...4, columns: 5, rows: 5) { x, y in x == 2 && y == 2 ? .nan : 1 }
    let areas = grid.regions(at: 0.5).map(area).sorted()
    #expect(areas.count == 2 && areas[1] == 16 && areas[0] < 0)
    #expect(grid.isolines(at: 0.5).allSatisfy { $0.x.allSatisfy(\.isFinite) && $0.y.allSatisfy(\.isFinite) })
  }

  /// Twice the signed area, halved: positive when counter-clockwise.
  private func area(_ line: ContourMark.Line) -> Double {
    let n = line.x.count
    return (0..<n).reduce(0) { sum, i in
      let j = (i + 1) % n
      return sum + (line.x[i] * line.y[j] - line.x[j] * line.y[i]) / 2
    }
  }
}
