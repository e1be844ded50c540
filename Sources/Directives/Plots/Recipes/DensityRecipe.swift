internal import Charting
internal import Mixtures
internal import Wording

/// The density of a mixture over two columns, as regions that hold stated shares of its probability or as a colour a
/// place.
struct DensityRecipe {
  enum Style: String, Sendable, CaseIterable { case contour, hdr, raster }

  let cloud: Cloud
  let mixture: PlaneMixture
  let style: Style
  /// Between 0 and 1, ascending.
  let masses: [Double]
  var showsPoints = true
  /// Of the points, 0 … 1; by their number when `nil`.
  var opacity: Double?
  /// The part shown; `nil` for all of an axis.
  var ranges: (x: ClosedRange<Double>?, y: ClosedRange<Double>?) = (nil, nil)

  func chart() throws -> Chart {
    let surface = try DensitySurface(mixture.marginal, over: cloud, showing: ranges)
    let levels = zip(masses, surface.whole.densityLevels(holding: masses)).compactMap { mass, level in
      level.map { DensityWords.Level(mass: mass, density: $0) }
    }
    var marks: [any Mark] = []
    switch style {
    case .raster: marks.append(raster(surface.shown))
    case .contour, .hdr:
      let outermost = Array(levels.reversed())
      marks.append(
        ContourMark(outermost.indices.map { level($0, outermost[$0], of: outermost.count, on: surface.shown) }))
    }
    if showsPoints { marks.append(try points(surface)) }
    let peaks = surface.peaks
    marks += self.peaks(peaks) + mixture.centres
    var (x, y) = cloud.axes()
    (x.range, y.range) = ranges
    if style == .raster { (x.nice, y.nice) = (false, false) }
    let words = DensityWords(recipe: self, levels: levels, peaks: peaks)
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data, size: .scatterChart, x: x,
      panels: [Panel(y: y, marks: marks)], colorBar: style == .raster ? colors(surface.shown).bar("density") : nil)
  }

  /// The regions are nested: the widest is drawn first and palest.
  private func level(
    _ index: Int, _ level: DensityWords.Level, of count: Int, on grid: ScalarGrid
  ) -> ContourMark.Level {
    let strength = Double(index + 1) / Double(count)
    return ContourMark.Level(
      lines: grid.regions(at: level.density), fill: .component(0).opacity(style == .hdr ? 0.22 : 0.09),
      stroke: .component(0).opacity(0.35 + 0.65 * strength), width: 1.2,
      label: Label(NumberFormat(.percent).string(level.mass), paint: .ink, at: .inline))
  }

  private func raster(_ grid: ScalarGrid) -> RasterMark {
    RasterMark(
      x: grid.x, y: grid.y, columns: grid.columns, rows: grid.rows, paints: grid.values.map(colors(grid).paint),
      smooth: true)
  }

  private func colors(_ grid: ScalarGrid) -> ColorScale { ColorScale(domain: 0...max(grid.values.max() ?? 1, 0)) }

  /// Points stay behind the names of regions. On a raster each takes the end of the scale that the place beneath it is
  /// further from, so that it shows on low and high densities alike.
  private func points(_ surface: DensitySurface) throws -> PointMark {
    let usual = Charting.Style.point(count: cloud.count)
    guard style == .raster else {
      return PointMark(x: cloud.x, y: cloud.y, paints: [.ink], opacity: opacity ?? usual.opacity * 0.55)
    }
    let values = zip(cloud.x, cloud.y).flatMap { [$0, $1] }
    let densities = mixture.marginal.densities(try Samples(values: values, dimension: 2))
    let top = surface.shown.values.max() ?? 1
    return PointMark(
      x: cloud.x, y: cloud.y, paints: densities.map { .sequential($0 < 0.5 * top ? 1 : 0) },
      diameter: max(3, usual.diameter - 2), opacity: opacity ?? max(0.4, usual.opacity))
  }

  /// Hollow diamonds, so that the cross of a mean at the same place shows.
  private func peaks(_ peaks: [(x: Double, y: Double, density: Double)]) -> [any Mark] {
    guard mixture.components > 1 else { return [] }
    let (x, y) = (peaks.map(\.x), peaks.map(\.y))
    return [(Paint.ink, 14.0), (.background, 10.5)].map { paint, diameter in
      PointMark(
        x: x, y: y, paints: [paint], symbols: [.diamond], diameter: diameter, opacity: 1, shuffled: false)
    }
  }
}
