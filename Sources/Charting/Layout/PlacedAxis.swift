/// An axis stretched over a length of the page: from data to pixels.
package struct PlacedAxis: Sendable, Hashable {
  package var scale: Scale
  /// The ends, as places on the scale.
  package var domain: ClosedRange<Double>
  package var ticks: [Tick]
  /// The pixels of the two ends; `end` is less than `start` on a vertical axis.
  package var start: Double
  package var end: Double
  /// Whether only whole numbers have a meaning on it.
  package var integers: Bool

  package init(
    scale: Scale, domain: ClosedRange<Double>, ticks: [Tick], start: Double, end: Double, integers: Bool = false
  ) {
    self.scale = scale
    self.domain = domain
    self.ticks = ticks
    self.start = start
    self.end = end
    self.integers = integers
  }

  /// The pixel of a value; NaN where it has no place on the scale.
  package func pixel(_ value: Double) -> Double { pixel(atPlace: scale.place(value)) }

  /// As `pixel`, with values that lie beyond the axis moved a little outside its ends, so that bars and bands with
  /// infinite or far ends can be drawn.
  package func edge(_ value: Double) -> Double {
    let place = value == -.infinity || (scale == .log && value <= 0) ? domain.lowerBound : scale.place(value)
    let span = domain.upperBound - domain.lowerBound
    if value == .infinity { return pixel(atPlace: domain.upperBound) }
    return pixel(atPlace: place.clamped(domain.lowerBound - span, domain.upperBound + span))
  }

  private func pixel(atPlace place: Double) -> Double {
    start + (place - domain.lowerBound) / (domain.upperBound - domain.lowerBound) * (end - start)
  }

  /// Whether a value lies on the axis, its ends included.
  package func shows(_ value: Double) -> Bool {
    let place = scale.place(value)
    let slack = 1e-9 * (domain.upperBound - domain.lowerBound)
    return place >= domain.lowerBound - slack && place <= domain.upperBound + slack
  }

  /// Pixels a data unit; of a linear axis.
  package var pixelsPerUnit: Double { (end - start) / (domain.upperBound - domain.lowerBound) }
}
