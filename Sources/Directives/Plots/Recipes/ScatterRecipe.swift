internal import Charting
internal import Notebooks
internal import Wording

/// Two columns of a table against each other.
struct ScatterRecipe {
  let points: GroupedCloud
  let plot: TablePlot
  let look: ScatterLook
  /// What lies above and below every point, from where to where; `nil` for points alone.
  let intervals: [(low: Double, high: Double)]?
  let drawing: ScatterDrawing

  init(points: GroupedCloud, plot: TablePlot, look: ScatterLook, intervals: [(low: Double, high: Double)]? = nil) {
    (self.points, self.plot, self.look, self.intervals) = (points, plot, look, intervals)
    drawing = ScatterDrawing(points, plot, style: look.style)
  }

  var cloud: Cloud { points.cloud }
  var groups: Groups? { points.colors }
  var facets: Facets { points.facets }

  func chart() -> Chart {
    let (x, y) = cloud.axes(logX: plot.logX, logY: plot.logY, rangeX: plot.rangeX, rangeY: plot.rangeY)
    let words = ScatterWords(recipe: self)
    let marginals = ScatterMarginals(recipe: self)
    var panels = facets.panels { _ in
      Panel(y: y, marks: [], gap: look.marginalX == .none ? Style.panelGap : 8)
    }
    for index in panels.indices {
      let rows = facets.cells[index].rows
      panels[index].marks = bars(rows) + (drawing.marks(panel: index) ?? [pointMark(rows)]) + lines(rows)
    }
    return Chart(
      title: words.title, subtitle: words.subtitle, caption: words.caption, alternativeText: words.alternativeText,
      description: words.description, data: words.data, size: facets.size(marginals.size), x: x,
      panels: marginals.panels(beside: panels, x: x, y: y), grid: facets.areUsed ? facets.grid : marginals.grid,
      legend: legend, colorBar: drawing.colorBar)
  }

  private func pointMark(_ rows: [Int]) -> PointMark {
    // One size and opacity in all panels, so that they compare.
    let style = Style.point(count: facets.cells.map(\.rows.count).max() ?? 0)
    return PointMark(
      x: rows.map { cloud.x[$0] }, y: rows.map { cloud.y[$0] },
      paints: groups.map { groups in rows.map { groups.paint(groups.codes[$0]) } } ?? [.component(0)],
      symbols: (points.symbols ?? groups).map { groups in rows.map { groups.symbol(groups.codes[$0]) } } ?? [.circle],
      diameter: style.diameter, opacity: plot.opacity ?? style.opacity)
  }

  // MARK: Lines

  /// A thin upright line through every point that has an interval.
  private func bars(_ rows: [Int]) -> [any Mark] {
    guard let intervals else { return [] }
    func mark(_ rows: [Int], _ paint: Paint) -> any Mark {
      SegmentMark(
        rows.filter { intervals[$0].low.isFinite && intervals[$0].high.isFinite }.map { row in
          .init(x0: cloud.x[row], y0: intervals[row].low, x1: cloud.x[row], y1: intervals[row].high)
        }, paint: paint.opacity(0.55))
    }
    guard let groups else { return [mark(rows, .component(0))] }
    return groups.levels.indices.map { level in
      mark(rows.filter { groups.codes[$0] == level }, groups.paint(level))
    }
  }

  /// A line from the least to the greatest x of every group; straight on the axes as they are.
  private func lines(_ rows: [Int]) -> [LineMark] {
    guard look.trendline == .ols else { return [] }
    guard let groups else { return [line(rows, paint: .ink)].compactMap(\.self) }
    return groups.levels.indices.compactMap { level in
      line(rows.filter { groups.codes[$0] == level }, paint: groups.paint(level))
    }
  }

  private func line(_ rows: [Int], paint: Paint) -> LineMark? {
    let x = rows.map { cloud.x[$0] }
    guard let fit = fit(rows), let low = x.min(), let high = x.max() else { return nil }
    return LineMark(
      x: [low, high], y: [low, high].map { plot.scaleY.value(at: fit(plot.scaleX.place($0))) }, paint: paint)
  }

  /// The line through rows, in places on the axes: of their logarithms where an axis is logarithmic.
  func fit(_ rows: [Int]) -> LeastSquares? {
    LeastSquares(rows.map { plot.scaleX.place(cloud.x[$0]) }, rows.map { plot.scaleY.place(cloud.y[$0]) })
  }

  /// Pearson's r of what is plotted; `nil` where one of both is constant.
  func correlation(_ rows: [Int]) -> Double? {
    Correlation.of(rows.map { plot.scaleX.place(cloud.x[$0]) }, rows.map { plot.scaleY.place(cloud.y[$0]) }).value
  }

  // MARK: Legend

  /// One for colours and shapes together: where they are of different columns, an entry for each pair that there is.
  private var legend: Legend? {
    guard let symbols = points.symbols, symbols.name != groups?.name else {
      return groups.flatMap { $0.name == facets.names ? nil : $0.legend(symbols: drawing.showsPoints) }
    }
    guard let groups else {
      return Legend(
        symbols.name,
        entries: symbols.levels.indices.reversed().map { level in
          entry(symbols.levels[level], symbols.count(level), .component(0), symbols.symbol(level))
        })
    }
    let entries = groups.levels.indices.reversed().flatMap { level in
      symbols.levels.indices.reversed().compactMap { shape -> Legend.Entry? in
        let count = groups.codes.indices.count { groups.codes[$0] == level && symbols.codes[$0] == shape }
        let name = "\(groups.levels[level]), \(symbols.levels[shape])"
        return count == 0 ? nil : entry(name, count, groups.paint(level), symbols.symbol(shape))
      }
    }
    return Legend("\(groups.name), \(symbols.name)", entries: entries)
  }

  private func entry(_ name: String, _ count: Int, _ paint: Paint, _ symbol: Symbol) -> Legend.Entry {
    Legend.Entry(
      name, note: "n = \(NumberFormat.count.string(Double(count)))", paint: paint, swatch: .symbol(symbol))
  }
}

/// What a scatter plot shows beside its points.
struct ScatterLook: Sendable {
  enum Trendline: String, Sendable, CaseIterable { case none, ols }
  enum Marginal: String, Sendable, CaseIterable { case none, histogram, rug }

  let style: ScatterDrawing.Style
  let trendline: Trendline
  let marginalX: Marginal
  let marginalY: Marginal
  /// The columns where the bar of each point begins and ends.
  let interval: [Located<String>]?

  static let docs: [OptionDoc] = [
    OptionDoc(
      "interval", "two columns", "where an upright bar through each point begins and ends, such as [low, high]"),
    OptionDoc(
      "as", "auto, points, hexbin or raster",
      "a scatter's points, counts in hexagons or density; when absent points, up to 10,000 of them"),
    OptionDoc(
      "trendline", "none or ols", default: "none", "a least-squares line through the points, one for each colour"),
    OptionDoc("marginal_x", "none, histogram or rug", default: "none", "what stands above the points"),
    OptionDoc("marginal_y", "none, histogram or rug", default: "none", "what stands beside the points"),
  ]

  init(_ options: inout Options) {
    style = options.choice("as", ScatterDrawing.Style.self) ?? .auto
    for option in ["symbol", "opacity"] where [.hexbin, .raster].contains(style) && options.has(option) {
      options.fail(
        "'\(option)' means nothing for as: \(style.rawValue)", at: options.location(of: option),
        hint: "as: points draws every point")
    }
    trendline = options.choice("trendline", Trendline.self) ?? .none
    marginalX = options.choice("marginal_x", Marginal.self) ?? .none
    marginalY = options.choice("marginal_y", Marginal.self) ?? .none
    interval = options.columns("interval")
    if let interval, interval.count != 2 {
      options.fail(
        "an interval has two ends, not \(spelled(interval.count))", at: options.location(of: "interval"),
        hint: "name two columns, such as [low, high]")
    }
    if options.has("interval"), [.hexbin, .raster].contains(style) {
      options.fail(
        "'interval' means nothing for as: \(style.rawValue)", at: options.location(of: "interval"),
        hint: "as: points draws every point")
    }
    guard options.has("facet_col") || options.has("facet_row") else { return }
    for (option, value) in [("marginal_x", marginalX), ("marginal_y", marginalY)] where value != .none {
      options.fail(
        "'\(option)' means nothing beside panels", at: options.location(of: option),
        hint: "facet_col and facet_row leave no room for it")
    }
  }
}

extension TablePlot {
  var scaleX: Scale { logX ? .log : .linear }
  var scaleY: Scale { logY ? .log : .linear }
}
