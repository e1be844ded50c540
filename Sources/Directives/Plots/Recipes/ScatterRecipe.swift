internal import Charting
internal import Wording

/// Two columns of a table against each other.
struct ScatterRecipe {
  let cloud: Cloud
  let groups: Groups?
  let logX: Bool
  let logY: Bool

  func chart() -> Chart {
    let (x, y) = cloud.axes(logX: logX, logY: logY)
    return Chart(
      title: title, subtitle: groups.map { "Coloured by \($0.name)" } ?? "", caption: caption,
      alternativeText: alternativeText, size: .scatterChart, x: x, panels: [Panel(y: y, marks: [points])],
      legend: groups?.legend(symbols: true))
  }

  private var points: PointMark {
    guard let groups else { return PointMark(x: cloud.x, y: cloud.y) }
    return PointMark(
      x: cloud.x, y: cloud.y, paints: groups.codes.map(groups.paint), symbols: groups.codes.map(groups.symbol))
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
    let (x, y) = (centred(cloud.x, logX ? .log : .linear), centred(cloud.y, logY ? .log : .linear))
    let r = product(x, y) / (product(x, x) * product(y, y)).squareRoot()
    return r.isFinite ? r : nil
  }

  private var title: String {
    let (x, y) = (cloud.xVariable.name, cloud.yVariable.name)
    guard let r = correlation else { return "\(y) against \(x)".capitalizedFirst }
    let value = "(r = \(NumberFormat.fixed(2).string(r)))"
    if abs(r) < 0.1 { return "\(y) and \(x): hardly correlated \(value)".capitalizedFirst }
    return "Higher \(x), \(r > 0 ? "higher" : "lower") \(y) \(value)"
  }

  private var caption: String {
    let logarithms = logX && logY ? " of the logarithms" : logX || logY ? ", with the logarithm of one" : ""
    return sentences(cloud.sampleSizes, correlation == nil ? "" : "r: Pearson’s correlation\(logarithms).")
  }

  private var alternativeText: String {
    let groups = groups.map { ", coloured by \($0.summary)" } ?? ""
    return "Scatter plot of \(counted(cloud.count, "point")): \(cloud.ranges)\(groups). \(title)."
  }
}
