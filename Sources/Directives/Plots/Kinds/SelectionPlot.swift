internal import Charting
internal import Mixtures
internal import Notebooks
internal import Wording

/// `kind: selection`
struct SelectionPlot: PlotKind {
  static let name = "selection"
  static let options = [
    OptionDoc("select", "selection", "the selection drawn"),
    OptionDoc("criterion", "bic, aic, icl or cv", "what is drawn; what the selection was made by when absent"),
    OptionDoc("range_y", "two numbers", "the part of the vertical axis shown"),
  ]

  private let select: Expression
  private let criterion: Criterion?
  private let range: ClosedRange<Double>?

  init(_ options: inout Options) throws {
    PlotKinds.require(["select"], in: &options)
    criterion = options.choice("criterion", Criterion.self)
    range = options.range("range_y")
    select = try options.required(options.object("select"))
  }

  func declare(in scope: inout Scope) throws { _ = try scope.object(select, as: SelectedMixture.self) }

  func chart(in session: inout Session) throws -> Chart {
    let selected = try session.object(select, as: SelectedMixture.self)
    let selection = selected.selection
    let criterion = criterion ?? selection.criterion
    if criterion == .cv, selection.criterion != .cv {
      throw Diagnostic.error(
        "'\(select.source.value)' was not made by cross-validation", at: select.source.location,
        hint: "criterion: cv in its select works it out")
    }
    func loss(_ cell: SelectionCell) -> Double { criterion.loss(of: cell) ?? .infinity }
    let best =
      criterion == selection.criterion
      ? selection.bestCell
      : selection.cells.filter(\.isSound).min { loss($0) < loss($1) } ?? selection.bestCell
    var families: [CovarianceFamily] = []
    for cell in selection.cells where !families.contains(cell.family) { families.append(cell.family) }
    let names = FamilyNames(families)
    return SelectionRecipe(
      criterion: criterion.title,
      families: families.map { family in
        SelectionRecipe.Family(
          name: names[family],
          cells: selection.cells.filter { $0.family == family }.sorted { $0.components < $1.components }.map {
            SelectionRecipe.Cell(
              components: $0.components, value: criterion.value(of: $0) ?? .nan, isSpurious: $0.spurious != nil,
              parameterCount: $0.parameterCount, logLikelihood: $0.logLikelihood ?? .nan)
          })
      },
      best: (families.firstIndex(of: best.family) ?? 0, best.components), bestValue: criterion.value(of: best) ?? 0,
      model: "n = \(NumberFormat.count.string(Double(selection.best.n))), "
        + "\(counted(selected.restarts, "start")) a cell",
      selectedBy: criterion == selection.criterion ? nil : selection.criterion.title, range: range,
      folds: criterion == .cv ? best.validation.map { ($0.standardError, $0.folds.count, selection.best.n) } : nil
    ).chart()
  }
}
