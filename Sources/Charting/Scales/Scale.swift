#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How data values become places along an axis.
package enum Scale: Sendable, Hashable {
  case linear
  /// Decades of equal length; values of 0 or below have no place.
  case log
  /// Categories in their one order; the `i`-th lies at the value `i`, and its band reaches half a unit to either side.
  case ordinal([String])

  /// Where a value lies before it is stretched to the axis: itself, or its decimal logarithm.
  ///
  /// - Returns: NaN for a value that has no place.
  package func place(_ value: Double) -> Double {
    switch self {
    case .linear, .ordinal: value.isFinite ? value : .nan
    case .log: value > 0 && value.isFinite ? log10(value) : .nan
    }
  }

  /// The value at a place; the inverse of `place`.
  package func value(at place: Double) -> Double {
    switch self {
    case .linear, .ordinal: place
    case .log: pow(10, place)
    }
  }
}
