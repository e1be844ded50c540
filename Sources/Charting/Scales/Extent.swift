/// The part of an axis that data take up, gathered from the marks of all panels that share it.
///
/// Values are kept as places on the scale. A value is *flush* when the axis may end on it (the foot of a bar, the ends
/// of a curve) and *padded* when room is left beyond it: 4 % of the whole.
package struct Extent: Sendable, Hashable {
  package let scale: Scale
  private var flush: ClosedRange<Double>?
  private var padded: ClosedRange<Double>?

  package init(_ scale: Scale) {
    self.scale = scale
    if case .ordinal(let categories) = scale { flush = -0.5...max(0.5, Double(categories.count) - 0.5) }
  }

  package mutating func include(_ value: Double, padded pads: Bool = true) {
    let place = scale.place(value)
    guard !place.isNaN else { return }
    if pads { padded = padded.joined(with: place) } else { flush = flush.joined(with: place) }
  }

  package mutating func include(_ values: some Sequence<Double>, padded pads: Bool = true) {
    for value in values { include(value, padded: pads) }
  }

  /// The places an axis shows; never empty, and 0…1 where there are no data.
  package var domain: ClosedRange<Double> {
    let ends = [flush, padded].compactMap(\.self)
    guard let lower = ends.map(\.lowerBound).min(), let upper = ends.map(\.upperBound).max() else { return 0...1 }
    guard upper > lower else {
      let margin = scale == .log ? 0.5 : max(abs(lower) * 0.1, 0.5)
      return lower - margin...upper + margin
    }
    let margin = 0.04 * (upper - lower)
    // Values on or within a flush end need no room beyond it.
    let foot = padded.map(\.lowerBound) == lower && flush.map(\.lowerBound) != lower ? lower - margin : lower
    let top = padded.map(\.upperBound) == upper && flush.map(\.upperBound) != upper ? upper + margin : upper
    return foot...top
  }
}

extension ClosedRange<Double>? {
  fileprivate func joined(with value: Double) -> ClosedRange<Double> {
    guard let self else { return value...value }
    return Swift.min(self.lowerBound, value)...Swift.max(self.upperBound, value)
  }
}
