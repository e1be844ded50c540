/// Values in ascending order, each with the share of the whole that it stands for.
struct WeightedSample {
  let values: [Double]
  /// As many; they add up to 1.
  let shares: [Double]
  /// (Σw)² / Σw²: the number of values of equal weight that tell as much.
  let effectiveCount: Double

  /// - Parameters:
  ///   - values: those that are not finite, or whose weight is not above 0, are left out.
  ///   - weights: `nil` when all count the same.
  init(_ values: [Double], weights: [Double]? = nil) {
    guard let weights else {
      self.values = values.sortedFinite()
      effectiveCount = Double(self.values.count)
      shares = Array(repeating: 1 / effectiveCount, count: self.values.count)
      return
    }
    let kept = zip(values, weights).filter { $0.isFinite && $1 > 0 && $1.isFinite }.sorted { $0.0 < $1.0 }
    let total = kept.reduce(0) { $0 + $1.1 }
    self.values = kept.map(\.0)
    shares = kept.map { $0.1 / total }
    effectiveCount = 1 / shares.reduce(0) { $0 + $1 * $1 }
  }

  /// The standard deviation; of equal weights with the divisor n − 1.
  var deviation: Double {
    let mean = zip(values, shares).reduce(0) { $0 + $1.0 * $1.1 }
    let squares = zip(values, shares).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
    let rest = 1 - 1 / effectiveCount
    return rest > 0 ? (squares / rest).squareRoot() : 0
  }

  /// The quantile by linear interpolation; of equal weights that of type 7, as in `Quantile`.
  func quantile(_ p: Double) -> Double {
    guard let first = shares.first, let last = shares.last, values.count > 1 else { return values.first ?? .nan }
    let length = 1 - first / 2 - last / 2
    var place = 0.0
    for index in 1..<values.count {
      let step = (shares[index - 1] + shares[index]) / 2 / length
      if place + step >= p {
        return values[index - 1] + ((p - place) / step).clamped(0, 1) * (values[index] - values[index - 1])
      }
      place += step
    }
    return values[values.count - 1]
  }

  /// Equal values taken together.
  var distinct: (values: [Double], shares: [Double]) {
    var (centres, sums): ([Double], [Double]) = ([], [])
    for (value, share) in zip(values, shares) {
      if centres.last == value {
        sums[sums.count - 1] += share
      } else {
        centres.append(value)
        sums.append(share)
      }
    }
    return (centres, sums)
  }
}
