/// A figure: panels in a grid, or stacked from top to bottom, under a title that states a finding.
///
/// A chart is plain data in data units and roles of colour. `scene(in:measuring:)` lays it out in pixels for one theme.
///
/// ```swift
/// Chart(
///   title: "Waiting grows with the eruption before",
///   alternativeText: "Scatter plot of …",
///   x: Axis("eruption length (min)"),
///   panels: [Panel(y: Axis("waiting time (min)"), marks: [PointMark(x: lengths, y: waits)])])
/// ```
package struct Chart: Sendable {
  /// The finding; wrapped when too long.
  package var title: String
  /// What is plotted, and in which units.
  package var subtitle: String
  /// n, bins, fit, conventions.
  package var caption: String
  /// What a reader who does not see the figure is told. Not drawn.
  package var alternativeText: String
  package var size: Size
  /// What those who do not see the figure, or want its numbers, are told at length: the finding with its numbers. Not
  /// drawn; empty for none.
  package var description: String
  /// The numbers behind the figure. Not drawn.
  package var data: ChartData
  /// The horizontal axis of every panel that has none of its own.
  package var x: Axis
  package var panels: [Panel]
  /// How the panels stand, and which axes they share.
  package var grid: PanelGrid
  /// `nil` for direct labels; where those find no room they become a legend.
  package var legend: Legend?
  /// What symbols, sizes and lines mean that no name stands beside: in rows under the subtitle.
  package var key: [Legend.Entry]
  package var colorBar: ColorBar?
  /// Whether a unit is as long along x as along y, where geometry matters and both axes have one unit.
  package var equalAspect: Bool

  package init(
    title: String, subtitle: String = "", caption: String = "", alternativeText: String, description: String = "",
    data: ChartData = ChartData(), size: Size = .standardChart, x: Axis, panels: [Panel], grid: PanelGrid = .stack,
    legend: Legend? = nil, key: [Legend.Entry] = [], colorBar: ColorBar? = nil, equalAspect: Bool = false
  ) {
    self.title = title
    self.subtitle = subtitle
    self.caption = caption
    self.alternativeText = alternativeText
    self.description = description
    self.data = data
    self.size = size
    self.x = x
    self.panels = panels
    self.grid = grid
    self.legend = legend
    self.key = key
    self.colorBar = colorBar
    self.equalAspect = equalAspect
  }
}

extension Size {
  package static let standardChart = Size(760, 460)
  package static let scatterChart = Size(720, 540)
  package static let smallMultiples = Size(900, 660)
}
