/// One plotting area of a chart: marks over the shared horizontal axis and a vertical axis of its own.
package struct Panel: Sendable {
  package enum Height: Sendable, Hashable {
    /// A share of what the fixed panels leave.
    case weight(Double)
    /// In CSS pixels.
    case fixed(Double)
  }

  /// How much of the horizontal axis is drawn below the panel.
  package enum Base: Int, Sendable, Hashable { case none, line, ticks, labels }

  package struct Grid: OptionSet, Sendable, Hashable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    /// Lines across the panel at the labels of the vertical axis.
    package static let horizontal = Grid(rawValue: 1)
    /// Lines up the panel at the labels of the horizontal axis.
    package static let vertical = Grid(rawValue: 2)
    package static let both: Grid = [.horizontal, .vertical]
  }

  package var height: Height
  package var y: Axis
  /// In the order in which they are drawn.
  package var marks: [any Mark]
  /// `nil` takes what the marks ask for.
  package var grid: Grid?
  /// `nil` labels the last panel and gives the others a line with ticks.
  package var base: Base?
  /// The distance to the panel above, in CSS pixels.
  package var gap: Double

  package init(
    height: Height = .weight(1), y: Axis, marks: [any Mark], grid: Grid? = nil, base: Base? = nil,
    gap: Double = Style.panelGap
  ) {
    self.height = height
    self.y = y
    self.marks = marks
    self.grid = grid
    self.base = base
    self.gap = gap
  }
}
