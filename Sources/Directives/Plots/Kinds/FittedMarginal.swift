internal import Mixtures
internal import Notebooks
internal import Wording

/// One column of a fit: its values, and the fitted mixture's distribution of it.
struct FittedMarginal {
  let mixture: GaussianMixture
  let values: [Double]
  let variable: Variable
  /// `K = 2, full covariance`
  let model: String
  /// Whether the fit is of other columns too.
  let isMarginal: Bool

  /// - Parameter x: the column; the only one of a fit to one column when `nil`.
  /// - Throws: `Diagnostic` when there is no such column, or several and none is named.
  init(_ fit: Expression, x: Located<String>?, _ session: Session) throws {
    let fitted = try session.object(fit, as: FittedMixture.self)
    try fitted.requireNo([.noise, .rowWeights, .missingCells], for: "a distribution function", of: fit)
    let column = try x.map { try fitted.place(of: $0) } ?? 0
    if x == nil, fitted.columns.count > 1 {
      throw Diagnostic.error(
        "the fit has \(fitted.columns.count) columns; name the one to draw", at: fit.source.location,
        hint: "x: \(fitted.columns[0].name)")
    }
    self.init(fitted, column: column)
  }

  init(_ fitted: FittedMixture, column: Int) {
    mixture = fitted.fit.mixture.marginal(columns: [column])
    values = fitted.values(column)
    variable = fitted.variable(column)
    model = fitted.model
    isMarginal = fitted.columns.count > 1
  }

  /// `K = 2, full covariance, its marginal of waiting`
  var origin: String { model + (isMarginal ? ", its marginal of \(variable.name)" : "") }

  static let caution =
    "The fit was made to the same rows, so it lies closer to them than an independent one would."
}
