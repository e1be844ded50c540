#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A density estimated by a Gaussian of one width at every value.
///
/// Many values are first gathered at nodes a fortieth of a bandwidth apart, each shared between its two neighbours, which
/// keeps the mean and changes the density by less than a thousandth.
package struct KernelDensity: Sendable, Hashable {
  /// The standard deviation of each Gaussian, in data units.
  package let bandwidth: Double
  /// The rule the bandwidth is from: Silverman's where Sheather and Jones' equation has no root.
  package let rule: Bandwidth
  /// Where the data lie.
  package let range: ClosedRange<Double>
  /// Distinct places, ascending, and the share of the data at each.
  private let centres: [Double]
  private let shares: [Double]

  /// How many distinct values are kept as they are.
  private static let exactCount = 4000
  private static let nodesPerBandwidth = 40.0
  /// Gaussians further away than this many bandwidths add less than 10⁻¹⁵ and are left out.
  private static let reach = 8.5

  /// - Parameters:
  ///   - values: those that are not finite, or whose weight is not above 0, are left out.
  ///   - weights: what each value counts, n numbers; `nil` when all count the same.
  ///   - adjust: multiplies the bandwidth.
  /// - Returns: `nil` when the bandwidth comes to 0: fewer than two distinct values.
  package init?(
    _ values: [Double], weights: [Double]? = nil, bandwidth: Bandwidth = .silverman, adjust: Double = 1
  ) {
    let sample = WeightedSample(values, weights: weights)
    guard let first = sample.values.first, let last = sample.values.last, first < last else { return nil }
    let chosen = bandwidth.width(for: sample).map { (width: $0, rule: bandwidth) }
    guard let used = chosen ?? Bandwidth.silverman.width(for: sample).map({ (width: $0, rule: .silverman) })
    else { return nil }
    self.bandwidth = used.width * adjust
    rule = used.rule
    guard self.bandwidth > 0, self.bandwidth.isFinite else { return nil }
    range = first...last
    (centres, shares) = Self.gathered(sample, bandwidth: self.bandwidth)
  }

  private static func gathered(_ sample: WeightedSample, bandwidth: Double) -> (centres: [Double], shares: [Double]) {
    let distinct = sample.distinct
    let (first, step) = (distinct.values[0], bandwidth / nodesPerBandwidth)
    let nodes = (distinct.values[distinct.values.count - 1] - first) / step
    guard distinct.values.count > exactCount, nodes < 1e9 else { return (distinct.values, distinct.shares) }
    var (centres, shares): ([Double], [Double]) = ([], [])
    var last = -1
    func add(_ node: Int, _ share: Double) {
      // Nodes come in ascending order but for the right neighbour of the value before.
      if node == last {
        shares[shares.count - 1] += share
      } else if node == last - 1, shares.count > 1 {
        shares[shares.count - 2] += share
      } else {
        centres.append(first + Double(node) * step)
        shares.append(share)
        last = node
      }
    }
    for (value, share) in zip(distinct.values, distinct.shares) {
      let place = (value - first) / step
      let node = Int(place)
      add(node, share * (1 - (place - Double(node))))
      add(node + 1, share * (place - Double(node)))
    }
    return (centres, shares)
  }

  /// The density at x, per data unit.
  package func callAsFunction(_ x: Double) -> Double {
    let reach = Self.reach * bandwidth
    var index = firstCentre(notBelow: x - reach)
    var sum = 0.0
    while index < centres.count, centres[index] <= x + reach {
      let z = (x - centres[index]) / bandwidth
      sum += shares[index] * exp(-0.5 * z * z)
      index += 1
    }
    return sum / (bandwidth * (2 * Double.pi).squareRoot())
  }

  /// The share of the estimated distribution that lies in a range: the area under this part of the curve.
  package func mass(in part: ClosedRange<Double>) -> Double {
    let unit = bandwidth * 2.0.squareRoot()
    return zip(centres, shares).reduce(0) { sum, centre in
      sum + centre.1 / 2 * (erf((part.upperBound - centre.0) / unit) - erf((part.lowerBound - centre.0) / unit))
    }
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
