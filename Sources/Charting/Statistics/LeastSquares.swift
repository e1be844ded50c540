/// The straight line that leaves the least sum of squared heights between it and the points.
package struct LeastSquares: Sendable, Hashable {
  /// Units of y for a unit of x.
  package let slope: Double
  /// The line passes through both means.
  package let meanX: Double
  package let meanY: Double
  /// The share of the variance of y that the line accounts for: the square of Pearson's correlation; 1 for constant y.
  package let determination: Double

  /// - Parameters:
  ///   - x, y: one length; pairs that are not finite are left out.
  /// - Returns: `nil` when x does not vary, or something overflows.
  package init?(_ x: [Double], _ y: [Double]) {
    let rows = zip(x, y).filter { $0.0.isFinite && $0.1.isFinite }
    let count = Double(rows.count)
    let (meanX, meanY) = (rows.reduce(0) { $0 + $1.0 / count }, rows.reduce(0) { $0 + $1.1 / count })
    let reach = rows.map { abs($0.0 - meanX) }.max() ?? 0
    let (low, high) = (rows.map(\.0).min() ?? 0, rows.map(\.0).max() ?? 0)
    guard low < high, reach > 0, reach.isFinite else { return nil }
    // In units of the largest deviation, squares neither overflow nor vanish.
    let squares = rows.reduce(0) { sum, row in
      let u = (row.0 - meanX) / reach
      return sum + u * u
    }
    let products = rows.reduce(0) { $0 + ($1.0 - meanX) / reach * ($1.1 - meanY) }
    slope = products / squares / reach
    (self.meanX, self.meanY) = (meanX, meanY)
    let r = Correlation.of(rows.map(\.0), rows.map(\.1)).value ?? 1
    determination = r * r
    guard slope.isFinite, meanY.isFinite else { return nil }
  }

  package func callAsFunction(_ x: Double) -> Double { meanY + slope * (x - meanX) }
}
