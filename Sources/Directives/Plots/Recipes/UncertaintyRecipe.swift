internal import Charting
internal import Mixtures
internal import Wording

/// The rows of a fit over two of its columns, larger and darker the less sure it is of their component, above the
/// borders between components.
struct UncertaintyRecipe {
  let cloud: Cloud
  let mixture: PlaneMixture
  let doubts: RowDoubts
  /// For each row its number in the file.
  let rowNumbers: [Int]
  /// Columns of the fit.
  let columns: Int

  /// Uncertainty in five steps: above these bounds points are larger and darker.
  private static let bounds = [0.01, 0.1, 0.25, 0.4]
  private static let diameters = [3.5, 4.5, 6, 8, 10]
  /// How many of the most uncertain rows carry their number.
  private static let numbered = 3

  func chart() throws -> Chart {
    let frame = cloud.frame(with: mixture.marginal)
    var (x, y) = cloud.axes()
    (x.range, y.range) = (frame.x, frame.y)
    // Lines lie over the crowd of sure rows and below the few that matter.
    let lines = mixture.components > 1 ? [try borders(frame)] : []
    let marks =
      steps.indices.prefix(isCrowded ? 5 : 3).map(points) + lines
      + steps.indices.dropFirst(isCrowded ? 5 : 3).map(points)
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText, description: description,
      data: data, size: .scatterChart, x: x, panels: [Panel(y: y, marks: marks + names + numbers)], key: key)
  }

  /// Whether points lie too close for rims and numbers.
  private var isCrowded: Bool { cloud.count > 1000 }

  private func borders(_ frame: PlaneBorders) throws -> any Mark {
    try frame.mark { mixture.marginal.evaluate($0).logJoint }
  }

  /// The rows of each step, from the surest.
  private var steps: [[Int]] {
    (0...Self.bounds.count).map { step in
      doubts.uncertainties.indices.filter { row in Self.bounds.count { doubts.uncertainties[row] > $0 } == step }
    }
  }

  private func paint(_ step: Int) -> Paint { step == 0 ? .axis : .ordered(step - 1, of: Self.bounds.count) }

  private func points(_ step: Int) -> any Mark {
    let rows = steps[step]
    return PointMark(
      x: rows.map { cloud.x[$0] }, y: rows.map { cloud.y[$0] }, paints: [paint(step)],
      symbols: rows.map { .component(doubts.first[$0]) }, diameter: Self.diameters[step] * (isCrowded ? 0.6 : 1),
      opacity: isCrowded ? 0.6 : 0.85, rimmed: step > 1 && !isCrowded)
  }

  private var names: [any Mark] {
    mixture.centres
      + (0..<mixture.components).map { k in
        TextMark(
          componentName(k), x: mixture.marginal.means[k, 0], y: mixture.marginal.means[k, 1], paint: .component(k),
          clearance: 7)
      }
  }

  private var numberedRows: [Int] {
    mixture.components > 1 ? Array(doubts.ranking.prefix(Self.numbered).filter { doubts.uncertainties[$0] > 0.01 }) : []
  }

  private var numbers: [any Mark] {
    isCrowded
      ? []
      : numberedRows.map { TextMark("\(rowNumbers[$0])", x: cloud.x[$0], y: cloud.y[$0], paint: .ink, clearance: 5) }
  }

  /// The steps with their numbers of rows, from the surest.
  private var key: [Legend.Entry] {
    let bounds = Self.bounds.map { NumberFormat.plain.string($0) }
    let steps = steps
    return steps.indices.map { step in
      let name =
        step == 0
        ? "to \(bounds[0])" : step == bounds.count ? "over \(bounds[step - 1])" : "\(bounds[step - 1])–\(bounds[step])"
      return Legend.Entry(
        name, note: "(\(NumberFormat.count.string(Double(steps[step].count))))", paint: paint(step),
        swatch: .dot(diameter: Self.diameters[step]))
    }
  }
}

// MARK: Words

extension UncertaintyRecipe {
  private var title: String {
    guard mixture.components > 1 else { return "One component: no row is uncertain" }
    let doubtful = doubts.doubtful.count
    guard let contested = doubts.mostContested else { return "No row is in doubt: every uncertainty is at most 0.25" }
    let count =
      "\(NumberFormat.count.string(Double(doubtful))) of \(counted(cloud.count, "row")) \(doubtful == 1 ? "is" : "are") in doubt"
    let pair = "between \(componentName(contested.lower)) and \(componentName(contested.upper))"
    // Of two components there is nothing else to be in doubt between.
    if mixture.components == 2 || doubtful == 1 { return "\(count) \(pair)" }
    if contested.rows == doubtful { return "\(count), all of them \(pair)" }
    return 2 * contested.rows > doubtful ? "\(count), most of them \(pair)" : count
  }

  private var subtitle: String {
    "Uncertainty of each row: 1 − its largest responsibility (in brackets: rows)"
      + (mixture.components > 1 ? ". Lines: borders between components" : "")
  }

  private var caption: String {
    sentences(
      cloud.fittedSizes, mixture.model + (columns > 2 ? " on \(columns) columns." : "."),
      columns > 2 && mixture.components > 1
        ? "Lines: of the mixture’s marginal on these two columns; uncertainties: from all." : "",
      mixture.components > 1 ? "In doubt: uncertainty over 0.25. Shape: component." : "",
      numbers.isEmpty ? "" : "Numbers: the most uncertain \(numberedRows.count == 1 ? "row" : "rows").")
  }

  private var alternativeText: String {
    "Scatter plot of \(counted(cloud.count, "point")): \(cloud.ranges), larger and darker where the fit is less sure of "
      + "their component. \(title)\(worst)."
  }

  /// `; the most uncertain is row 211, 0.49, with eruptions 4.0 and waiting 76`
  private var worst: String {
    guard mixture.components > 1, let row = numberedRows.first else { return "" }
    return "; the most uncertain is row \(rowNumbers[row]), "
      + "\(NumberFormat.fixed(2).string(doubts.uncertainties[row])), with \(cloud.place(cloud.x[row], cloud.y[row]))"
  }

  private var description: String {
    guard mixture.components > 1 else { return "" }
    let clear = doubts.uncertainties.count { $0 < 0.1 }
    let mean = doubts.uncertainties.reduce(0, +) / Double(max(1, cloud.count))
    return "\(title)\(worst). \(counted(clear, "row")) of \(NumberFormat.count.string(Double(cloud.count))) "
      + "\(clear == 1 ? "has" : "have") an uncertainty under 0.1; the mean is \(NumberFormat.significant(2).string(mean))."
  }

  /// The most uncertain rows.
  private var data: ChartData {
    let rows = Array(doubts.ranking.prefix(mixture.components > 1 ? 20 : 0))
    if rows.isEmpty { return ChartData() }
    return ChartData([
      .init("row", numbers: rows.map { Double(rowNumbers[$0]) }),
      .init(cloud.xVariable.title, numbers: rows.map { cloud.x[$0] }),
      .init(cloud.yVariable.title, numbers: rows.map { cloud.y[$0] }),
      .init("uncertainty", numbers: rows.map { doubts.uncertainties[$0] }),
      .init("component", texts: rows.map { componentName(doubts.first[$0]) }),
      .init("next", texts: rows.map { componentName(doubts.second[$0]) }),
    ])
  }
}
