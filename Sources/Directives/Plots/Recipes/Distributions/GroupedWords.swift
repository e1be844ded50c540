internal import Charting
internal import Wording

/// The sentences that figures of grouped values have in common, made from the numbers of their groups.
struct GroupedWords {
  let groups: GroupedValues
  private let cells: [GroupedValues.Cell]
  private let boxes: [BoxStatistics]

  init(_ groups: GroupedValues) {
    self.groups = groups
    cells = groups.cells()
    boxes = cells.compactMap { BoxStatistics($0.values) }
  }

  private var variable: Variable { groups.variable }

  /// The lowest and highest median and whose they are; the quartiles where there is one group.
  var medians: String {
    let medians = boxes.map(\.median)
    guard let low = medians.min(), let high = medians.max() else { return "" }
    if boxes.count == 1 {
      let quartiles = [boxes[0].lowerQuartile, boxes[0].upperQuartile]
      let written = Variable.written([low] + quartiles, spread: spread)
      return "Median \(variable.name) \(variable.measured(written[0])), quartiles \(written[1]) and \(written[2])"
    }
    let ends = Variable.written([low, high], spread: high - low)
    guard low < high else {
      return "All \(counted(boxes.count, "group")) have the same median \(variable.name), \(variable.measured(ends[0]))"
    }
    return "Median \(variable.name) runs from \(ends[0]) (\(names(low))) to "
      + "\(variable.measured(ends[1])) (\(names(high)))"
  }

  /// The groups with this median.
  private func names(_ median: Double) -> String {
    let names = zip(cells, boxes).filter { $0.1.median == median }.map(\.0.name)
    return names.count <= 2 ? joined(names) : "\(spelled(names.count)) groups"
  }

  private var spread: Double? {
    guard let low = groups.values.min(), let high = groups.values.max() else { return nil }
    return (high - low) / 10
  }

  /// `by species, coloured by sex, one panel for each island`
  var grouping: String {
    let along = groups.categories.map { "by \($0.name)" }
    let colored = groups.colors.map { along == nil ? "by \($0.name)" : "coloured by \($0.name)" }
    return [along, colored].compactMap(\.self).joined(separator: ", ") + groups.facets.phrase
  }

  /// `n = 342. 2 rows left out: …`
  var sampleSizes: String {
    let why = groups.scale == .log ? "a value is missing or has no logarithm" : "a value is missing"
    return sentences(
      sampleSize(groups.values.count),
      groups.leftOut == 0 ? "" : "\(counted(groups.leftOut, "row")) left out: \(why).",
      groups.outside == 0 ? "" : "\(counted(groups.outside, "value")) outside the axis, counted in but not shown.")
  }

  /// `342 rows, 2,700 to 6,300 g, by species: Adelie (151), …`
  var rows: String {
    let span = variable.span(groups.values)
    let start =
      "\(variable.name), \(span)\(groups.scale == .log ? " on a logarithmic axis" : ""), "
      + counted(groups.values.count, "row")
    let summaries = [groups.categories?.summary, groups.colors?.summary].compactMap(\.self)
    return start + (summaries.isEmpty ? "" : ", by " + joined(summaries)) + groups.facets.phrase
  }

  /// The quartiles of each group in sentences.
  var description: String {
    let parts = zip(cells, boxes).prefix(12).map { cell, box in
      let written = Variable.written([box.lowerQuartile, box.median, box.upperQuartile], spread: spread)
      return "\(cell.name.isEmpty ? "All" : cell.name): n = \(NumberFormat.count.string(Double(box.count))), median "
        + "\(variable.measured(written[1])), quartiles \(written[0]) and \(written[2])"
    }
    let more = boxes.count > 12 ? " The table holds the rest." : ""
    return parts.joined(separator: "; ") + "." + more
  }

  /// The numbers of the groups' boxes.
  var data: ChartData {
    let shown = Array(zip(cells, boxes).prefix(40))
    func column(_ title: String, _ value: (BoxStatistics) -> Double) -> ChartData.Column {
      .init(title, numbers: shown.map { value($0.1) })
    }
    let names: [ChartData.Column] =
      cells.count > 1 ? [.init("group", texts: shown.map { $0.0.name })] : []
    return ChartData(
      names + [
        column("n") { Double($0.count) }, column("lower quartile") { $0.lowerQuartile },
        column("median") { $0.median }, column("upper quartile") { $0.upperQuartile }, column("mean") { $0.mean },
        column("least") { min($0.whiskers.lowerBound, $0.outliers.first ?? .infinity) },
        column("greatest") { max($0.whiskers.upperBound, $0.outliers.last ?? -.infinity) },
      ])
  }
}
