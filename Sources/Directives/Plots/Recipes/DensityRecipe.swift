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
    // Points stay behind the names of regions.
    let opacity = Charting.Style.point(count: cloud.count).opacity * (style == .raster ? 0.35 : 0.55)
    marks.append(PointMark(x: cloud.x, y: cloud.y, paints: [.ink], opacity: opacity))
    marks += mixture.centres
    var (x, y) = cloud.axes()
    if style == .raster { (x.nice, y.nice) = (false, false) }
    return Chart(
      title: title(of: grid), subtitle: subtitle, caption: caption, alternativeText: alternativeText(of: grid),
      size: .scatterChart, x: x,
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
      label: Label(NumberFormat(.percent).string(region.mass), at: .inline))
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

  /// Whether no component is so narrow that its peak could fall between the places of the grid.
  private func resolves(_ grid: ScalarGrid) -> Bool {
    let steps = [
      (grid.x.upperBound - grid.x.lowerBound) / Double(grid.columns - 1),
      (grid.y.upperBound - grid.y.lowerBound) / Double(grid.rows - 1),
    ]
    return mixture.marginal.covariances.allSatisfy { covariance in
      (0..<2).allSatisfy { covariance[$0, $0].squareRoot() >= 1.5 * steps[$0] }
    }
  }

  /// The places of the grid that stand above their eight neighbours, by height.
  private func peaks(of grid: ScalarGrid) -> [(x: Double, y: Double)] {
    let (columns, values) = (grid.columns, grid.values)
    var peaks: [Int] = []
    for row in 1..<grid.rows - 1 {
      for column in 1..<columns - 1 {
        let own = row * columns + column
        let before = [own - columns - 1, own - columns, own - columns + 1, own - 1]
        let after = [own + 1, own + columns - 1, own + columns, own + columns + 1]
        if before.allSatisfy({ values[$0] < values[own] }), after.allSatisfy({ values[$0] <= values[own] }) {
          peaks.append(own)
        }
      }
    }
    let (xs, ys) = (grid.xs, grid.ys)
    return peaks.sorted { values[$0] > values[$1] }.map { (xs[$0 % columns], ys[$0 / columns]) }
  }

  private func title(of grid: ScalarGrid) -> String {
    let peaks = resolves(grid) ? peaks(of: grid) : []
    guard let highest = peaks.first else { return "The fitted density of \(spelled(mixture.components, "component"))" }
    let place = cloud.place(highest.x, highest.y)
    return peaks.count == 1
      ? "The fitted density has one peak, near \(place)"
      : "The fitted density has \(spelled(peaks.count)) peaks, the \(peaks.count == 2 ? "higher" : "highest") near \(place)"
  }

  private var shares: String { joined(masses.map { NumberFormat(.percent).string($0) }) }

  private var subtitle: String {
    style == .raster
      ? "Density over the plane, with the data" : "Smallest regions that hold \(shares) of the probability"
  }

  private var caption: String {
    sentences(
      sampleSize(cloud.count), mixture.model + ".", "Crosses: means of the components."
    )
  }

  private func alternativeText(of grid: ScalarGrid) -> String {
    "Map of a fitted density over \(cloud.ranges), with \(counted(cloud.count, "point")). "
      + title(of: grid) + (mixture.components > 1 ? "; \(mixture.description(over: cloud))." : ".")
  }
}
