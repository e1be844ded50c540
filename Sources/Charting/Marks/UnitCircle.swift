#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

enum UnitCircle {
  /// Evenly spaced points, the first once more at the end.
  static func points(_ count: Int) -> [Point] {
    (0...count).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(count)
      return Point(cos(angle), sin(angle))
    }
  }
}
