/// The key to a colour scale: a bar beside the panels, in steps or smooth, with labelled values.
package struct ColorBar: Sendable, Hashable {
  package var title: String
  /// From the bottom up: one paint a step; a smooth scale has many.
  package var paints: [Paint]
  /// Labels at heights 0 (foot) … 1 (top).
  package var ticks: [Tick]

  package init(_ title: String, paints: [Paint], ticks: [Tick]) {
    self.title = title
    self.paints = paints
    self.ticks = ticks
  }
}
