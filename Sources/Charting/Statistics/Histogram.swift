/// Data gathered in bins, for one group or several.
package struct Histogram: Sendable, Hashable {
  /// What is gathered in a bin.
  package enum Statistic: String, Sendable, CaseIterable { case count, sum, mean }

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
  /// What bars show, in the same shape; the mean of a bin without values is NaN.
  package let values: [[Double]]
  /// Values that were not finite, or whose weight was not, or outside the bins.
  package let omitted: Int

  /// - Parameters:
  ///   - data: the values to be put in bins, n.
  ///   - weights: what is summed or averaged, n; counts ignore it.
  ///   - groups: for each value the number of its group, n; `nil` for one group.
  ///   - groupCount: how many groups there are; values of others are omitted.
  ///   - norm: applies to counts and sums, over all groups together so that stacks add up; means stay as they are.
  package init(
    _ data: [Double], weights: [Double]? = nil, groups: [Int]? = nil, groupCount: Int = 1, in bins: Bins,
    statistic: Statistic = .count, norm: Norm = .none
  ) {
    let columns = bins.count + (bins.clip == nil ? 0 : 1)
    var counts = Array(repeating: [Int](repeating: 0, count: columns), count: groupCount)
    var sums = Array(repeating: [Double](repeating: 0, count: columns), count: groupCount)
    var omitted = 0
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
    }
    self.bins = bins
    self.counts = counts
    self.omitted = omitted
    guard statistic != .mean else {
      values = zip(sums, counts).map { zip($0, $1).map { $1 == 0 ? .nan : $0 / Double($1) } }
      return
    }
    let total = sums.joined().reduce(0, +)
    let factor: Double =
      switch norm {
      case .none: 1
      case .probability: 1 / total
      case .percent: 100 / total
      case .density: 1 / (total * bins.width)
      }
    values = norm == .none || total == 0 ? sums : sums.map { $0.map { $0 * factor } }
  }
}
