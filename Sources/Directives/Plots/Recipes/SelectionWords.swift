internal import Charting
internal import Wording

/// The sentences and numbers of a figure of a selection.
struct SelectionWords {
  let recipe: SelectionRecipe

  private var gap: NumberFormat { NumberFormat(.fixed, precision: recipe.folds == nil ? 1 : 4, groups: true) }

  private var criterion: String { recipe.criterion }
  private var families: [SelectionRecipe.Family] { recipe.families }
  private var cells: [(family: Int, cell: SelectionRecipe.Cell)] {
    families.indices.flatMap { index in families[index].cells.map { (index, $0) } }
  }

  var title: String {
    let best = recipe.best
    return "\(criterion) picks \(counted(best.components, "component")) with \(families[best.family].name) covariance"
  }

  var subtitle: String {
    guard recipe.folds != nil else {
      return "Δ\(criterion) from the best model; lower is better"
        + (recipe.showsBands ? ". Bands: within 2 and within 10 of the best" : "")
    }
    return "How far the log-likelihood of rows left out lies below the best; lower is better"
      + (recipe.showsBands ? ". Band: within one standard error of the best" : "")
  }

  var caption: String {
    let grey = families.indices.filter { recipe.color($0) == nil }.map { families[$0].name }
    let colored = families.indices.filter { recipe.color($0) != nil }.map { families[$0] }
    let off = colored.filter { !recipe.isShown($0) }.map { family in
      let least = family.cells.map(recipe.excess).filter(\.isFinite).min()
      let format = recipe.folds == nil ? NumberFormat.count : NumberFormat.fixed(2)
      return least.map { "\(family.name) (from Δ = \(format.string($0)))" } ?? "\(family.name) (all failed)"
    }
    return sentences(
      recipe.model + (recipe.folds.map { ", \(counted($0.count, "fold"))" } ?? "") + ".",
      recipe.selectedBy.map { "The selection itself was made by \($0)." } ?? "",
      "Ring: the winner.", recipe.hasOverflow ? "Triangles: above the panel." : "",
      colored.contains { $0.cells.contains(where: \.value.isNaN) } ? "Crosses: no fit." : "",
      colored.contains { $0.cells.contains(where: \.isSpurious) } ? "Hollow: spurious optima, out of the ranking." : "",
      grey.isEmpty ? "" : "Grey: \(joined(grey)).", off.isEmpty ? "" : "Off the scale: \(joined(off)).")
  }

  /// `full is lowest at K = 2 (Δ = 7.9)`
  private var ends: [String] {
    families.indices.filter { recipe.color($0) != nil }.map { index in
      let family = families[index]
      let least = family.cells.filter { $0.value.isFinite && !$0.isSpurious }.min {
        recipe.excess($0) < recipe.excess($1)
      }
      return least.map {
        "\(family.name) is lowest at K = \($0.components) (Δ = \(gap.string(recipe.excess($0))))"
      } ?? "\(family.name) has no sound fit"
    }
  }

  var alternativeText: String {
    let range = cells.map(\.cell.components)
    return "Line chart of Δ\(criterion) over \(range.min() ?? 1) to \(range.max() ?? 1) components for "
      + "\(counted(families.count, "covariance family", "covariance families")). \(title); \(joined(ends))."
  }

  var description: String {
    let others = cells.filter { family, cell in
      cell.value.isFinite && !cell.isSpurious
        && !(family == recipe.best.family && cell.components == recipe.best.components)
    }
    func within(_ limit: Double) -> Int { others.count { recipe.excess($0.cell) <= limit } }
    let (close, considered) = (within(recipe.bands.close), within(recipe.bands.considered))
    let near =
      recipe.folds.map {
        "\(close) \(close == 1 ? "lies" : "lie") within its standard error of \(gap.string($0.standardError))"
      }
      ?? "\(close) \(close == 1 ? "lies" : "lie") within 2 of it and \(considered) within 10"
    let failed = cells.count { $0.cell.value.isNaN }
    return sentences(
      "The best \(criterion) is \(gap.string(recipe.bestValue))\(recipe.folds == nil ? "" : " nats a row").",
      "Of \(counted(others.count, "other sound model")) \(near).",
      joined(ends).capitalizedFirst + ".",
      failed == 0 ? "" : "\(counted(failed, "cell")) could not be fitted.")
  }

  /// The cells from the best to the worst, spurious and failed ones last; at most forty.
  var data: ChartData {
    func rank(_ cell: SelectionRecipe.Cell) -> (Int, Double) {
      (cell.value.isNaN ? 2 : cell.isSpurious ? 1 : 0, cell.value.isNaN ? 0 : recipe.excess(cell))
    }
    let shown = cells.sorted { rank($0.cell) < rank($1.cell) }.prefix(40)
    func numbers(_ value: (SelectionRecipe.Cell) -> Double) -> [Double] { shown.map { value($0.cell) } }
    return ChartData([
      ChartData.Column("covariance", texts: shown.map { families[$0.family].name }),
      ChartData.Column("components", numbers: numbers { Double($0.components) }),
      ChartData.Column("parameters", numbers: numbers { Double($0.parameterCount) }),
      ChartData.Column("log-likelihood", numbers: numbers { $0.logLikelihood }),
      ChartData.Column(criterion, numbers: numbers { $0.value }),
      ChartData.Column("Δ\(criterion)", numbers: numbers(recipe.excess)),
      ChartData.Column(
        "verdict", texts: shown.map { $0.cell.value.isNaN ? "no fit" : $0.cell.isSpurious ? "spurious" : "sound" }),
    ])
  }
}
