/// A position in CSS pixels, x to the right and y down from the top left corner of the scene.
package struct Point: Sendable, Hashable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  package static let zero = Point(0, 0)

  package static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  package static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  package static func * (a: Point, factor: Double) -> Point { Point(a.x * factor, a.y * factor) }

  /// The distance from the origin, in CSS pixels.
  package var length: Double { (x * x + y * y).squareRoot() }

  package var isFinite: Bool { x.isFinite && y.isFinite }

  package func distance(to other: Point) -> Double { (self - other).length }
}
