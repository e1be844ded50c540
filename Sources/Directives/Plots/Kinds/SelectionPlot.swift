internal import Charting
internal import Mixtures
internal import Wording

/// `kind: selection`
struct SelectionPlot: PlotKind {
  static let name = "selection"
  static let options = [OptionDoc("select", "selection", "the selection drawn")]

  private let select: Expression

  init(_ options: inout Options) throws {
    PlotKinds.require(["select"], in: &options)
    select = try options.required(options.object("select"))
  }

  func declare(in scope: inout Scope) throws { _ = try scope.object(select, as: SelectedMixture.self) }

  func chart(in session: inout Session) throws -> Chart {
    let selected = try session.object(select, as: SelectedMixture.self)
    let selection = selected.selection
    var families: [CovarianceFamily] = []
    for cell in selection.cells where !families.contains(cell.family) { families.append(cell.family) }
    let best = selection.bestCell
    return SelectionRecipe(
      criterion: selection.criterion.rawValue.uppercased(),
      families: families.map { family in
        SelectionRecipe.Family(
          name: family.name,
          cells: selection.cells.filter { $0.family == family }.sorted { $0.components < $1.components }.map {
            SelectionRecipe.Cell(
              components: $0.components, value: selection.criterion.value(of: $0) ?? .nan,
              isSpurious: $0.spurious != nil)
          })
      },
      best: (families.firstIndex(of: best.family) ?? 0, best.components),
      bestValue: selection.criterion.value(of: best) ?? 0,
      model: "n = \(NumberFormat.count.string(Double(selection.best.n))), "
        + "\(counted(selected.restarts, "start")) a cell"
    ).chart()
  }
}
