internal import Charting
internal import Wording

/// What a figure of estimates says.
struct EstimatesWords {
  let recipe: EstimatesRecipe

  private var components: Int { recipe.components }

  /// Whether no two intervals of a group share a point.
  private func areApart(_ group: EstimatesRecipe.Group) -> Bool {
    let sorted = group.intervals.sorted { $0.low < $1.low }
    return zip(sorted, sorted.dropFirst()).allSatisfy { $0.high < $1.low }
  }

  var title: String {
    guard components > 1 else {
      return "The \(recipe.parameter) of \(told(recipe.groups[0], 0))"
    }
    let groups = recipe.groups
    let apart = groups.filter(areApart)
    let intervals = "\(recipe.percent) intervals of the components’ \(recipe.parameter)s"
    if apart.count == groups.count {
      return groups.count == 1
        ? "The \(intervals) of \(groups[0].variable.name) do not overlap"
        : "The \(intervals) overlap in no column"
    }
    if apart.isEmpty {
      return groups.count == 1
        ? "Some \(intervals) of \(groups[0].variable.name) overlap" : "In every column some \(intervals) overlap"
    }
    let names = apart.count <= 2 ? joined(apart.map(\.variable.name)) : "\(apart.count) of \(groups.count) columns"
    return "Only in \(names) no \(intervals) overlap"
  }

  /// `waiting is 54.6 min, give or take 0.7`
  private func told(_ group: EstimatesRecipe.Group, _ k: Int) -> String {
    let interval = group.intervals[k]
    let written = Variable.written([interval.value, interval.error], spread: interval.error)
    return "\(group.variable.name) is \(group.variable.measured(written[0])), give or take \(written[1])"
  }

  var subtitle: String {
    "Estimates (symbols) with \(recipe.percent) intervals (lines)"
      + (components > 1 ? ", component by component" : "")
  }

  var caption: String {
    sentences(
      "\(recipe.model), n = \(NumberFormat(.general, precision: 7, groups: true).string(recipe.rows)).",
      "Intervals: \(recipe.manner).",
      recipe.leftOut == 0 ? "" : "\(counted(recipe.leftOut, "column")) not shown.")
  }

  var alternativeText: String {
    "Dot-and-interval plot of the \(recipe.weights == nil ? "" : "weights and ")\(recipe.parameter)s of "
      + "\(counted(components, "component")) in \(counted(recipe.groups.count, "column")). \(title)."
  }

  var description: String {
    let weights = recipe.weights.map { weights in
      let shares = weights.enumerated().map { k, weight in
        "\(componentName(k)) holds \(percent(weight.value)) (\(percent(weight.low)) to \(percent(weight.high)))"
      }
      return joined(shares.prefix(6).map(\.self)).capitalizedFirst + "."
    }
    let group = recipe.groups[0]
    let means = (0..<min(components, 6)).map { k in
      let interval = group.intervals[k]
      let written = Variable.written([interval.value, interval.low, interval.high], spread: interval.error)
      return "\(group.variable.measured(written[0])) in \(componentName(k)) (\(written[1]) to \(written[2]))"
    }
    return sentences(weights ?? "", "The \(recipe.parameter) of \(group.variable.name) is \(joined(means)).")
  }

  private func percent(_ value: Double) -> String { NumberFormat(.percent).string(value) }

  /// At most forty rows.
  var data: ChartData {
    var lines: [(parameter: String, component: String, EstimatesRecipe.Interval)] = []
    for (k, weight) in (recipe.weights ?? []).enumerated() { lines.append(("weight", componentName(k), weight)) }
    for group in recipe.groups {
      for (k, interval) in group.intervals.enumerated() {
        lines.append(("\(recipe.parameter) of \(group.variable.title)", componentName(k), interval))
      }
    }
    let shown = lines.prefix(40)
    return ChartData([
      .init("parameter", texts: shown.map(\.parameter)), .init("component", texts: shown.map(\.component)),
      .init("estimate", numbers: shown.map(\.2.value)), .init("standard error", numbers: shown.map(\.2.error)),
      .init("from", numbers: shown.map(\.2.low)), .init("to", numbers: shown.map(\.2.high)),
    ])
  }
}
