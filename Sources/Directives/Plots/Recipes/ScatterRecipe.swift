internal import Charting
internal import Wording

/// Two columns of a table against each other.
struct ScatterRecipe {
  let points: GroupedCloud
  let plot: TablePlot

  private var cloud: Cloud { points.cloud }
  private var groups: Groups? { points.colors }

  func chart() -> Chart {
    let (x, y) = cloud.axes(logX: plot.logX, logY: plot.logY, rangeX: plot.rangeX, rangeY: plot.rangeY)
    let facets = points.facets
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText,
      size: facets.size(.scatterChart), x: x,
      panels: facets.panels { Panel(y: y, marks: [mark($0.rows)]) },
      grid: facets.areUsed ? facets.grid : .stack, legend: groups?.legend(symbols: true))
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
    ((groups.map { "coloured by \($0.name)" } ?? "points") + points.facets.phrase).capitalizedFirst
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
    return sentences(cloud.sampleSizes, correlation == nil ? "" : "r: Pearson’s correlation\(logarithms).")
  }

  private var alternativeText: String {
    let groups = groups.map { ", coloured by \($0.summary)" } ?? ""
    return "Scatter plot of \(counted(cloud.count, "point")): \(cloud.ranges)\(groups). \(title)."
  }
}
