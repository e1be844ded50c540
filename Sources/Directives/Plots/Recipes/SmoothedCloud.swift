internal import Charting
internal import Wording

/// A cloud of so many points that they would hide each other, as a smoothed density: of all, or of each group in its
/// colour, scaled to its own peak so that a rare one stays visible.
struct SmoothedCloud {
  private static let cells = (x: 220, y: 160)

  private let points: GroupedCloud
  private let counted: CountedCloud
  /// The part of the axes covered, in data units.
  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>
  /// Of every panel, the densities of every group; of all points when there are no groups.
  private let densities: [[SmoothedCounts]]
  /// The largest of each group in all panels.
  private let peaks: [Double]

  /// - Parameter counted: draws the points that stand almost alone.
  init(_ points: GroupedCloud, _ counted: CountedCloud, _ plot: TablePlot) {
    let scales: (x: Scale, y: Scale) = (plot.logX ? .log : .linear, plot.logY ? .log : .linear)
    let (xs, ys) = (points.cloud.x.map(scales.x.place), points.cloud.y.map(scales.y.place))
    let xRange = Self.covered(xs, plot.rangeX, scales.x)
    let yRange = Self.covered(ys, plot.rangeY, scales.y)
    let groups = points.colors
    let deviation = (
      SmoothedCounts.deviation(of: xs, over: xRange, cells: Self.cells.x),
      SmoothedCounts.deviation(of: ys, over: yRange, cells: Self.cells.y)
    )
    densities = points.facets.cells.map { cell in
      (0..<(groups?.levels.count ?? 1)).map { level in
        let rows = groups.map { groups in cell.rows.filter { groups.codes[$0] == level } } ?? cell.rows
        return SmoothedCounts(
          x: rows.map { xs[$0] }, y: rows.map { ys[$0] }, over: xRange, yRange, columns: Self.cells.x,
          rows: Self.cells.y, deviation: deviation)
      }
    }
    let densities = densities
    peaks = (densities.first ?? []).indices.map { group in
      densities.lazy.map { $0[group].values.max() ?? 0 }.max() ?? 0
    }
    self.points = points
    self.counted = counted
    x = scales.x.value(at: xRange.lowerBound)...scales.x.value(at: xRange.upperBound)
    y = scales.y.value(at: yRange.lowerBound)...scales.y.value(at: yRange.upperBound)
  }

  /// The range asked for, or that of the data with the room that an axis leaves.
  private static func covered(_ places: [Double], _ range: ClosedRange<Double>?, _ scale: Scale) -> ClosedRange<Double>
  {
    if let range { return scale.place(range.lowerBound)...scale.place(range.upperBound) }
    var extent = Extent(.linear)
    extent.include([places.min() ?? 0, places.max() ?? 1])
    return extent.domain
  }

  func marks(panel: Int) -> [any Mark] {
    let own = densities[panel]
    let paints = (0..<(Self.cells.x * Self.cells.y)).map { cell in
      paint(zip(own, peaks).map { density, peak in peak > 0 ? density.values[cell] / peak : 0 })
    }
    let raster = RasterMark(x: x, y: y, columns: Self.cells.x, rows: Self.cells.y, paints: paints, smooth: true)
    return [raster, counted.single(panel: panel)]
  }

  /// - Parameter strengths: of each group, as shares of its peak.
  private func paint(_ strengths: [Double]) -> Paint {
    let strongest = strengths.max() ?? 0
    // The page shows where there is next to nothing.
    guard strongest > 0.004 else { return Paint.background.opacity(0) }
    guard let groups = points.colors else {
      return Self.paint(strongest).opacity(min(1, strongest / 0.06))
    }
    return groups.mixed(strengths).opacity(strongest.squareRoot())
  }

  private static func paint(_ share: Double) -> Paint { .sequential(0.1 + 0.9 * share) }

  /// `nil` for groups, which have a legend.
  var colorBar: ColorBar? {
    guard points.colors == nil else { return nil }
    return ColorBar(
      "of the peak", paints: (0..<64).map { Self.paint(Double($0) / 63) },
      ticks: [0, 0.25, 0.5, 0.75, 1].map { Tick($0, RichText(NumberFormat(.percent).string($0))) })
  }

  // MARK: Words

  var caption: String {
    let what =
      points.colors == nil
      ? "Smoothed density, as a share of its peak"
      : "Smoothed density of each group, as a share of its own peak, their colours mixed"
    return "\(what); where fewer than three points lie together, the points themselves."
  }
}
