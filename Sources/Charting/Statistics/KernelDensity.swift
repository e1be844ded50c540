#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A density estimated by a Gaussian of one width at every value.
package struct KernelDensity: Sendable, Hashable {
  package enum Bandwidth: Sendable, Hashable {
    /// 0.9 min(s, IQR / 1.34) n^(−1/5), as R's default; keeps modes apart better than Scott's rule.
    case silverman
    /// s n^(−1/5), as scipy's and seaborn's default.
    case scott
    /// So many data units.
    case width(Double)
  }

  /// The standard deviation of each Gaussian, in data units.
  package let bandwidth: Double
  /// Distinct values, ascending, and the share of the data at each.
  private let centres: [Double]
  private let shares: [Double]

  /// - Parameter values: those that are not finite are left out.
  /// - Returns: `nil` when the bandwidth comes to 0: fewer than two distinct values.
  /// - SeeAlso: B. W. Silverman, *Density Estimation*, 1986, eq. 3.31; D. W. Scott, *Multivariate Density Estimation*,
  ///   1992, §6.
  package init?(_ values: [Double], bandwidth: Bandwidth = .silverman) {
    let sorted = values.sortedFinite()
    guard let first = sorted.first, let last = sorted.last, first < last else { return nil }
    let deviation = Moments(sorted).sampleDeviation
    let shrink = pow(Double(sorted.count), -0.2)
    switch bandwidth {
    case .silverman:
      let spread = (Quantile.value(0.75, ofSorted: sorted) - Quantile.value(0.25, ofSorted: sorted)) / 1.34
      self.bandwidth = 0.9 * (spread > 0 ? min(deviation, spread) : deviation) * shrink
    case .scott: self.bandwidth = deviation * shrink
    case .width(let width): self.bandwidth = width
    }
    guard self.bandwidth > 0, self.bandwidth.isFinite else { return nil }
    var (centres, shares): ([Double], [Double]) = ([], [])
    for value in sorted {
      if centres.last == value {
        shares[shares.count - 1] += 1
      } else {
        centres.append(value)
        shares.append(1)
      }
    }
    self.centres = centres
    self.shares = shares.map { $0 / Double(sorted.count) }
  }

  /// The density at x, per data unit; Gaussians further than 8.5 bandwidths away add less than 10⁻¹⁵ and are left out.
  package func callAsFunction(_ x: Double) -> Double {
    let reach = 8.5 * bandwidth
    var index = firstCentre(notBelow: x - reach)
    var sum = 0.0
    while index < centres.count, centres[index] <= x + reach {
      let z = (x - centres[index]) / bandwidth
      sum += shares[index] * exp(-0.5 * z * z)
      index += 1
    }
    return sum / (bandwidth * (2 * Double.pi).squareRoot())
  }

  private func firstCentre(notBelow x: Double) -> Int {
    var (low, high) = (0, centres.count)
    while low < high {
      let middle = (low + high) / 2
      if centres[middle] < x { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
