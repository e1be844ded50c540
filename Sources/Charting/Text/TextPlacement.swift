#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension TextExtents {
  /// Where the start of the baseline lies, relative to the run's position and before it is turned.
  func start(of run: TextRun) -> Point {
    let x =
      switch run.anchor {
      case .start: 0.0
      case .middle: -width / 2
      case .end: -width
      }
    let y =
      switch run.baseline {
      case .alphabetic: 0.0
      case .middle: capHeight / 2
      case .top: capHeight
      case .bottom: -descent
      }
    return Point(x, y)
  }
}

/// A turn about the origin, clockwise on the page; quarter turns are exact.
struct Rotation {
  let cosine: Double
  let sine: Double

  init(degrees: Double) {
    let quarters = degrees / 90
    if quarters == quarters.rounded(), abs(quarters) < 1e6 {
      let turn = ((Int(quarters) % 4) + 4) % 4
      (cosine, sine) = [(1, 0), (0, 1), (-1, 0), (0, -1)][turn]
    } else {
      (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
    }
  }

  func apply(_ p: Point) -> Point { Point(cosine * p.x - sine * p.y, sine * p.x + cosine * p.y) }
}
