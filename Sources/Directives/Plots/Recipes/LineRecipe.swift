internal import Charting
internal import Wording

/// One column against another as a line, one line a group.
struct LineRecipe {
  let cloud: Cloud
  let groups: Groups?
  let logX: Bool
  let logY: Bool

  func chart() -> Chart {
    let (x, y) = cloud.axes(logX: logX, logY: logY)
    let marks: [any Mark]
    if let groups {
      marks = groups.levels.indices.map { level in
        line(cloud.x.indices.filter { groups.codes[$0] == level }, groups.paint(level), groups.levels[level])
      }
    } else {
      marks = [line(Array(cloud.x.indices), .component(0), nil)]
    }
    return Chart(
      title: title, subtitle: groups.map { "One line for each \($0.name)" } ?? "", caption: cloud.sampleSizes,
      alternativeText: alternativeText, x: x, panels: [Panel(y: y, marks: marks)])
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
