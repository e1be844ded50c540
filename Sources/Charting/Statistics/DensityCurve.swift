/// A kernel density over an axis, ready to be drawn: estimated on the scale of that axis, so that the area seen is 1.
///
/// On a logarithmic axis the density is that of the decimal logarithms, and its heights are per decade.
package struct DensityCurve: Sendable, Hashable {
  /// Ascending, in data units.
  package let x: [Double]
  /// Per data unit, or per decade.
  package let heights: [Double]
  /// In data units, or in decades.
  package let bandwidth: Double
  /// The rule the bandwidth is from; not the one asked for where that gave none.
  package let rule: KernelDensity.Bandwidth
  /// The share of the estimate that is drawn: 1 unless the curve is cut off.
  package let mass: Double
  /// Where the estimate is higher than beside, from left to right, and how high; all lie among the data.
  package let peaks: [Peak]
  /// Whether places are close enough to tell all peaks.
  package let isResolved: Bool

  package struct Peak: Sendable, Hashable {
    package var place: Double
    package var height: Double
  }

  /// Places that a curve has at most.
  private static let most = 4000

  /// - Parameters:
  ///   - values: those without a place on the scale are left out.
  ///   - weights: what each counts; `nil` for all the same.
  ///   - adjust: multiplies the bandwidth.
  ///   - cut: how many bandwidths the curve goes on beyond the data.
  ///   - range: what the curve keeps to, in data units.
  /// - Returns: `nil` when the values have no spread.
  package init?(
    _ values: [Double], weights: [Double]? = nil, scale: Scale = .linear,
    bandwidth: KernelDensity.Bandwidth = .silverman, adjust: Double = 1, cut: Double = 0,
    within range: ClosedRange<Double>? = nil
  ) {
    let places = values.map(scale.place)
    guard
      let estimate = KernelDensity(places, weights: weights, bandwidth: bandwidth, adjust: adjust)
    else { return nil }
    let margin = cut * estimate.bandwidth
    var low = estimate.range.lowerBound - margin
    var high = estimate.range.upperBound + margin
    if let range {
      if !scale.place(range.lowerBound).isNaN { low = max(low, scale.place(range.lowerBound)) }
      if !scale.place(range.upperBound).isNaN { high = min(high, scale.place(range.upperBound)) }
    }
    guard low < high else { return nil }
    let wanted = (4 * (high - low) / estimate.bandwidth).rounded(.up)
    isResolved = wanted <= Double(Self.most)
    let count = Int(min(max(wanted, 400), Double(Self.most)))
    let step = (high - low) / Double(count)
    let nodes = (0...count).map { $0 == count ? high : low + Double($0) * step }
    let heights = nodes.map { estimate($0) }
    x = nodes.map { scale.value(at: $0) }
    self.heights = heights
    self.bandwidth = estimate.bandwidth
    rule = estimate.rule
    mass = estimate.mass(in: low...high)
    // One place beyond either end tells whether the curve turns there.
    let beyond = [estimate(low - step)] + heights + [estimate(high + step)]
    peaks = nodes.indices.compactMap { i in
      let (left, here, right) = (beyond[i], beyond[i + 1], beyond[i + 2])
      guard here > left, here >= right else { return nil }
      // The top of the parabola through the three.
      let bend = left - 2 * here + right
      let shift = bend < 0 ? (left - right) / (2 * bend) : 0
      return Peak(place: scale.value(at: nodes[i] + shift * step), height: here)
    }
  }
}
