/// Mean and central moments of a sample, computed in two passes.
package struct Moments: Sendable {
  package let count: Int
  package let mean: Double
  /// Σ(x − mean)².
  let squares: Double
  /// Σ(x − mean)³.
  let cubes: Double

  package init(_ values: [Double]) {
    count = values.count
    let mean = values.reduce(0, +) / Double(values.count)
    self.mean = mean
    squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    cubes = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) }
  }

  /// The standard deviation of the values themselves (divisor n).
  var populationDeviation: Double { (squares / Double(count)).squareRoot() }

  /// The estimate of a population's standard deviation (divisor n − 1); 0 for one value.
  package var sampleDeviation: Double { count < 2 ? 0 : (squares / Double(count - 1)).squareRoot() }

  /// Skewness g₁ = m₃ / m₂^(3/2); 0 when all values are equal.
  var skewness: Double {
    let deviation = populationDeviation
    return deviation > 0 ? cubes / Double(count) / (deviation * deviation * deviation) : 0
  }
}
