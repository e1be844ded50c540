/// The box of a text's letters as it is turned.
struct TurnedBox {
  private let corners: [Point]

  /// - Parameter slack: how much of the height above and below the letters is left out.
  init(_ run: TextRun, slack: Double, _ measurer: TextMeasurer) {
    var level = run
    level.angle = 0
    level.halo = nil
    let box = measurer.bounds(of: level).inset(x: 0, y: slack)
    let turn = Rotation(degrees: run.angle)
    corners = [
      Point(box.minX, box.minY), Point(box.maxX, box.minY), Point(box.maxX, box.maxY), Point(box.minX, box.maxY),
    ].map { run.position + turn.apply($0 - run.position) }
  }

  /// Whether two boxes share more than an edge: no side of either has the other one wholly outside.
  func intersects(_ other: TurnedBox) -> Bool { !isApart(from: other) && !other.isApart(from: self) }

  private func isApart(from other: TurnedBox) -> Bool {
    corners.indices.contains { index in
      let side = corners[(index + 1) % corners.count] - corners[index]
      // Corners run clockwise on the page, so outside is where this is not positive.
      return other.corners.allSatisfy { corner in
        let way = corner - corners[index]
        return side.x * way.y - side.y * way.x <= 1e-9
      }
    }
  }
}
