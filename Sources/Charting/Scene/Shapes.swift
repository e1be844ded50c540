#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Path {
  /// Straight lines from point to point; empty for fewer than two points.
  package static func polyline(_ points: some Sequence<Point>, closed: Bool = false) -> Path {
    var path = Path()
    for point in points {
      if path.isEmpty { path.move(to: point) } else { path.line(to: point) }
    }
    guard path.elements.count > 1 else { return Path() }
    if closed { path.close() }
    return path
  }

  package static func line(_ a: Point, _ b: Point) -> Path { polyline([a, b]) }

  package static func rect(_ r: Rect) -> Path { polyline(r.corners, closed: true) }

  package static func circle(center: Point, radius: Double) -> Path {
    ellipse(center: center, radiusX: radius, radiusY: radius)
  }

  /// An ellipse by four Bézier arcs (within 0.03 % of the radius).
  ///
  /// - Parameter rotation: the angle of the first axis from the x axis, in radians, clockwise on the page.
  package static func ellipse(center: Point, radiusX: Double, radiusY: Double, rotation: Double = 0) -> Path {
    let (cosine, sine) = (cos(rotation), sin(rotation))
    return ellipse(
      center: center, axes: (Point(radiusX * cosine, radiusX * sine), Point(-radiusY * sine, radiusY * cosine)))
  }

  /// The image of the unit circle under a linear map, given by where it sends the two unit vectors.
  ///
  /// With the columns of a Cholesky factor of a covariance (mapped to pixels) this is its 1σ ellipse.
  package static func ellipse(center: Point, axes: (Point, Point)) -> Path {
    func at(_ u: Double, _ v: Double) -> Point { center + axes.0 * u + axes.1 * v }
    let k = circleControl
    var path = Path()
    path.move(to: at(1, 0))
    path.curve(at(1, k), at(k, 1), to: at(0, 1))
    path.curve(at(-k, 1), at(-1, k), to: at(-1, 0))
    path.curve(at(-1, -k), at(-k, -1), to: at(0, -1))
    path.curve(at(k, -1), at(1, -k), to: at(1, 0))
    path.close()
    return path
  }

  /// How far the control points of a quarter circle lie from its ends, in radii: 4(√2 − 1)/3.
  private static let circleControl = 0.5522847498307936
}
