internal import Charting
internal import Mixtures
internal import Wording

/// The density of a mixture over two columns, as regions that hold stated shares of its probability.
struct DensityRecipe {
  enum Style: String, Sendable, CaseIterable { case contour, hdr, raster }

  let cloud: Cloud
  let mixture: PlaneMixture
  let style: Style
  /// Between 0 and 1, ascending.
  let masses: [Double]

  func chart() throws -> Chart {
    let grid = try grid
    let levels = zip(masses, grid.densityLevels(holding: masses)).compactMap { mass, level in
      level.map { (mass: mass, level: $0) }
    }.reversed().map(\.self)
    var marks: [any Mark] = []
    switch style {
    case .raster: marks.append(raster(grid))
    case .contour, .hdr:
      marks.append(ContourMark(levels.enumerated().map { level($0, $1, of: levels.count, on: grid) }))
    }
    marks.append(PointMark(x: cloud.x, y: cloud.y, paints: [.ink], opacity: style == .raster ? 0.25 : nil))
    marks += mixture.centres
    let (x, y) = cloud.axes
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText, size: .scatterChart, x: x,
      panels: [Panel(y: y, marks: marks)], colorBar: style == .raster ? colorBar(grid) : nil)
  }

  /// The regions are nested: the widest is drawn first and palest.
  private func level(
    _ index: Int, _ region: (mass: Double, level: Double), of count: Int, on grid: ScalarGrid
  ) -> ContourMark.Level {
    let strength = Double(index + 1) / Double(count)
    return ContourMark.Level(
      lines: grid.regions(at: region.level), fill: .component(0).opacity(style == .hdr ? 0.22 : 0.09),
      stroke: .component(0).opacity(0.35 + 0.65 * strength), width: 1.2,
      label: Label(NumberFormat(.percent).string(region.mass)))
  }

  private func raster(_ grid: ScalarGrid) -> RasterMark {
    let top = grid.values.max() ?? 1
    return RasterMark(
      x: grid.x, y: grid.y, columns: grid.columns, rows: grid.rows,
      paints: grid.values.map { .sequential($0 / top) }, smooth: true)
  }

  private func colorBar(_ grid: ScalarGrid) -> ColorBar {
    let top = grid.values.max() ?? 1
    let format = NumberFormat.significant(2)
    return ColorBar(
      "density", paints: (0..<64).map { .sequential(Double($0) / 63) },
      ticks: [0, 0.25, 0.5, 0.75, 1].map { Tick($0, RichText(format.string($0 * top))) })
  }

  /// 220 × 220 places over the points and over three standard deviations about every mean.
  private var grid: ScalarGrid {
    get throws {
      let (x, y) = (range(0, cloud.x), range(1, cloud.y))
      let side = 220
      func places(_ range: ClosedRange<Double>) -> [Double] {
        (0..<side).map { range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(side - 1) }
      }
      let (xs, ys) = (places(x), places(y))
      let points = ys.flatMap { y in xs.flatMap { x in [x, y] } }
      let densities = mixture.marginal.densities(try Samples(values: points, dimension: 2))
      return ScalarGrid(x: x, y: y, columns: side, rows: side, values: densities)
    }
  }

  private func range(_ axis: Int, _ values: [Double]) -> ClosedRange<Double> {
    let reaches = (0..<mixture.components).map { k in
      let spread = 3 * mixture.marginal.covariances[k][axis, axis].squareRoot()
      return (mixture.marginal.means[k, axis] - spread, mixture.marginal.means[k, axis] + spread)
    }
    return min(
      values.min() ?? .infinity, reaches.map(\.0).min() ?? 0)...max(
        values.max() ?? -.infinity, reaches.map(\.1).max() ?? 1)
  }

  // MARK: Words

  private var title: String {
    "The fitted density of \(counted(mixture.components, "component"))"
  }

  private var shares: String { joined(masses.map { NumberFormat(.percent).string($0) }) }

  private var subtitle: String {
    style == .raster
      ? "Density over the plane, with the data" : "Smallest regions that hold \(shares) of the probability"
  }

  private var caption: String {
    sentences(
      "n = \(NumberFormat.count.string(Double(cloud.count))).", mixture.model + ".", "Crosses: means of the components."
    )
  }

  private var alternativeText: String {
    "Map of a fitted density over \(cloud.ranges), \(counted(cloud.count, "point")). \(subtitle). "
      + "\(joined(mixture.descriptions(cloud)).sentenceCased)."
  }
}
