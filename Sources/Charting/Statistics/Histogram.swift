/// Data gathered in bins, for one group or several.
package struct Histogram: Sendable, Hashable {
  /// What is gathered in a bin.
  package enum Statistic: String, Sendable, CaseIterable {
    case count, sum, mean, min, max

    /// Whether what two bins come to together is the sum of both.
    package var isAdditive: Bool { self == .count || self == .sum }
  }

  /// How bin values are scaled. What they then add up to is the total over all groups.
  package enum Norm: String, Sendable, CaseIterable {
    case none
    /// Bins add up to 1.
    case probability
    /// Bins add up to 100.
    case percent
    /// Bins have area 1: the scale on which a density curve can be drawn over them.
    case density
  }

  package let bins: Bins
  /// Finite values that fell in each bin: groups × bins, the overflow bin last where there is one.
  package let counts: [[Int]]
  /// What bars show, in the same shape; the mean, least and greatest of a bin without values are NaN.
  package let values: [[Double]]
  /// Values that were not finite, or whose weight was not, or outside the bins.
  package let omitted: Int

  /// - Parameters:
  ///   - data: the values to be put in bins, n.
  ///   - weights: what is summed or averaged, n; counts ignore it.
  ///   - groups: for each value the number of its group, n; `nil` for one group.
  ///   - groupCount: how many groups there are; values of others are omitted.
  ///   - norm: applies to counts and sums, over all groups together so that stacks add up; others stay as they are.
  ///   - cumulative: whether a bin holds what lies in the bins before it as well; of counts and sums.
  package init(
    _ data: [Double], weights: [Double]? = nil, groups: [Int]? = nil, groupCount: Int = 1, in bins: Bins,
    statistic: Statistic = .count, norm: Norm = .none, cumulative: Bool = false
  ) {
    let columns = bins.count + (bins.clip == nil ? 0 : 1)
    var counts = Array(repeating: [Int](repeating: 0, count: columns), count: groupCount)
    var sums = Array(repeating: [Double](repeating: 0, count: columns), count: groupCount)
    var omitted = 0
    var extremes = Array(repeating: [Double](repeating: .nan, count: columns), count: groupCount)
    let usesWeights = statistic != .count
    for (i, value) in data.enumerated() {
      let group = groups.map { i < $0.count ? $0[i] : -1 } ?? 0
      let weight = usesWeights ? weights.map { i < $0.count ? $0[i] : .nan } ?? 1 : 1
      guard let bin = bins.index(of: value), weight.isFinite, counts.indices.contains(group) else {
        omitted += 1
        continue
      }
      counts[group][bin] += 1
      sums[group][bin] += weight
      // Of a number and NaN, these give the number.
      extremes[group][bin] =
        statistic == .min ? .minimum(extremes[group][bin], weight) : .maximum(extremes[group][bin], weight)
    }
    self.bins = bins
    self.counts = counts
    self.omitted = omitted
    switch statistic {
    case .mean: values = zip(sums, counts).map { zip($0, $1).map { $1 == 0 ? .nan : $0 / Double($1) } }
    case .min, .max: values = extremes
    case .count, .sum:
      let scaled = Self.scaled(sums, norm, in: bins)
      values = cumulative ? scaled.map(Self.runningSums) : scaled
    }
  }

  private static func scaled(_ sums: [[Double]], _ norm: Norm, in bins: Bins) -> [[Double]] {
    let total = sums.joined().reduce(0, +)
    guard norm != .none, total != 0 else { return sums }
    return sums.map { layer in
      layer.enumerated().map { bin, sum in
        switch norm {
        case .none: sum
        case .probability: sum / total
        case .percent: 100 * sum / total
        case .density: sum / (total * bins.width(of: bin))
        }
      }
    }
  }

  private static func runningSums(_ layer: [Double]) -> [Double] {
    var sum = 0.0
    return layer.map { value in
      sum += value
      return sum
    }
  }
}
