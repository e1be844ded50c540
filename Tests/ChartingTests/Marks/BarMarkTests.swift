import Charting
import Testing

@Suite struct BarMarkTests {
  @Test func barsReachFromFootToTopWithAGapBetween() throws {
    let mark = BarMark(edges: [0, 2, 4], heights: [5, 10])
    let path = try #require(paths(drawn(mark)).first)
    #expect(
      nodes(path) == [
        Point(100.5, 100), Point(139.5, 100), Point(139.5, 150), Point(100.5, 150),
        Point(140.5, 50), Point(179.5, 50), Point(179.5, 150), Point(140.5, 150),
      ])
  }

  @Test func negativeHeightsHangFromZero() throws {
    let path = try #require(paths(drawn(BarMark(edges: [0, 2], heights: [-5]))).first)
    #expect(nodes(path) == [Point(100.5, 150), Point(139.5, 150), Point(139.5, 200), Point(100.5, 200)])
    let domain = domains(BarMark(edges: [0, 1, 2], heights: [-5, 10])).y
    #expect(domain.lowerBound < -5 && domain.upperBound > 10)
  }

  @Test func layersAreToldApartByTheirLowerEdge() throws {
    let mark = BarMark(edges: [0, 2], spans: [3...6], paint: .component(0))
    let path = try #require(paths(drawn(mark)).first)
    #expect(path.bounds == Rect(minX: 100.5, minY: 90, maxX: 139.5, maxY: 119.5))
  }

  @Test func thinLayersStayVisible() throws {
    let mark = BarMark(edges: [0, 2], spans: [3...3.01], paint: .component(0))
    let bounds = try #require(paths(drawn(mark)).first?.bounds)
    #expect(bounds.height >= 0.5)
  }

  @Test func emptyBarsAreNotDrawn() { #expect(drawn(BarMark(edges: [0, 1, 2], heights: [0, .nan])).isEmpty) }

  @Test func theAxisStartsAtTheFoot() { #expect(domains(BarMark(edges: [2, 4], heights: [10])).y == 0...10.4) }
}
