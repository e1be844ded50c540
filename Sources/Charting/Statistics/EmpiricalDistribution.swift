#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The empirical cumulative distribution function: the share of values at or below x.
package struct EmpiricalDistribution: Sendable, Hashable {
  /// The distinct values, ascending.
  package let values: [Double]
  /// The function at each of them: rising to 1 at the last.
  package let probabilities: [Double]
  /// How many values there are, equal ones included.
  package let count: Int

  /// - Parameter data: values that are not finite are left out.
  /// - Returns: `nil` when none is finite.
  package init?(_ data: [Double]) {
    let sorted = data.sortedFinite()
    guard !sorted.isEmpty else { return nil }
    let steps = sorted.indices.filter { $0 + 1 == sorted.count || sorted[$0 + 1] != sorted[$0] }
    values = steps.map { sorted[$0] }
    probabilities = steps.map { Double($0 + 1) / Double(sorted.count) }
    count = sorted.count
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

  /// The corners of the stairs from the first value, where they rise from 0, to the last.
  ///
  /// - Parameter most: of more steps than these, every so many are drawn as one: too small to be seen.
  package func stairs(atMost most: Int = 2000) -> (x: [Double], y: [Double]) {
    let stride = max(1, (values.count + most - 1) / most)
    var (x, y): ([Double], [Double]) = ([], [])
    var height = 0.0
    for index in values.indices where index % stride == 0 || index == values.count - 1 {
      x += [values[index], values[index]]
      y += [height, probabilities[index]]
      height = probabilities[index]
    }
    return (x, y)
  }

  /// Where the function is furthest from a continuous distribution function.
  ///
  /// - Parameter function: its value at each of `values`.
  /// - Returns: the Kolmogorov–Smirnov distance D, the value where it is reached, and both heights there: at a step the
  ///   distance may be to its foot or to its top.
  package func largestDistance(to function: [Double]) -> (distance: Double, place: Double, step: Double, model: Double)
  {
    var best = (distance: -1.0, place: 0.0, step: 0.0, model: 0.0)
    for index in values.indices {
      for step in [index > 0 ? probabilities[index - 1] : 0, probabilities[index]] {
        let distance = abs(step - function[index])
        if distance > best.distance { best = (distance, values[index], step, function[index]) }
      }
    }
    return best
  }

  /// Half the height of a band that holds the whole true distribution function with this probability, whatever it is.
  ///
  /// - SeeAlso: P. Massart, *The tight constant in the Dvoretzky–Kiefer–Wolfowitz inequality*, Annals of Probability 18,
  ///   1990: √(log(2/α) / 2n).
  package func bandHalfHeight(level: Double = 0.95) -> Double {
    (log(2 / (1 - level)) / (2 * Double(count))).squareRoot()
  }
}
