import Charting
import Testing

@Suite struct RectTests {
  @Test func negativeSizesAreTurnedOver() {
    #expect(Rect(x: 5, y: 5, width: -2, height: -3) == Rect(x: 3, y: 2, width: 2, height: 3))
  }

  @Test func touchingIsNotIntersecting() {
    let a = Rect(x: 0, y: 0, width: 10, height: 10)
    #expect(!a.intersects(Rect(x: 10, y: 0, width: 5, height: 5)))
    #expect(a.intersection(Rect(x: 8, y: -4, width: 5, height: 6)) == Rect(x: 8, y: 0, width: 2, height: 2))
    #expect(a.intersection(Rect(x: 11, y: 0, width: 1, height: 1)) == nil)
  }

  @Test func insetNeverTurnsInsideOut() {
    let rect = Rect(x: 0, y: 0, width: 10, height: 4)
    #expect(rect.inset(by: 1) == Rect(x: 1, y: 1, width: 8, height: 2))
    #expect(rect.inset(by: -1) == Rect(x: -1, y: -1, width: 12, height: 6))
    #expect(rect.inset(by: 3) == Rect(x: 3, y: 2, width: 4, height: 0))
  }

  @Test func unionHoldsBoth() {
    let union = Rect(x: 0, y: 0, width: 1, height: 1).union(Rect(x: 4, y: -2, width: 1, height: 1))
    #expect(union == Rect(minX: 0, minY: -2, maxX: 5, maxY: 1))
  }
}
