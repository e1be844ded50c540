/// The shapes that mark points, in the order in which groups take them.
package enum Symbol: String, Sendable, Hashable, CaseIterable {
  case circle, square, triangle, diamond, plus, cross

  /// The outline of the symbol around a centre.
  ///
  /// - Parameter size: the diameter of the circle in CSS pixels; the others are drawn to look as large.
  package func path(center c: Point, size: Double) -> Path {
    let r = size / 2
    switch self {
    case .circle: return .circle(center: c, radius: r)
    case .square: return .rect(Rect(center: c, width: size * 0.89, height: size * 0.89))
    case .triangle:
      let s = r * 1.34
      return .polyline(
        [Point(c.x, c.y - s), Point(c.x + s * 0.92, c.y + s * 0.66), Point(c.x - s * 0.92, c.y + s * 0.66)],
        closed: true)
    case .diamond:
      let s = r * 1.24
      return .polyline(
        [Point(c.x, c.y - s), Point(c.x + s, c.y), Point(c.x, c.y + s), Point(c.x - s, c.y)], closed: true)
    case .plus: return Self.bars(center: c, arm: r * 1.15, half: r * 0.3, along: (Point(1, 0), Point(0, 1)))
    case .cross:
      let d = 0.5.squareRoot()
      return Self.bars(center: c, arm: r * 1.2, half: r * 0.3, along: (Point(d, d), Point(-d, d)))
    }
  }

  /// Two crossing bars as one outline of twelve corners, so that a translucent colour is laid on once.
  private static func bars(center: Point, arm: Double, half: Double, along axes: (Point, Point)) -> Path {
    let corners = [
      (half, -half), (arm, -half), (arm, half), (half, half), (half, arm), (-half, arm),
      (-half, half), (-arm, half), (-arm, -half), (-half, -half), (-half, -arm), (half, -arm),
    ]
    return .polyline(corners.map { center + axes.0 * $0 + axes.1 * $1 }, closed: true)
  }
}
