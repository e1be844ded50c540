/// The empirical cumulative distribution function: the share of values at or below x.
package struct EmpiricalDistribution: Sendable, Hashable {
  /// The distinct values, ascending.
  package let values: [Double]
  /// The function at each of them: rising to 1 at the last.
  package let probabilities: [Double]

  /// - Parameter data: values that are not finite are left out.
  /// - Returns: `nil` when none is finite.
  package init?(_ data: [Double]) {
    let sorted = data.sortedFinite()
    guard !sorted.isEmpty else { return nil }
    let steps = sorted.indices.filter { $0 + 1 == sorted.count || sorted[$0 + 1] != sorted[$0] }
    values = steps.map { sorted[$0] }
    probabilities = steps.map { Double($0 + 1) / Double(sorted.count) }
  }

  /// The share of the data at or below x: 0 below the smallest.
  package func callAsFunction(_ x: Double) -> Double {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= x { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : probabilities[low - 1]
  }
}
