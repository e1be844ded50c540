#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How values become colours, with the colour bar that tells which.
package struct ColorScale: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// From low to high.
    case sequential
    /// To both sides of a middle that has a meaning of its own; equally far to either side.
    case diverging(around: Double)
  }

  package let kind: Kind
  package let scale: Scale
  /// The values of the two ends.
  package let domain: ClosedRange<Double>

  /// - Parameters:
  ///   - scale: linear, or logarithmic for a sequential scale of positive values.
  ///   - domain: what the values take up; lengthened to be even about the middle of a diverging scale, and where it is
  ///     empty.
  package init(_ kind: Kind = .sequential, scale: Scale = .linear, domain: ClosedRange<Double>) {
    self.kind = kind
    self.scale = scale
    // Ends that differ in their last digits only leave no room for values between them.
    let size = max(abs(domain.lowerBound), abs(domain.upperBound))
    let isWide = domain.upperBound - domain.lowerBound > 1e-12 * size
    switch kind {
    case .sequential where isWide: self.domain = domain
    case .sequential where scale == .log: self.domain = domain.lowerBound / 2...domain.upperBound * 2
    case .sequential:
      let margin = max(abs(domain.lowerBound) * 0.1, 0.5)
      self.domain = domain.lowerBound - margin...domain.upperBound + margin
    case .diverging(let middle):
      let reach = max(abs(domain.upperBound - middle), abs(domain.lowerBound - middle))
      let half = reach > 0 ? reach : 1
      self.domain = middle - half...middle + half
    }
  }

  private var places: (low: Double, high: Double) { (scale.place(domain.lowerBound), scale.place(domain.upperBound)) }

  /// Where a value lies between the ends, 0…1; NaN where it has no place on the scale.
  package func position(_ value: Double) -> Double {
    let place = scale.place(value)
    guard !place.isNaN else { return .nan }
    return ((place - places.low) / (places.high - places.low)).clamped(0, 1)
  }

  /// The colour of a value; that of the grid where it has no place on the scale.
  package func paint(_ value: Double) -> Paint {
    let position = position(value)
    return position.isNaN ? .grid : paint(at: position)
  }

  private func paint(at position: Double) -> Paint {
    switch kind {
    case .sequential: .sequential(position)
    case .diverging: .diverging(2 * position - 1)
    }
  }

  /// Labelled values, at least three: even about the middle of a diverging scale.
  package var ticks: [Tick] {
    if case .diverging(let middle) = kind {
      let reach = domain.upperBound - middle
      let steps = ExtendedTicks(target: 3, inside: true).values(over: 0...reach).filter { $0 > 0 }
      let values = steps.reversed().map { middle - $0 } + [middle] + steps.map { middle + $0 }
      return zip(values, TickLabels.decimal(values)).map { Tick($0, $1) }
    }
    if scale == .log { return LogTicks(target: 5).ticks(over: places.low...places.high) }
    for target in 5...12 {
      let values = ExtendedTicks(target: target, inside: true).values(over: domain)
      if values.count >= 3 { return zip(values, TickLabels.decimal(values)).map { Tick($0, $1) } }
    }
    return []
  }

  /// The key to the colours.
  package func bar(_ title: String) -> ColorBar {
    let steps = 64
    return ColorBar(
      title, paints: (0..<steps).map { paint(at: Double($0) / Double(steps - 1)) },
      ticks: ticks.map { Tick(position($0.value), $0.label) })
  }
}
