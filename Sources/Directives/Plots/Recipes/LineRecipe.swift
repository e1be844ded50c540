internal import Charting
internal import Wording

/// One column against another as a line, one line a group.
struct LineRecipe {
  let points: GroupedCloud
  let plot: TablePlot

  private var cloud: Cloud { points.cloud }
  private var groups: Groups? { points.colors }

  func chart() -> Chart {
    let (x, y) = cloud.axes(logX: plot.logX, logY: plot.logY, rangeX: plot.rangeX, rangeY: plot.rangeY)
    let facets = points.facets
    return Chart(
      title: title, subtitle: groups.map { "One line for each \($0.name)" } ?? "", caption: cloud.sampleSizes,
      alternativeText: alternativeText, size: facets.size(.standardChart), x: x,
      panels: facets.panels { Panel(y: y, marks: marks($0.rows)) }, grid: facets.areUsed ? facets.grid : .stack)
  }

  private func marks(_ rows: [Int]) -> [any Mark] {
    guard let groups else { return [line(rows, .component(0), nil)] }
    return groups.levels.indices.map { level in
      line(rows.filter { groups.codes[$0] == level }, groups.paint(level), groups.levels[level])
    }
  }

  private func line(_ rows: [Int], _ paint: Paint, _ name: String?) -> any Mark {
    let order = rows.sorted { (cloud.x[$0], $0) < (cloud.x[$1], $1) }
    return LineMark(
      x: order.map { cloud.x[$0] }, y: order.map { cloud.y[$0] }, paint: paint, label: name.map { Label($0, at: .end) })
  }

  // MARK: Words

  /// Where the highest point lies.
  private var title: String {
    guard let top = cloud.y.indices.max(by: { cloud.y[$0] < cloud.y[$1] }) else {
      return "\(cloud.yVariable.name.capitalizedFirst) over \(cloud.xVariable.name)"
    }
    let group = groups.map { " for \($0.levels[$0.codes[top]])," } ?? ""
    return "The highest \(cloud.yVariable.name) is\(group) at \(cloud.xVariable.name) "
      + cloud.xVariable.measured(cloud.x[top])
  }

  private var alternativeText: String {
    let lines = groups.map { ", \(counted($0.levels.count, "line")), one for each \($0.name)" } ?? ""
    return "Line chart of \(counted(cloud.count, "point")): \(cloud.ranges)\(lines). \(title)."
  }
}
