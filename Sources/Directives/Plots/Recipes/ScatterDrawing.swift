internal import Charting

/// How the cloud of a scatter plot is drawn: as points, as long as they do not hide each other.
enum ScatterDrawing {
  case points
  case hexagons(CountedCloud)
  case density(CountedCloud, SmoothedCloud)

  /// As a notebook asks for it.
  enum Style: String, Sendable, CaseIterable { case auto, points, hexbin, raster }

  /// More points than this hide each other however small and faint they are.
  private static let most = 10_000

  /// - Parameter style: `auto` keeps the points of a plot that gives them a shape or an opacity.
  init(_ points: GroupedCloud, _ plot: TablePlot, style: Style) {
    let isDense = points.cloud.count > Self.most && plot.symbol == nil && plot.opacity == nil
    let chosen: Style = style != .auto ? style : !isDense ? .points : points.colors == nil ? .hexbin : .raster
    guard chosen != .points, let counted = CountedCloud(points, logX: plot.logX, logY: plot.logY) else {
      self = .points
      return
    }
    self = chosen == .hexbin ? .hexagons(counted) : .density(counted, SmoothedCloud(points, counted, plot))
  }

  var showsPoints: Bool { if case .points = self { true } else { false } }

  /// What is drawn of a panel, by its number; `nil` for points.
  func marks(panel: Int) -> [any Mark]? {
    switch self {
    case .points: nil
    case .hexagons(let cloud): cloud.marks(panel: panel)
    case .density(_, let cloud): cloud.marks(panel: panel)
    }
  }

  var colorBar: ColorBar? {
    switch self {
    case .points: nil
    case .hexagons(let cloud): cloud.colorBar
    case .density(_, let cloud): cloud.colorBar
    }
  }

  var caption: String {
    switch self {
    case .points: ""
    case .hexagons(let cloud): cloud.caption
    case .density(_, let cloud): cloud.caption
    }
  }

  /// How the points are drawn, and where they are densest.
  var words: (how: String, densest: String) {
    switch self {
    case .points: ("", "")
    case .hexagons(let cloud): (", counted in hexagons", cloud.fullest)
    case .density(let cloud, _): (", as a density", cloud.fullest)
    }
  }
}
