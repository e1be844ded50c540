internal import Charting
internal import Wording

/// Two columns of a table against each other.
struct ScatterRecipe {
  /// How a cloud is drawn.
  enum Style: String, Sendable, CaseIterable {
    /// Points, as long as they do not hide each other.
    case auto
    case points, hexbin, raster
  }

  private enum Drawn {
    case points
    case hexagons(CountedCloud)
    case density(CountedCloud, SmoothedCloud)
  }

  /// More points than this hide each other however small and faint they are.
  private static let most = 10_000

  let points: GroupedCloud
  let plot: TablePlot
  private let drawn: Drawn

  /// - Parameter style: `auto` keeps the points of a plot that gives them a shape or an opacity.
  init(points: GroupedCloud, plot: TablePlot, style: Style) {
    self.points = points
    self.plot = plot
    let isDense = points.cloud.count > Self.most && plot.symbol == nil && plot.opacity == nil
    let chosen: Style = style != .auto ? style : !isDense ? .points : points.colors == nil ? .hexbin : .raster
    guard chosen != .points, let counted = CountedCloud(points, logX: plot.logX, logY: plot.logY) else {
      drawn = .points
      return
    }
    drawn = chosen == .hexbin ? .hexagons(counted) : .density(counted, SmoothedCloud(points, counted, plot))
  }

  private var cloud: Cloud { points.cloud }
  private var groups: Groups? { points.colors }

  func chart() -> Chart {
    let (x, y) = cloud.axes(logX: plot.logX, logY: plot.logY, rangeX: plot.rangeX, rangeY: plot.rangeY)
    let facets = points.facets
    var panels = facets.panels { _ in Panel(y: y, marks: []) }
    for index in panels.indices { panels[index].marks = marks(panel: index) }
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText,
      size: facets.size(.scatterChart), x: x, panels: panels, grid: facets.areUsed ? facets.grid : .stack,
      legend: groups?.legend(symbols: showsPoints), colorBar: colorBar)
  }

  private var showsPoints: Bool { if case .points = drawn { true } else { false } }

  private func marks(panel: Int) -> [any Mark] {
    switch drawn {
    case .points: [mark(points.facets.cells[panel].rows)]
    case .hexagons(let cloud): cloud.marks(panel: panel)
    case .density(_, let cloud): cloud.marks(panel: panel)
    }
  }

  private var colorBar: ColorBar? {
    switch drawn {
    case .points: nil
    case .hexagons(let cloud): cloud.colorBar
    case .density(_, let cloud): cloud.colorBar
    }
  }

  private func mark(_ rows: [Int]) -> PointMark {
    PointMark(
      x: rows.map { cloud.x[$0] }, y: rows.map { cloud.y[$0] },
      paints: groups.map { groups in rows.map { groups.paint(groups.codes[$0]) } } ?? [.component(0)],
      symbols: (points.symbols ?? groups).map { groups in rows.map { groups.symbol(groups.codes[$0]) } } ?? [.circle],
      opacity: plot.opacity)
  }

  // MARK: Words

  /// Pearson's r of what is plotted; `nil` where one of both is constant.
  private var correlation: Double? {
    func centred(_ values: [Double], _ scale: Scale) -> [Double] {
      let places = values.map(scale.place)
      let mean = places.reduce(0, +) / Double(places.count)
      return places.map { $0 - mean }
    }
    func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let (x, y) = (centred(cloud.x, plot.logX ? .log : .linear), centred(cloud.y, plot.logY ? .log : .linear))
    let r = product(x, y) / (product(x, x) * product(y, y)).squareRoot()
    return r.isFinite ? r : nil
  }

  private var subtitle: String {
    let what = showsPoints ? "points" : "where the points lie, and how many"
    return ((groups.map { "coloured by \($0.name)" } ?? what) + points.facets.phrase).capitalizedFirst
  }

  private var title: String {
    let (x, y) = (cloud.xVariable.name, cloud.yVariable.name)
    guard let r = correlation else { return "\(y) against \(x)".capitalizedFirst }
    let value = "(r = \(NumberFormat.fixed(2).string(r)))"
    if abs(r) < 0.1 { return "\(y) and \(x): hardly correlated \(value)".capitalizedFirst }
    return "Higher \(x), \(r > 0 ? "higher" : "lower") \(y) \(value)"
  }

  private var caption: String {
    let logarithms =
      plot.logX && plot.logY ? " of the logarithms" : plot.logX || plot.logY ? ", with the logarithm of one" : ""
    let drawing =
      switch drawn {
      case .points: ""
      case .hexagons(let cloud): cloud.caption
      case .density(_, let cloud): cloud.caption
      }
    return sentences(cloud.sampleSizes, drawing, correlation == nil ? "" : "r: Pearson’s correlation\(logarithms).")
  }

  private var alternativeText: String {
    let groups = groups.map { ", coloured by \($0.summary)" } ?? ""
    let (what, densest) =
      switch drawn {
      case .points: ("", "")
      case .hexagons(let cloud): (", counted in hexagons", cloud.fullest)
      case .density(let cloud, _): (", as a density", cloud.fullest)
      }
    return sentences(
      "Scatter plot of \(counted(cloud.count, "point"))\(what): \(cloud.ranges)\(groups). \(title).", densest)
  }
}
