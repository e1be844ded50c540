internal import Charting
internal import Mixtures
internal import Notebooks

/// `kind: calibration`
struct CalibrationPlot: PlotKind {
  static let name = "calibration"
  static let options = [
    OptionDoc("fit", "fit", "the fit drawn"),
    OptionDoc("x", "column", "the column of the fit compared; for a fit of several, all of them when absent"),
  ]

  private let fit: Expression
  private let x: Located<String>?

  init(_ options: inout Options) throws {
    PlotKinds.require(["fit"], in: &options)
    x = options.column("x")
    fit = try options.required(options.object("fit"))
  }

  func declare(in scope: inout Scope) throws {
    let shape = try scope.object(fit, as: FittedMixture.self)
    if let x { try scope.column(x, of: shape) }
  }

  func chart(in session: inout Session) throws -> Chart {
    let fitted = try session.object(fit, as: FittedMixture.self)
    try fitted.requireNo([.noise, .rowWeights, .missingCells], for: "a distribution function", of: fit)
    let column = try x.map { try fitted.place(of: $0) }
    return CalibrationRecipe(
      marginals: (column.map { [$0] } ?? Array(fitted.columns.indices)).map { FittedMarginal(fitted, column: $0) }
    ).chart()
  }
}
