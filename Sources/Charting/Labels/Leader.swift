/// A thin line from a label to what it names.
package struct Leader: Sendable, Hashable {
  package var from: Point
  package var to: Point

  package init(from: Point, to: Point) {
    self.from = from
    self.to = to
  }

  /// Whether a part of the line lies inside the rectangle.
  ///
  /// - SeeAlso: Liang & Barsky, *A new concept and method for line clipping*, ACM TOG 3(1), 1984.
  package func crosses(_ rect: Rect) -> Bool {
    var (enter, leave) = (0.0, 1.0)
    let step = to - from
    for (slope, room) in [
      (-step.x, from.x - rect.minX), (step.x, rect.maxX - from.x), (-step.y, from.y - rect.minY),
      (step.y, rect.maxY - from.y),
    ] {
      if slope == 0 {
        if room <= 0 { return false }
      } else if slope < 0 {
        enter = max(enter, room / slope)
      } else {
        leave = min(leave, room / slope)
      }
    }
    return enter < leave
  }

  /// Whether two lines cross.
  package func meets(_ other: Leader) -> Bool {
    func side(_ a: Point, _ b: Point, _ c: Point) -> Double { (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) }
    return side(from, to, other.from) * side(from, to, other.to) < 0
      && side(other.from, other.to, from) * side(other.from, other.to, to) < 0
  }
}
