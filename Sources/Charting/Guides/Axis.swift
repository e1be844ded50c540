/// A horizontal or vertical axis: what it measures, on which scale, and how it is labelled.
package struct Axis: Sendable, Hashable {
  /// Values beyond a bound, gathered in one last bin, and the label that says so.
  package struct Overflow: Sendable, Hashable {
    /// Values above this are gathered; the label is `>9`.
    package var bound: Double
    /// The middle of the bin that holds them, in data units.
    package var place: Double

    package init(above bound: Double, at place: Double) {
      self.bound = bound
      self.place = place
    }
  }

  /// What is measured, with its unit: `residual sugar (g/l)`. Empty for none.
  package var title: String
  package var scale: Scale
  /// The ends of the axis in data units; from the data when `nil`.
  package var range: ClosedRange<Double>?
  /// A value the axis always reaches to, such as the 0 that bars stand on.
  package var reaches: [Double]
  /// Labels only at whole numbers, for counts such as components and iterations.
  package var integers: Bool
  /// Whether the axis is lengthened to end on labelled values; `nil` lengthens vertical axes only.
  package var nice: Bool?
  package var overflow: Overflow?
  /// The labelled values where the recipe knows better; else chosen by the scale.
  package var ticks: [Tick]?

  package init(
    _ title: String = "", scale: Scale = .linear, range: ClosedRange<Double>? = nil, reaches: [Double] = [],
    integers: Bool = false, nice: Bool? = nil, overflow: Overflow? = nil, ticks: [Tick]? = nil
  ) {
    self.title = title
    self.scale = scale
    self.range = range
    self.reaches = reaches
    self.integers = integers
    self.nice = nice
    self.overflow = overflow
    self.ticks = ticks
  }

  /// No title, no labels: for a strip whose height means nothing.
  package static let hidden = Axis(range: 0...1, ticks: [])
}
