internal import Mixtures
package import Reports
internal import Wording

extension FittedMixture: Tabulated {
  package func reportTable(columns: [String]?, decimals: Int?) -> Report.Table {
    parameterTable(columns: columns, decimals: decimals)
  }
}

extension NamedMixture: Tabulated {
  package func reportTable(columns: [String]?, decimals: Int?) -> Report.Table {
    parameterTable(columns: columns, decimals: decimals)
  }
}

extension MixtureSource {
  /// Weights, means and standard deviations: one row a parameter, one column a component.
  ///
  /// The numbers of a row share their decimals, since a row, not a column, has one unit.
  fileprivate func parameterTable(columns shown: [String]?, decimals: Int?) -> Report.Table {
    let mixture = mixture
    let components = 0..<mixture.components
    let columnCount = mixture.components + (mixture.noise == nil ? 0 : 1)
    func row(_ title: String, _ numbers: [Double], decimals: Int?) -> [[Phrase]] {
      let blank: [[Phrase]] = numbers.count == columnCount ? [] : [[]]
      return [[.text(title)]] + alignedNumbers(numbers, decimals: decimals).map { [.value($0)] } + blank
    }
    var rows = [row("weight", mixture.weights + [mixture.noise?.weight].compactMap(\.self), decimals: decimals ?? 3)]
    for (j, column) in columns.enumerated() where shown?.contains(column.name) ?? true {
      let means = mixture.means[column: j]
      let deviations = mixture.covariances.map { $0[j, j].squareRoot() }
      let shared = decimals ?? Self.decimals(for: means, spread: deviations)
      rows.append(row("mean of \(variable(j).title)", means, decimals: shared))
      rows.append(row("sd of \(variable(j).title)", deviations, decimals: shared))
    }
    rows += posteriorRows(decimals)
    return Report.Table(
      caption: [.text("Parameters of the mixture, \(model).")],
      columns: [.init([.text("parameter")], isRowHeader: true)]
        + components.map { .init([.component($0, [.text(componentName($0))])], alignment: .right) }
        + (mixture.noise == nil ? [] : [.init([.text("noise")], alignment: .right)]), rows: rows)
  }

  /// What a variational fit knows beyond its mixture; none for EM.
  private func posteriorRows(_ decimals: Int?) -> [[[Phrase]]] {
    guard let posterior = (self as? FittedMixture)?.fit.variational else { return [] }
    func row(_ title: String, _ numbers: [Double], _ decimals: Int) -> [[Phrase]] {
      [[.text(title)]] + alignedNumbers(numbers, decimals: decimals).map { [.value($0)] }
    }
    let shown = decimals ?? 2
    let components = 0..<mixture.components
    var rows = [
      [[.text("state")]] + components.map { [.text(posterior.isEffective($0) ? "effective" : "pruned")] },
      row("rows expected", posterior.counts, shown),
    ]
    if let rests = posterior.rests {
      rows.append(row("stick, first parameter", posterior.concentrations, shown))
      rows.append(row("stick, second parameter", rests, shown))
    } else {
      rows.append(row("concentration", posterior.concentrations, shown))
    }
    rows.append(row("precision of the mean, in rows", posterior.meanPrecisions, shown))
    rows.append(row("degrees of freedom", posterior.degreesOfFreedom, shown))
    return rows
  }

  /// Enough decimals to show a mean to a hundredth of the smallest standard deviation.
  private static func decimals(for means: [Double], spread: [Double]) -> Int {
    guard let least = spread.filter({ $0 > 0 }).min() else { return 3 }
    var (unit, decimals) = (1.0, 0)
    while unit > least / 30, decimals < 8 { (unit, decimals) = (unit / 10, decimals + 1) }
    return decimals
  }
}

extension SelectedMixture: Tabulated {
  /// Every cell of the grid from best to worst: first those that are sound, then spurious ones, then those that failed.
  package func reportTable(columns: [String]?, decimals: Int?) -> Report.Table {
    let shown = selection.ranking.map { (cell: selection.cells[$0], excess: selection.excess[$0]) }
    let families = FamilyNames(selection.cells.map(\.family))
    func column(_ title: String, decimals: Int?, _ value: (SelectionCell) -> Double?) -> Report.Table.TextColumn {
      .init(title, numbers: shown.map { value($0.cell) ?? .nan }, decimals: decimals)
    }
    let criterion = selection.criterion
    let isScore = criterion == .cv
    // The cause; the cure, after the semicolon, is for the one who runs it.
    let reasons = shown.map { $0.cell.reason?.prefix { $0 != ";" }.description.capitalizedFirst ?? "" }
    let digits = isScore ? decimals ?? 4 : decimals ?? 1
    let behind = Report.Table.TextColumn(
      "Δ\(criterion.title)", numbers: shown.map { $0.excess ?? .nan }, decimals: digits)
    let scores: [Report.Table.TextColumn] =
      isScore
      ? [
        column("CV", decimals: digits) { $0.validation?.score },
        column("±", decimals: digits) { $0.validation?.standardError }, behind,
      ]
      : []
    let direction =
      isScore
      ? "the mean log-likelihood of rows left out, in nats a row, with its standard error over "
        + "\(counted(selection.bestCell.validation?.folds.count ?? 0, "fold")); higher is better"
      : "lower is better"
    let model: [Report.Table.TextColumn] = [
      .init("rank", numbers: shown.indices.map { Double($0 + 1) }),
      .init("covariance", texts: shown.map { families[$0.cell.family] }),
      column("components", decimals: 0) { Double($0.components) },
      column("parameters", decimals: 0) { Double($0.parameterCount) },
      column("log-likelihood", decimals: decimals ?? 1) { $0.logLikelihood },
    ]
    let criteria: [Report.Table.TextColumn] = [
      column("BIC", decimals: decimals ?? 1) { $0.bic }, column("AIC", decimals: decimals ?? 1) { $0.aic },
      column("ICL", decimals: decimals ?? 1) { $0.icl },
    ]
    var end: [Report.Table.TextColumn] = [
      column("iterations", decimals: 0) { $0.iterations.map(Double.init) },
      .init("outcome", texts: shown.map(\.cell.verdict)),
    ]
    if !reasons.allSatisfy(\.isEmpty) { end.append(.init("reason", texts: reasons)) }
    return Report.Table(
      model + scores + criteria + (isScore ? [] : [behind]) + end,
      caption: [
        .text(
          "The best of \(counted(selection.cells.count, "mixture")) by \(criterion.title)\(isScore ? "," : ";") \(direction)."
        )
      ])
  }
}
