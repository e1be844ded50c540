import Charting
import Testing

@Suite struct CurveMarkTests {
  @Test func aMissingValueBreaksTheLine() throws {
    let line = LineMark(x: [0, 1, 2, 3, 4], y: [1, 2, .nan, 3, 4], paint: .ink)
    let path = try #require(paths(drawn(line)).first)
    #expect(
      path.elements == [
        .move(Point(100, 140)), .line(Point(120, 130)), .move(Point(160, 120)), .line(Point(180, 110)),
      ])
  }

  @Test func longLinesAreStrokedInPartsThatShareAStretch() {
    let x = (0..<2000).map { Double($0) / 200 }
    let strokes = paths(drawn(LineMark(x: x, y: x, paint: .ink))).map(nodes)
    #expect(strokes.count == 8)
    #expect(strokes.first?.first == Point(100, 150) && strokes.last?.last.map { abs($0.x - 299.9) < 1e-9 } == true)
    for (stroke, next) in zip(strokes, strokes.dropFirst()) { #expect(stroke.suffix(2) == next.prefix(2)) }
    #expect(Set(strokes.joined().map(\.x)).count == 2000)
  }

  @Test func linesAreCutAtThePanel() {
    var panel = panel()
    LineMark(x: [0, 10], y: [0, 99], paint: .ink).draw(in: &panel)
    guard case .group(let clip, _) = panel.primitives.first else {
      Issue.record("no clip")
      return
    }
    #expect(clip == Rect(minX: 99, minY: 49, maxX: 301, maxY: 151))
  }

  @Test func anAreaReachesDownToZero() throws {
    let path = try #require(paths(drawn(AreaMark(x: [0, 5], upper: [2, 4], paint: .component(0)))).first)
    #expect(nodes(path) == [Point(100, 130), Point(200, 110), Point(200, 150), Point(100, 150)])
  }

  @Test func aRuleCrossesThePanelOrAPartOfIt() {
    let whole = paths(drawn(RuleMark(.horizontal, at: 5)))
    #expect(whole.map(nodes) == [[Point(100, 100), Point(300, 100)]])
    let part = paths(drawn(RuleMark(.vertical, at: 5, span: 0...2)))
    #expect(part.map(nodes) == [[Point(200, 150), Point(200, 130)]])
    #expect(drawn(RuleMark(.horizontal, at: 11)).isEmpty)
  }

  @Test func aBandWithoutSidesCrossesThePanel() {
    let band = paths(drawn(RectMark(y: 0...2, paint: .neutral)))
    #expect(band.map(\.bounds) == [Rect(x: 100, y: 130, width: 200, height: 20)])
    let far = paths(drawn(RectMark(x: -5...5, y: -100...100, paint: .neutral)))
    #expect(far.map(\.bounds) == [Rect(x: 100, y: 50, width: 100, height: 100)])
  }

  @Test func segmentsJoinTheirEnds() {
    let mark = SegmentMark([.init(x0: 0, y0: 0, x1: 1, y1: 1), .init(x0: 0, y0: .nan, x1: 1, y1: 1)], paint: .ink)
    #expect(paths(drawn(mark)).map(nodes) == [[Point(100, 150), Point(120, 140)]])
  }

  @Test func logarithmicPlacesAreDecades() {
    let panel = panel(y: .log, yDomain: -2...2)
    let lines = paths(drawn(LineMark(x: [0, 5, 10], y: [0.01, 1, 100], paint: .ink), in: panel))
    #expect(lines.map(nodes) == [[Point(100, 150), Point(200, 100), Point(300, 50)]])
  }
}
