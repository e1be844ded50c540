#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How densely points lie over a rectangle: counts in small cells, smoothed by a Gaussian.
package struct SmoothedCounts: Sendable, Hashable {
  /// `columns · rows` values, rows from the lowest, each from left to right; their sum is the number of points inside,
  /// but for what the smoothing carries over the edges.
  package let values: [Double]

  /// - Parameters:
  ///   - x, y: places of the points; those outside the rectangle do not count.
  ///   - deviation: of the Gaussian, in cells along each axis.
  package init(
    x: [Double], y: [Double], over xRange: ClosedRange<Double>, _ yRange: ClosedRange<Double>, columns: Int, rows: Int,
    deviation: (x: Double, y: Double)
  ) {
    var counts = [Double](repeating: 0, count: columns * rows)
    let across = Double(columns) / (xRange.upperBound - xRange.lowerBound)
    let up = Double(rows) / (yRange.upperBound - yRange.lowerBound)
    for (x, y) in zip(x, y) where xRange.contains(x) && yRange.contains(y) {
      let column = min(columns - 1, Int((x - xRange.lowerBound) * across))
      let row = min(rows - 1, Int((y - yRange.lowerBound) * up))
      counts[row * columns + column] += 1
    }
    let alongRows = Self.smoothed(counts, lines: rows, length: columns, line: columns, step: 1, deviation.x)
    values = Self.smoothed(alongRows, lines: columns, length: rows, line: 1, step: columns, deviation.y)
  }

  /// The cell-wide deviations of Scott's rule for two dimensions, σ n^(−1/6), halved so that groups far from normal keep
  /// their shape; at least one cell.
  package static func deviation(of values: [Double], over range: ClosedRange<Double>, cells: Int) -> Double {
    let finite = values.filter(\.isFinite)
    let mean = finite.reduce(0, +) / Double(max(1, finite.count))
    let variance = finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, finite.count))
    let rule = 0.5 * variance.squareRoot() * pow(Double(max(1, finite.count)), -1 / 6)
    return max(1, rule * Double(cells) / (range.upperBound - range.lowerBound))
  }

  /// Every line folded with a Gaussian cut at three deviations.
  private static func smoothed(
    _ values: [Double], lines: Int, length: Int, line: Int, step: Int, _ deviation: Double
  ) -> [Double] {
    let reach = Int((3 * deviation).rounded(.up))
    let weights = (-reach...reach).map { exp(-0.5 * Double($0 * $0) / (deviation * deviation)) }
    let total = weights.reduce(0, +)
    var result = [Double](repeating: 0, count: values.count)
    for l in 0..<lines {
      for i in 0..<length {
        let value = values[l * line + i * step]
        guard value != 0 else { continue }
        for j in max(0, i - reach)...min(length - 1, i + reach) {
          result[l * line + j * step] += value * weights[j - i + reach] / total
        }
      }
    }
    return result
  }
}
