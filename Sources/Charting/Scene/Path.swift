/// Lines and Bézier curves in CSS pixels.
package struct Path: Sendable, Hashable {
  package enum Element: Sendable, Hashable {
    case move(Point)
    case line(Point)
    /// A cubic Bézier curve: first control point, second control point, end.
    case curve(Point, Point, Point)
    case close
  }

  package var elements: [Element] = []

  package init() {}

  package var isEmpty: Bool { elements.isEmpty }

  package mutating func move(to p: Point) { elements.append(.move(p)) }
  package mutating func line(to p: Point) { elements.append(.line(p)) }
  package mutating func curve(_ c1: Point, _ c2: Point, to p: Point) { elements.append(.curve(c1, c2, p)) }
  package mutating func close() { elements.append(.close) }
  package mutating func append(_ path: Path) { elements += path.elements }

  /// The smallest rectangle that holds all end and control points; `nil` for an empty path.
  package var bounds: Rect? {
    var result: Rect?
    func add(_ p: Point) {
      let r = Rect(x: p.x, y: p.y, width: 0, height: 0)
      result = result?.union(r) ?? r
    }
    for element in elements {
      switch element {
      case .move(let p), .line(let p): add(p)
      case .curve(let a, let b, let p):
        add(a)
        add(b)
        add(p)
      case .close: break
      }
    }
    return result
  }
}
