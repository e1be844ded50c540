/// What the data take up of every axis that panels share.
struct SharedExtents {
  /// By the numbers of the axes in a plan.
  private var x: [Int: Extent] = [:]
  private var y: [Int: Extent] = [:]

  init(_ chart: Chart, _ plan: GridPlan) {
    for (index, panel) in chart.panels.enumerated() {
      let (column, row) = (plan.x.groups[index], plan.y.groups[index])
      var along = x[column] ?? Extent(plan.x.axes[index].scale)
      var up = y[row] ?? Extent(plan.y.axes[index].scale)
      for mark in panel.marks { mark.extend(x: &along, y: &up) }
      (x[column], y[row]) = (along, up)
    }
  }

  func x(_ group: Int) -> Extent { x[group] ?? Extent(.linear) }
  func y(_ group: Int) -> Extent { y[group] ?? Extent(.linear) }
}
