/// A width and a height in CSS pixels.
package struct Size: Sendable, Hashable {
  package var width: Double
  package var height: Double

  package init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

/// An axis-aligned rectangle in CSS pixels; width and height are never negative.
package struct Rect: Sendable, Hashable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = width < 0 ? x + width : x
    self.y = height < 0 ? y + height : y
    self.width = abs(width)
    self.height = abs(height)
  }

  package init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.init(x: minX, y: minY, width: maxX - minX, height: maxY - minY)
  }

  package init(center: Point, width: Double, height: Double) {
    self.init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }

  package var minX: Double { x }
  package var minY: Double { y }
  package var maxX: Double { x + width }
  package var maxY: Double { y + height }
  package var midX: Double { x + width / 2 }
  package var midY: Double { y + height / 2 }
  package var center: Point { Point(midX, midY) }
  package var size: Size { Size(width, height) }
  package var area: Double { width * height }

  /// The four corners, clockwise on the page from the top left.
  package var corners: [Point] {
    [Point(minX, minY), Point(maxX, minY), Point(maxX, maxY), Point(minX, maxY)]
  }

  /// The rectangle moved inwards on every side; a negative distance grows it.
  package func inset(by distance: Double) -> Rect { inset(x: distance, y: distance) }

  package func inset(x dx: Double, y dy: Double) -> Rect {
    Rect(
      center: center, width: max(0, width - 2 * dx), height: max(0, height - 2 * dy))
  }

  package func offset(by delta: Point) -> Rect { Rect(x: x + delta.x, y: y + delta.y, width: width, height: height) }

  /// Whether the point lies inside or on the border.
  package func contains(_ p: Point) -> Bool { p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY }

  package func contains(_ r: Rect) -> Bool {
    r.minX >= minX && r.maxX <= maxX && r.minY >= minY && r.maxY <= maxY
  }

  /// Whether the interiors share a point; rectangles that only touch do not intersect.
  package func intersects(_ r: Rect) -> Bool { minX < r.maxX && r.minX < maxX && minY < r.maxY && r.minY < maxY }

  /// The common part; `nil` when the interiors are disjoint.
  package func intersection(_ r: Rect) -> Rect? {
    guard intersects(r) else { return nil }
    return Rect(
      minX: max(minX, r.minX), minY: max(minY, r.minY), maxX: min(maxX, r.maxX), maxY: min(maxY, r.maxY))
  }

  /// The smallest rectangle that holds both.
  package func union(_ r: Rect) -> Rect {
    Rect(minX: min(minX, r.minX), minY: min(minY, r.minY), maxX: max(maxX, r.maxX), maxY: max(maxY, r.maxY))
  }
}
