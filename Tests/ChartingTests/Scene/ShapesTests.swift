import Charting
import Testing

@Suite struct ShapesTests {
  @Test func circleIsRoundWithinAThousandth() throws {
    for point in samples(of: .circle(center: Point(3, -2), radius: 10)) {
      #expect(abs(point.distance(to: Point(3, -2)) - 10) < 0.004)
    }
  }

  /// Every point of an ellipse satisfies (u/a)² + (v/b)² = 1 in its own axes.
  @Test func ellipseIsTurnedClockwiseOnThePage() {
    let angle = Double.pi / 6
    for p in samples(of: .ellipse(center: .zero, radiusX: 20, radiusY: 5, rotation: angle)) {
      let u = p.x * 0.75.squareRoot() + p.y * 0.5
      let v = -p.x * 0.5 + p.y * 0.75.squareRoot()
      #expect(abs(u * u / 400 + v * v / 25 - 1) < 1e-3)
    }
  }

  @Test func ellipseByAxesIsTheImageOfTheCircle() {
    let path = Path.ellipse(center: Point(1, 1), axes: (Point(3, 0), Point(1, 2)))
    #expect(path.elements.first == .move(Point(4, 1)))
    guard case .curve(_, _, let quarter) = path.elements[1] else {
      Issue.record("an ellipse is made of curves")
      return
    }
    #expect(quarter == Point(2, 3))
  }

  @Test func polylineOfOnePointIsEmpty() {
    #expect(Path.polyline([Point(1, 1)]).isEmpty)
    #expect(Path.polyline([]).bounds == nil)
  }

  @Test(arguments: Symbol.allCases)
  func symbolsAreCentredAndOfLikeSize(_ symbol: Symbol) throws {
    let bounds = try #require(symbol.path(center: Point(5, 5), size: 10).bounds)
    #expect(abs(bounds.midX - 5) < 1e-9)
    #expect(bounds.contains(Point(5, 5)))
    #expect((8.5...12.5).contains(bounds.width) && (8.5...12.5).contains(bounds.height))
  }

  private func samples(of path: Path) -> [Point] {
    var result: [Point] = []
    var last = Point.zero
    for element in path.elements {
      switch element {
      case .move(let p), .line(let p): last = p
      case .curve(let a, let b, let p):
        for t in [0, 0.1, 0.25, 0.5, 0.8] {
          let s = 1 - t
          result.append(last * (s * s * s) + a * (3 * s * s * t) + b * (3 * s * t * t) + p * (t * t * t))
        }
        last = p
      case .close: break
      }
    }
    return result
  }
}
