internal import Mixtures
internal import Notebooks
internal import Reports
internal import Wording

/// Fits a grid of numbers of components and covariance families and keeps the best by a criterion.
struct SelectDirective: Directive {
  static let name = "select"
  static let summary = "fits a grid of components and covariance families, the best by a criterion kept"
  static let naming = CellNaming.result
  static let options =
    FitOptions.dataDocs + [
      OptionDoc("components", "whole numbers such as 1..9", default: "1..9", "the numbers of components tried"),
      OptionDoc(
        "covariance", "list of covariance families, common or all", default: "common",
        "the families tried; common: full, tied, diagonal and spherical; all: the 14 of mclust"),
      OptionDoc(
        "criterion", "bic, aic, icl or cv", default: "bic",
        "what mixtures are compared by; cv is the cross-validated log-likelihood"),
      OptionDoc("folds", "whole number", default: "10", "parts into which cv divides the rows, each left out once"),
    ] + FitOptions.runDocs(restarts: 1).filter { !["means", "weights", "precisions"].contains($0.name) }

  private let components: [Int]
  private let families: [CovarianceFamily]
  private let criterion: Criterion
  private let folds: Int
  private let fit: FitOptions

  init(_ options: inout Options) throws {
    let components = options.wholeNumbers("components")
    let families = options.read("covariance") { try $0.families() }
    let criterion = options.choice("criterion", Criterion.self)
    let folds = options.wholeNumber("folds", 2...)
    if options.has("folds"), let criterion, criterion != .cv {
      options.fail("folds belong to the criterion cv, not to \(criterion.rawValue)", at: options.location(of: "folds"))
    }
    fit = try FitOptions(&options, components: nil, family: nil)
    self.components = try options.required(components)
    self.families = try options.required(families)
    self.criterion = try options.required(criterion)
    self.folds = try options.required(folds)
  }

  func declare(in scope: inout Scope) throws {
    let columns = try fit.declare(in: &scope)
    let parts = GaussianMixture.partNames(components: components.max() ?? 0, hasNoise: fit.noise != nil)
    try scope.define(fit.name, SelectedMixture.shape(columns: columns ?? [], parts: parts))
  }

  var activity: String {
    "compares \(components.count) × \(families.count) mixtures of \(fit.data.source.value)"
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    let prepared = try fit.prepare(in: &session, components: nil, family: families[0])
    let families = CovarianceFamily.different(families, dimension: prepared.columns.count)
    let selection = try fit.reporting(prepared.rowNumbers) {
      try Selection.run(
        prepared.samples, components: components, families: families, options: prepared.options, criterion: criterion,
        folds: folds)
    }
    let selected = SelectedMixture(
      selection: selection, columns: prepared.columns, rowNumbers: prepared.rowNumbers, restarts: fit.restarts)
    session.define(fit.name, selected)
    session.record(
      "select \(fit.name.value)",
      "\(criterion.title)\(criterion == .cv ? " in \(counted(folds, "fold"))" : "") over K = \(components.map(String.init).joined(separator: ", ")), "
        + "\(joined(families.map(\.name))), \(fit.summary(columns: prepared.columns, starts: fit.restarts))")
    raiseEdge(of: selection, in: &session)
    FitWarnings(selected.best).raise(in: &session)
    return []
  }

  private func raiseEdge(of selection: Selection, in session: inout Session) {
    guard let edge = selection.edge else { return }
    let end = edge == .most ? "largest" : "smallest"
    session.warn(
      "the best number of components, \(selection.best.options.components), is the \(end) tried",
      hint: "widen components")
  }
}
