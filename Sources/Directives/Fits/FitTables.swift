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
    return Report.Table(
      caption: [.text("Parameters of the mixture, \(model).")],
      columns: [.init([.text("parameter")], isRowHeader: true)]
        + components.map { .init([.component($0, [.text(componentName($0))])], alignment: .right) }
        + (mixture.noise == nil ? [] : [.init([.text("noise")], alignment: .right)]), rows: rows)
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
  /// Every cell of the grid that has a fit, from best to worst, at most ten.
  package func reportTable(columns: [String]?, decimals: Int?) -> Report.Table {
    let shown = selection.ranking.prefix(10).map { (cell: selection.cells[$0], excess: selection.excess[$0]) }
    func numbers(_ value: (SelectionCell) -> Double?) -> [Double] { shown.map { value($0.cell) ?? .nan } }
    let name = selection.criterion.rawValue.uppercased()
    let families = FamilyNames(selection.cells.map(\.family))
    let verdicts = shown.map { cell, _ -> String in
      if cell.failure != nil { return "failed" }
      if cell.spurious != nil { return "spurious" }
      return cell.outcome?.isConverged == true ? "converged" : "not converged"
    }
    return Report.Table(
      [
        .init("rank", numbers: shown.indices.map { Double($0 + 1) }),
        .init("covariance", texts: shown.map { families[$0.cell.family] }),
        .init("components", numbers: numbers { Double($0.components) }),
        .init("parameters", numbers: numbers { Double($0.parameterCount) }),
        .init("log-likelihood", numbers: numbers { $0.logLikelihood }, decimals: decimals ?? 1),
        .init("BIC", numbers: numbers { $0.bic }, decimals: decimals ?? 1),
        .init("AIC", numbers: numbers { $0.aic }, decimals: decimals ?? 1),
        .init("ICL", numbers: numbers { $0.icl }, decimals: decimals ?? 1),
        .init("Δ\(name)", numbers: shown.map { $0.excess ?? .nan }, decimals: decimals ?? 1),
        .init("outcome", texts: verdicts),
      ],
      caption: [
        .text("The best of \(counted(selection.cells.count, "mixture")) by \(name); lower is better.")
      ])
  }
}
