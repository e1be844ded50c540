/// How closely two columns go together, from −1 to 1.
package enum Correlation {
  package enum Method: String, Sendable, CaseIterable {
    /// Of the values: how nearly they lie on a line.
    case pearson
    /// Of their ranks, equal values sharing the mean of theirs: how nearly one rises with the other.
    case spearman
  }

  /// Over the rows in which both are finite.
  ///
  /// - Returns: the correlation, `nil` with fewer than two rows or a constant column, and the number of rows.
  package static func of(
    _ a: [Double], _ b: [Double], method: Method = .pearson
  ) -> (value: Double?, count: Int) {
    let rows = zip(a, b).filter { $0.0.isFinite && $0.1.isFinite }
    let (x, y) = (rows.map(\.0), rows.map(\.1))
    let value = method == .pearson ? pearson(x, y) : pearson(ranks(x), ranks(y))
    return (value, rows.count)
  }

  /// Columns are brought to unit size first, so that nothing overflows.
  private static func pearson(_ x: [Double], _ y: [Double]) -> Double? {
    guard let a = standardized(x), let b = standardized(y) else { return nil }
    let r = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    return r.isFinite ? max(-1, min(1, r)) : nil
  }

  /// Centred, of length 1; `nil` for a constant column.
  private static func standardized(_ values: [Double]) -> [Double]? {
    guard let low = values.min(), let high = values.max(), low < high else { return nil }
    let size = max(abs(low), abs(high))
    let unit = values.map { $0 / size }
    let mean = unit.reduce(0, +) / Double(unit.count)
    let centred = unit.map { $0 - mean }
    let reach = centred.map(abs).max() ?? 0
    guard reach > 0 else { return nil }
    let scaled = centred.map { $0 / reach }
    let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return scaled.map { $0 / length }
  }

  /// From 1; equal values share the mean of their ranks.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = Array(repeating: 0.0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }
}
