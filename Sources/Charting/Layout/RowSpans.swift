/// The top and bottom of every row of panels, between the header and the caption.
struct RowSpans {
  /// Row by row.
  let spans: [ClosedRange<Double>]

  /// - Parameters:
  ///   - titles: what panels need above them.
  ///   - bases: what their horizontal axes need below them.
  init(_ chart: Chart, _ plan: GridPlan, titles: [Double], bases: [Double], top: Double, bottom: Double) {
    var free = bottom - top
    var weights = 0.0
    let rows = (0..<plan.rows).map { row in plan.places.indices.filter { plan.places[$0].row == row } }
    let heights = rows.map { Self.height(of: $0.map { chart.panels[$0].height }) }
    let titleHeights = rows.map { $0.map { titles[$0] }.max() ?? 0 }
    let gaps = rows.map { $0.map { chart.panels[$0].gap }.max() ?? 0 }
    // Above an empty place there is room for an axis.
    let feet = rows.enumerated().map { row, members in
      members.filter { row == plan.rows - 1 || plan.panel(at: row + 1, plan.places[$0].column) != nil }
        .map { bases[$0] }.max() ?? 0
    }
    for row in rows.indices {
      free -= feet[row] + (row > 0 ? gaps[row] : 0)
      free -= titleHeights[row]
      switch heights[row] {
      case .weight(let weight): weights += weight
      case .fixed(let height): free -= height
      }
    }
    var y = top
    spans = rows.indices.map { row in
      if row > 0 { y += gaps[row] }
      y += titleHeights[row]
      let height: Double =
        switch heights[row] {
        case .weight(let weight): max(20, free * weight / weights)
        case .fixed(let height): height
        }
      defer { y += height + feet[row] }
      return y.rounded()...(y + height).rounded()
    }
  }

  /// The most that any panel of a row asks for; a share of what is free is more than a fixed height.
  private static func height(of panels: [Panel.Height]) -> Panel.Height {
    panels.reduce(.fixed(0)) { most, height in
      switch (most, height) {
      case (.fixed(let a), .fixed(let b)): .fixed(max(a, b))
      case (.weight(let a), .weight(let b)): .weight(max(a, b))
      case (.weight, .fixed): most
      case (.fixed, .weight): height
      }
    }
  }
}
