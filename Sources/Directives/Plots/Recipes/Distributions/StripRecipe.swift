internal import Charting
internal import Wording

/// Every value as a point beside the line of its group.
struct StripRecipe {
  enum Layout: String, Sendable, CaseIterable { case jitter, swarm }
  enum Center: String, Sendable, CaseIterable { case median, mean, both, none }

  let groups: GroupedValues
  let layout: Layout
  let center: Center
  let opacity: Double?

  func chart() -> Chart {
    let words = GroupedWords(groups)
    return Chart(
      title: words.medians,
      subtitle: "\(groups.variable.title.capitalizedFirst) of every row"
        + (words.grouping.isEmpty ? "" : " \(words.grouping)"),
      caption: sentences(words.sampleSizes, centerCaption, layoutCaption),
      alternativeText: "Strip plot of \(words.rows). \(words.medians).", description: words.description,
      data: words.data, size: groups.size, x: groups.axes.x, panels: groups.panels { marks($0) }, grid: groups.grid,
      legend: groups.legend)
  }

  private func marks(_ rows: [Int]) -> [any Mark] {
    let cells = groups.cells(rows)
    let half = cells.map { ($0.band.upperBound - $0.band.lowerBound) / 2 }.min() ?? 0.4
    let lies = groups.orientation == .lying
    var marks: [any Mark] = []
    switch layout {
    case .swarm:
      marks.append(
        SwarmMark(
          cells.map { .init(place: $0.middle, values: $0.values, paint: $0.paint.opacity(opacity ?? 1)) },
          orientation: groups.orientation, reach: half))
    case .jitter:
      marks += cells.map { cell in
        let places = jittered(cell.values.map { _ in cell.middle }, width: 1.5 * half)
        return PointMark(
          x: lies ? cell.values : places, y: lies ? places : cell.values, paints: [cell.paint],
          diameter: Style.point(count: groups.values.count).diameter,
          opacity: opacity ?? Style.point(count: groups.values.count).opacity)
      }
    }
    let boxes = cells.compactMap { cell in BoxStatistics(cell.values).map { (cell, $0) } }
    func ticks(_ value: (BoxStatistics) -> Double, width: Double, dash: [Double]) -> any Mark {
      SegmentMark(
        boxes.map { cell, box in
          let (from, to) = (cell.middle - 0.7 * half, cell.middle + 0.7 * half)
          return lies
            ? .init(x0: value(box), y0: from, x1: value(box), y1: to)
            : .init(x0: from, y0: value(box), x1: to, y1: value(box))
        }, paint: .ink, width: width, dash: dash)
    }
    if center == .median || center == .both { marks.append(ticks({ $0.median }, width: 2.2, dash: [])) }
    if center == .mean || center == .both { marks.append(ticks({ $0.mean }, width: 1.8, dash: [4, 3])) }
    return marks
  }

  private var centerCaption: String {
    switch center {
    case .median: "Line: median."
    case .mean: "Dashed line: mean."
    case .both: "Line: median; dashed: mean."
    case .none: ""
    }
  }

  private var layoutCaption: String {
    let across = groups.orientation == .lying ? "up or down" : "sideways"
    return layout == .swarm
      ? "Points are moved \(across) only so far as not to hide each other." : "Points are moved \(across) at random."
  }
}
