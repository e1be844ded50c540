internal import Charting
internal import Mixtures
internal import Notebooks
internal import Tables
internal import Wording

/// `kind: singularity`
struct SingularityPlot: PlotKind {
  static let name = "singularity"
  static let options = [
    FitPlane.docs[0], OptionDoc("x", "column", "the column drawn, of a fit of several"),
    OptionDoc(
      "row", "whole number", "the row that a component is put on, by its number in the file; the first when absent"),
    OptionDoc("component", "letter", "the component put there, such as A; the lightest when absent"),
  ]

  private let fit: Expression
  private let x: Located<String>?
  private let row: Int?
  private let rowLocation: SourceLocation
  private let component: Located<String>?

  init(_ options: inout Options) throws {
    PlotKinds.require(["fit"], in: &options)
    x = options.column("x")
    row = options.wholeNumber("row", 1...)
    rowLocation = options.location(of: "row")
    component = options.text("component")
    fit = try options.required(options.object("fit"))
  }

  func declare(in scope: inout Scope) throws {
    let shape = try scope.object(fit, as: FittedMixture.self)
    if let x { try scope.column(x, of: shape) }
  }

  func chart(in session: inout Session) throws -> Chart {
    let fitted = try session.object(fit, as: FittedMixture.self)
    try fitted.requireNo(
      [.noise, .rowWeights, .missingCells, .prior, .variational], for: "the kind \(Self.name)", of: fit)
    let column = try fitted.onlyColumn(x, of: fit)
    let mixture = fitted.fit.mixture.marginal(columns: [column])
    guard mixture.components > 1 else {
      throw Diagnostic.error(
        "the likelihood of one Gaussian has a maximum", at: fit.source.location,
        hint: "a singularity needs a fit of two components or more")
    }
    let values = fitted.values(column)
    let (place, component) = (try place(in: fitted), try component(of: mixture))
    let collapse = try Collapse(mixture, values: values, component: component, place: values[place])
    return try SingularityRecipe(
      collapse: collapse, variable: fitted.variable(column), row: fitted.rowNumbers[place],
      floor: fitted.fit.floor[column],
      fitted: mixture.logDensities(try Samples(values: values, dimension: 1)).reduce(0, +),
      columns: fitted.columns.count, hasOwnVariances: fitted.fit.options.family.hasOwnVolumes, model: fitted.model
    ).chart()
  }

  /// The place of the row among those of the fit.
  private func place(in fitted: FittedMixture) throws -> Int {
    guard let row else { return 0 }
    guard let place = fitted.rowNumbers.firstIndex(of: row) else {
      throw Diagnostic.error(
        "row \(row) is not among those of this fit", at: rowLocation,
        hint: "they are numbered from \(fitted.rowNumbers.first ?? 1) to \(fitted.rowNumbers.last ?? 1)")
    }
    return place
  }

  private func component(of mixture: GaussianMixture) throws -> Int {
    guard let component else {
      return mixture.weights.indices.min { mixture.weights[$0] < mixture.weights[$1] } ?? 0
    }
    let names = (0..<mixture.components).map { componentName($0) }
    guard let place = names.firstIndex(of: component.value) else {
      throw Diagnostic.error(
        "this fit has no component '\(component.value)'", at: component.location, hint: "it has \(joined(names))")
    }
    return place
  }
}
