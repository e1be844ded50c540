internal import Charting
internal import Mixtures
internal import Wording

/// A heat map of responsibilities: a band a component, a column a row of the data.
struct ResponsibilitiesRecipe {
  /// rᵢₖ, n × K
  let responsibilities: Matrix
  /// πₖ
  let weights: [Double]
  let model: String

  /// A row is clear when one component has more than this of it.
  private static let clear = 0.9
  /// More columns than this would be narrower than a pixel.
  private static let mostColumns = 600

  private var count: Int { responsibilities.rows }
  private var components: Int { responsibilities.columns }
  private var columns: Int { min(count, Self.mostColumns) }

  func chart() -> Chart {
    let order = order
    let bands = (0..<components).map { band($0, order) }
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText, description: description,
      data: data, x: Axis("rows, by component and certainty", range: 0...Double(count), integers: true),
      panels: [
        Panel(
          y: Axis("component", scale: .ordinal((0..<components).reversed().map { componentName($0) })),
          marks: bands + edges + names)
      ], colorBar: colorBar)
  }

  /// The rows by component, in each the surest first.
  private var order: [Int] {
    let labels = labels
    return (0..<count).sorted { a, b in
      if labels[a] != labels[b] { return labels[a] < labels[b] }
      let (first, second) = (responsibilities[a, labels[a]], responsibilities[b, labels[b]])
      return first != second ? first > second : a < b
    }
  }

  private var labels: [Int] {
    (0..<count).map { row in
      let shares = responsibilities[row: row]
      return shares.indices.max { (shares[$0], -$0) < (shares[$1], -$1) } ?? 0
    }
  }

  /// The first component stands at the top.
  private func height(_ k: Int) -> Double { Double(components - 1 - k) }

  private func band(_ k: Int, _ order: [Int]) -> any Mark {
    let paints = (0..<columns).map { column -> Paint in
      let rows = order[column * count / columns..<(column + 1) * count / columns]
      let mean = rows.reduce(0) { $0 + responsibilities[$1, k] } / Double(rows.count)
      return .component(k).opacity(mean)
    }
    return RasterMark(
      x: 0...Double(count), y: height(k) - 0.46...height(k) + 0.46, columns: columns, paints: paints)
  }

  /// Where the rows of one component end and those of the next begin.
  private var edges: [any Mark] {
    let labels = labels
    var end = 0
    return (0..<components).dropLast().compactMap { k in
      let rows = labels.count { $0 == k }
      end += rows
      return rows > 0 && end < count
        ? RuleMark(.vertical, at: Double(end), paint: .muted, width: 1, dash: [2, 3]) : nil
    }
  }

  /// The weights in the margin: each at the end of a rule without length.
  private var names: [any Mark] {
    (0..<components).map { k in
      RuleMark(
        .horizontal, at: height(k), span: Double(count)...Double(count), paint: .component(k),
        label: Label("π = \(NumberFormat.fixed(2).string(weights[k]))", at: .end))
    }
  }

  private var colorBar: ColorBar {
    ColorBar(
      "r", paints: (0..<64).map { .ink.opacity(Double($0) / 63) },
      ticks: [0, 0.25, 0.5, 0.75, 1].map { Tick($0, RichText(NumberFormat.plain.string($0))) })
  }
}

// MARK: Words

extension ResponsibilitiesRecipe {
  private var clearRows: [Int] { (0..<count).filter { responsibilities[row: $0].contains { $0 > Self.clear } } }

  /// −Σₖ rₖ log rₖ averaged over the rows, in nats.
  private var meanEntropy: Double {
    let sum = responsibilities.values.reduce(0) { $0 - ($1 > 0 ? $1 * Elementary.log($1) : 0) }
    return max(0, sum) / Double(count)
  }

  private var title: String {
    guard components > 1 else { return "One component answers for every row" }
    let clear = clearRows.count
    if clear == count { return "Every row clearly belongs to one component" }
    if clear == 0 { return "No row clearly belongs to one component" }
    return "\(NumberFormat.count.string(Double(clear))) of \(counted(count, "row")) clearly "
      + "\(clear == 1 ? "belongs" : "belong") to one component"
  }

  private var subtitle: String {
    "Responsibility r of each component for each row" + (components > 1 ? "; clear: one r over \(Self.clear)" : "")
  }

  private var entropy: String {
    "entropy \(NumberFormat.significant(2).string(meanEntropy)) of at most "
      + "\(NumberFormat.fixed(2).string(Elementary.log(Double(components)))) nats a row"
  }

  /// The mean of each component's responsibilities.
  private var means: [Double] {
    (0..<components).map { k in responsibilities[column: k].reduce(0, +) / Double(count) }
  }

  private var caption: String {
    let gap = zip(means, weights).map { abs($0 - $1) }.max() ?? 0
    let least = count / columns
    let most = (count + columns - 1) / columns
    return sentences(
      sampleSize(count), model + ".", components > 1 ? entropy.capitalizedFirst + "." : "",
      components > 1
        ? "π: the mean of a band\(gap < 0.0005 ? "" : ", but for \(NumberFormat.significant(1).string(gap)): EM was not done")."
        : "",
      most == 1 ? "" : "A column is the mean of \(least == most ? "\(most)" : "\(least) or \(most)") rows.")
  }

  private var alternativeText: String {
    "Heat map of the responsibilities of \(counted(components, "component")) for \(counted(count, "row")), sorted by "
      + "component and certainty. \(title)" + (components > 1 ? "; \(entropy)." : ".")
  }

  private var description: String {
    guard components > 1 else { return "" }
    let labels = labels
    let parts = (0..<min(components, 6)).map { k in
      "\(componentName(k)) is the most responsible for \(counted(labels.count { $0 == k }, "row")) "
        + "(π = \(NumberFormat.fixed(2).string(weights[k])))"
    }
    return "\(title); \(entropy). \(joined(parts))."
  }

  private var data: ChartData {
    let (labels, clear) = (labels, Set(clearRows))
    let names = 0..<components
    return ChartData([
      .init("component", texts: names.map { componentName($0) }),
      .init("π", numbers: weights),
      .init("mean r", numbers: means),
      .init("rows", numbers: names.map { k in Double(labels.count { $0 == k }) }),
      .init("clear rows", numbers: names.map { k in Double(clear.count { labels[$0] == k }) }),
    ])
  }
}
