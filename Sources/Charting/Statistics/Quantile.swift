/// Quantiles by linear interpolation between order statistics (type 7 of Hyndman & Fan; the default of R and numpy).
package enum Quantile {
  /// - Parameters:
  ///   - sorted: ascending, not empty, without NaN.
  ///   - p: 0 to 1.
  package static func value(_ p: Double, ofSorted sorted: [Double]) -> Double {
    let position = p.clamped(0, 1) * Double(sorted.count - 1)
    let below = Int(position)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}

extension Sequence<Double> {
  /// The finite values in ascending order: what statistics are made of.
  func sortedFinite() -> [Double] { filter(\.isFinite).sorted() }
}
