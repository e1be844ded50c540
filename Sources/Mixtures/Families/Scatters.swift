/// Each component's own covariance, before a family restricts it.
struct Scatters {
  let dimension: Int
  /// nₖ = Σᵢ rᵢₖ, length K. A component of count 0 has no say in what a family shares, and gets the covariance that
  /// suits it best beside what the others decided.
  var counts: [Double]
  /// Wₖ / nₖ + F, K × d × d, row-major, symmetric.
  var covariances: [Double]
  /// The covariances that entered the M-step, K × d × d, below which an iterative projection may not end; nil at a start.
  var previous: [Double]?

  init(dimension: Int, counts: [Double], covariances: [Double], previous: [Double]? = nil) {
    self.dimension = dimension
    self.counts = counts
    self.covariances = covariances
    self.previous = previous
  }

  var components: Int { counts.count }

  /// nₖ / n, equal where no component has a row.
  var shares: [Double] {
    let total = counts.reduce(0, +)
    return counts.map { total > 0 ? $0 / total : 1 / Double(counts.count) }
  }

  /// Row i, column j of component k's covariance.
  subscript(k: Int, i: Int, j: Int) -> Double { covariances[(k * dimension + i) * dimension + j] }

  /// The covariance of component k.
  func matrix(_ k: Int) -> Matrix { matrix(k, of: covariances) }

  /// Component k's part of K × d × d numbers.
  func matrix(_ k: Int, of values: [Double]) -> Matrix {
    let size = dimension * dimension
    return Matrix(rows: dimension, columns: dimension, values: Array(values[k * size..<(k + 1) * size]))
  }

  /// The variances of component k along the axes.
  func variances(_ k: Int) -> [Double] { (0..<dimension).map { self[k, $0, $0] } }

  /// Σₖ nₖ / n · `value(k)`
  func pooled(_ value: (Int) -> Double) -> Double {
    let total = counts.reduce(0, +)
    var sum = 0.0
    for k in 0..<components { sum += (total > 0 ? counts[k] / total : 1 / Double(components)) * value(k) }
    return sum
  }

  /// Replaces every component's covariance by the entries `value(k, i, j)` of the lower triangle.
  mutating func fill(_ value: (_ k: Int, _ i: Int, _ j: Int) -> Double) {
    let d = dimension
    for k in 0..<components {
      for i in 0..<d {
        for j in 0...i {
          let entry = value(k, i, j)
          covariances[(k * d + i) * d + j] = entry
          covariances[(k * d + j) * d + i] = entry
        }
      }
    }
  }

  /// Replaces every component's covariance by V diag(variances) Vᵀ, V's columns being its axes; by 0 where a variance is
  /// lost in the rounding of the largest.
  mutating func fill(axes: (Int) -> Matrix, variances: (Int) -> [Double]) {
    let d = dimension
    for k in 0..<components {
      let (own, along) = (axes(k), variances(k))
      let least = Double(d) * 0x1p-52 * (along.max() ?? 0)
      let whole = along.allSatisfy { $0 > least }
      for i in 0..<d {
        for j in 0...i {
          let entry = whole ? (0..<d).reduce(0) { $0 + own[i, $1] * own[j, $1] * along[$1] } : 0
          covariances[(k * d + i) * d + j] = entry
          covariances[(k * d + j) * d + i] = entry
        }
      }
    }
  }

  /// What multiplies each component's covariance to give all of them one volume, their average: Σₗ (nₗ / n) vₗ / vₖ for
  /// volumes vₖ; 0 where a component has none.
  ///
  /// - Parameter logVolumes: log vₖ = log |Sₖ| / d, not finite where a covariance is singular.
  func factorsToOneVolume(_ logVolumes: [Double]) -> [Double] {
    // In units of the largest.
    let largest = logVolumes.reduce(-Double.infinity) { $1.isFinite ? max($0, $1) : $0 }
    let average = pooled { logVolumes[$0].isFinite ? Elementary.exp(logVolumes[$0] - largest) : 0 }
    return logVolumes.map { $0.isFinite ? average * Elementary.exp(largest - $0) : 0 }
  }
}
