internal import Charting
internal import Mixtures
internal import Wording

/// The sentences and numbers of a matrix of pairs.
struct PairsWords {
  let recipe: PairsRecipe
  /// `nil` for a column without a histogram.
  let binWidths: [Double?]

  private var columns: [PairsRecipe.Column] { recipe.columns }
  private var count: Int { recipe.count }

  private var mixture: GaussianMixture? {
    if case .components(let mixture, _, _) = recipe.colouring { mixture } else { nil }
  }

  private var groups: Groups? { if case .groups(let groups) = recipe.colouring { groups } else { nil } }

  // MARK: Findings

  /// The two columns whose marginal mixture gives most rows the component that all columns of the fit give them.
  private var clearestPair: (a: Int, b: Int, rows: Int)? {
    guard case .components(let mixture, let labels, _) = recipe.colouring, mixture.components > 1 else { return nil }
    var best: (a: Int, b: Int, rows: Int)?
    for (a, b) in pairs {
      let values = (0..<count).flatMap { [columns[a].values[$0], columns[b].values[$0]] }
      guard let samples = try? Samples(values: values, dimension: 2) else { return nil }
      let own = mixture.marginal(columns: [a, b]).labels(samples)
      let rows = zip(own, labels).count { $0 == $1 }
      if best.map({ rows > $0.rows }) ?? true { best = (a, b, rows) }
    }
    return best
  }

  /// Pearson's r of every pair that has one, the strongest first.
  private var correlations: [(a: Int, b: Int, r: Double)] {
    pairs.compactMap { a, b in
      Correlation.of(columns[a].values, columns[b].values).value.map { (a, b, $0) }
    }.sorted { abs($0.r) > abs($1.r) }
  }

  private var pairs: [(Int, Int)] { columns.indices.flatMap { b in (0..<b).map { ($0, b) } } }

  var title: String {
    if let pair = clearestPair, columns.count > 2 {
      let names = "\(columns[pair.a].variable.name) and \(columns[pair.b].variable.name)".capitalizedFirst
      if pair.rows == count { return "\(names) alone give every row its component" }
      let rows = NumberFormat.count.string(Double(pair.rows))
      return "\(names) alone give \(rows) of \(counted(count, "row")) their component"
    }
    if let mixture, mixture.components > 1 {
      let heaviest = mixture.weights.indices.max { mixture.weights[$0] < mixture.weights[$1] } ?? 0
      let share = NumberFormat(.percent).string(mixture.weights[heaviest])
      return "\(spelled(mixture.components).capitalizedFirst) components; the largest, "
        + "\(componentName(heaviest)), holds \(share)"
    }
    guard let first = correlations.first else {
      return "\(joined(columns.map(\.variable.name))) against each other".capitalizedFirst
    }
    let value = "(r = \(NumberFormat.fixed(2).string(first.r)))"
    let names = "\(columns[first.a].variable.name) and \(columns[first.b].variable.name)"
    if correlations.count == 1 { return "\(names) have a correlation \(value)".capitalizedFirst }
    return "Of \(spelled(correlations.count)) pairs, \(names) correlate most \(value)"
  }

  // MARK: What is drawn

  var subtitle: String {
    if mixture != nil {
      return "Rows by component with the model’s own ellipses at 1σ and 2σ (39 % and 86 % of a component’s mass), "
        + "and its densities on the diagonal"
    }
    let diagonal =
      recipe.diagonal == .histogram
      ? "a histogram of each column" : groups == nil ? "the density of each column" : "the density of each group"
    let share = recipe.diagonal == .kde && groups != nil ? ", scaled by its share" : ""
    return "Every column against every other\(groups.map { ", coloured by \($0.name)" } ?? ""); "
      + "on the diagonal \(diagonal)\(share)"
  }

  var caption: String {
    var model = ""
    if case .components(_, _, let name) = recipe.colouring { model = "\(name). " }
    return sentences(
      sampleSize(count),
      recipe.leftOut == 0 ? "" : "\(counted(recipe.leftOut, "row")) left out: a value is missing.",
      model
        + (mixture == nil ? "" : "Ellipses and densities: marginals of the one fit, none refitted. Crosses: means."),
      bins, mixture == nil && !correlations.isEmpty ? "r: Pearson’s correlation of all rows." : "")
  }

  /// `Bins: eruptions 0.2 min, waiting 3 min.`
  private var bins: String {
    let widths = zip(columns, binWidths).compactMap { column, width in
      width.map { "\(column.variable.name) \(column.variable.measured($0))" }
    }
    return widths.isEmpty ? "" : "Bins, as densities: \(widths.joined(separator: ", "))."
  }

  var alternativeText: String {
    let spans = columns.map { "\($0.variable.name) (\($0.variable.span($0.values)))" }
    let coloured = groups.map { ", coloured by \($0.summary)" } ?? (mixture == nil ? "" : ", coloured by component")
    return "Matrix of scatter plots of \(counted(count, "row")) over \(joined(spans))\(coloured), "
      + "with their distributions on the diagonal. \(title)."
  }

  var description: String {
    var parts: [String] = []
    if let mixture {
      parts.append(
        describedComponents(mixture.weights) { k in
          "around " + joined(columns.indices.map { "\(columns[$0].variable.name) \(mean(k, $0, mixture))" })
        }.capitalizedFirst + ".")
    }
    let told = correlations.prefix(3).map { pair in
      "\(NumberFormat.fixed(2).string(pair.r)) between \(columns[pair.a].variable.name) and "
        + columns[pair.b].variable.name
    }
    if !told.isEmpty {
      parts.append("The strongest correlation\(told.count == 1 ? " is" : "s are") \(joined(told)).")
    }
    return parts.joined(separator: " ")
  }

  private func mean(_ k: Int, _ column: Int, _ mixture: GaussianMixture) -> String {
    Variable.written(mixture.means[k, column], spread: mixture.covariances[k][column, column].squareRoot())
  }

  /// One row a component, a group, or a column of the table.
  var data: ChartData {
    if case .components(let mixture, let labels, _) = recipe.colouring {
      let shown = 0..<min(mixture.components, 40)
      let moments = columns.indices.flatMap { j in
        [
          ChartData.Column("mean of \(columns[j].variable.title)", numbers: shown.map { mixture.means[$0, j] }),
          ChartData.Column(
            "sd of \(columns[j].variable.title)", numbers: shown.map { mixture.covariances[$0][j, j].squareRoot() }),
        ]
      }
      return ChartData(
        [
          ChartData.Column("component", texts: shown.map(componentName)),
          ChartData.Column("weight", numbers: shown.map { mixture.weights[$0] }),
          ChartData.Column("rows", numbers: shown.map { k in Double(labels.count { $0 == k }) }),
        ] + moments)
    }
    guard let groups else {
      let moments = columns.map { Moments($0.values) }
      return ChartData([
        ChartData.Column("column", texts: columns.map(\.variable.title)),
        ChartData.Column("mean", numbers: moments.map(\.mean)),
        ChartData.Column("sd", numbers: moments.map(\.sampleDeviation)),
        ChartData.Column("least", numbers: columns.map { $0.values.min() ?? .nan }),
        ChartData.Column("largest", numbers: columns.map { $0.values.max() ?? .nan }),
      ])
    }
    let members = groups.levels.indices.map { level in (0..<count).filter { groups.codes[$0] == level } }
    return ChartData(
      [
        ChartData.Column(groups.name, texts: groups.levels),
        ChartData.Column("rows", numbers: members.map { Double($0.count) }),
      ]
        + columns.map { column in
          ChartData.Column(
            "mean of \(column.variable.title)",
            numbers: members.map { rows in Moments(rows.map { column.values[$0] }).mean })
        })
  }
}
