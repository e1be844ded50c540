/// A figure: panels that share a horizontal axis, stacked from top to bottom, under a title that states a finding.
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
  /// Shared by all panels.
  package var x: Axis
  package var panels: [Panel]
  /// `nil` for direct labels; where those find no room they become a legend.
  package var legend: Legend?
  package var colorBar: ColorBar?
  /// Whether a unit is as long along x as along y, where geometry matters and both axes have one unit.
  package var equalAspect: Bool

  package init(
    title: String, subtitle: String = "", caption: String = "", alternativeText: String,
    size: Size = .standardChart, x: Axis, panels: [Panel], legend: Legend? = nil, colorBar: ColorBar? = nil,
    equalAspect: Bool = false
  ) {
    self.title = title
    self.subtitle = subtitle
    self.caption = caption
    self.alternativeText = alternativeText
    self.size = size
    self.x = x
    self.panels = panels
    self.legend = legend
    self.colorBar = colorBar
    self.equalAspect = equalAspect
  }
}

extension Size {
  package static let standardChart = Size(760, 460)
  package static let scatterChart = Size(720, 540)
}
