/// The summary of a column of numbers, missing cells skipped.
///
/// Values that a column of that many cells does not have (the mean of none, the sd of one) are NaN.
package struct Summary: Sendable, Hashable {
  /// Cells that are not missing.
  package let count: Int
  package let missing: Int
  package let sum: Double
  package let mean: Double
  /// With n − 1.
  package let standardDeviation: Double
  /// Smallest value, quartiles (type 7 of Hyndman & Fan 1996, as R and NumPy), largest value.
  package let minimum: Double
  package let firstQuartile: Double
  package let median: Double
  package let thirdQuartile: Double
  package let maximum: Double
  package let distinct: Int

  /// - Parameter numbers: NaN stands for a missing cell.
  package init(_ numbers: Numbers) {
    // One copy, sorted in its place: a column is the largest thing that a summary holds in memory.
    var sorted: [Double] = []
    sorted.reserveCapacity(numbers.count)
    numbers.forEachBlock { _, block in sorted.append(contentsOf: block.lazy.filter { !$0.isNaN }) }
    sorted.sort()
    count = sorted.count
    missing = numbers.count - sorted.count
    sum = compensatedSum(numbers)
    mean = Self.mean(of: numbers)
    standardDeviation = Self.standardDeviation(of: numbers, freedom: 1)
    minimum = sorted.first ?? .nan
    firstQuartile = quantile(0.25, ofSorted: sorted)
    median = quantile(0.5, ofSorted: sorted)
    thirdQuartile = quantile(0.75, ofSorted: sorted)
    maximum = sorted.last ?? .nan
    distinct = sorted.indices.count { $0 == 0 || sorted[$0] != sorted[$0 - 1] }
  }

  /// The mean of the numbers that are not NaN.
  package static func mean(of numbers: Numbers) -> Double {
    let count = presentCount(numbers)
    return count == 0 ? .nan : compensatedSum(numbers) / Double(count)
  }

  /// √(Σ (x − x̄)² / (n − freedom)) over the numbers that are not NaN; NaN when n ≤ freedom.
  package static func standardDeviation(of numbers: Numbers, freedom: Int) -> Double {
    let mean = mean(of: numbers)
    let count = presentCount(numbers)
    guard count > freedom else { return .nan }
    let squares = compensatedSum(numbers) { ($0 - mean) * ($0 - mean) }
    return (squares / Double(count - freedom)).squareRoot()
  }

  private static func presentCount(_ numbers: Numbers) -> Int {
    var count = 0
    numbers.forEachBlock { _, block in count += block.count { !$0.isNaN } }
    return count
  }
}

/// The sum of the numbers that are not NaN, by Neumaier's compensated summation (1974).
///
/// - Parameter change: made to each number before it is added.
package func compensatedSum(_ numbers: Numbers, of change: (Double) -> Double = { $0 }) -> Double {
  var sum = 0.0
  var compensation = 0.0
  numbers.forEachBlock { _, block in
    for x in block.lazy.map(change) where !x.isNaN {
      let next = sum + x
      compensation += abs(sum) >= abs(x) ? (sum - next) + x : (x - next) + sum
      sum = next
    }
  }
  return sum.isFinite ? sum + compensation : sum
}

/// The `p`-quantile of numbers in ascending order by linear interpolation at (n − 1)p (type 7 of Hyndman & Fan,
/// *Sample quantiles in statistical packages*, The American Statistician 50(4), 1996); NaN of none.
package func quantile(_ p: Double, ofSorted sorted: [Double]) -> Double {
  guard let last = sorted.indices.last else { return .nan }
  let position = Double(last) * p
  let below = min(Int(position), last)
  let above = min(below + 1, last)
  let (low, high) = (sorted[below], sorted[above])
  return low == high ? low : low + (position - Double(below)) * (high - low)
}
