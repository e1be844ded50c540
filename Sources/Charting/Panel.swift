/// One plotting area of a chart: marks over a horizontal and a vertical axis.
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

  package struct Place: Sendable, Hashable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package var height: Height
  /// What stands above the panel, such as the level of a facet; empty for none.
  package var title: String
  /// A short remark at the right end of the title, such as the log-likelihood of a step; empty for none.
  package var note: String
  /// `nil` takes the chart's.
  package var x: Axis?
  package var y: Axis
  /// Its row and column in the chart's grid, counted from 0; `nil` is the next place, row by row.
  package var place: Place?
  /// In the order in which they are drawn.
  package var marks: [any Mark]
  /// `nil` takes what the marks ask for.
  package var grid: Grid?
  /// `nil` labels the lowest of the panels that share an axis and gives the others a line with ticks. A panel that says
  /// otherwise shares the axis of the panel below it, even where the grid shares none.
  package var base: Base?
  /// The distance to what stands above: the axis of a panel, in CSS pixels.
  package var gap: Double

  package init(
    height: Height = .weight(1), title: String = "", note: String = "", x: Axis? = nil, y: Axis, marks: [any Mark],
    grid: Grid? = nil, base: Base? = nil, gap: Double = Style.panelGap, place: Place? = nil
  ) {
    self.height = height
    self.title = title
    self.note = note
    self.x = x
    self.y = y
    self.place = place
    self.marks = marks
    self.grid = grid
    self.base = base
    self.gap = gap
  }
}
