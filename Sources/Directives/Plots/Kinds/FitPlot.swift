internal import Charting
internal import Mixtures
internal import Notebooks
internal import Wording

/// What the plots of a fit over two of its columns share.
struct FitPlane: Sendable {
  let fit: Expression
  let x: Located<String>
  let y: Located<String>

  static let docs: [OptionDoc] = [
    OptionDoc("fit", "fit", "the fit drawn"),
    OptionDoc("x", "column", "what the horizontal axis shows"),
    OptionDoc("y", "column", "what the vertical axis shows"),
  ]

  init(_ options: inout Options) throws {
    PlotKinds.require(["fit", "x", "y"], in: &options)
    let (fit, x, y) = (options.object("fit"), options.column("x"), options.column("y"))
    if let x, let y, x.value == y.value {
      options.fail("x and y are the same column", at: y.location)
    }
    self.fit = try options.required(fit)
    self.x = try options.required(x)
    self.y = try options.required(y)
  }

  /// - Parameter needsRows: whether a mixture that is no fit, and has no rows, is refused.
  func declare(in scope: inout Scope, needsRows: Bool = true) throws {
    let source = needsRows ? try scope.object(fit, as: FittedMixture.self) : try scope.mixture(fit)
    for name in [x, y] { _ = scope.noting { try $0.column(name, of: source) } }
  }

  /// The rows of the fit over the two columns, none for a mixture that is no fit, and the marginal mixture on them.
  func drawn(in session: Session) throws -> (cloud: Cloud, mixture: PlaneMixture) {
    let source = try session.mixture(fit)
    let fitted = source as? FittedMixture
    let (a, b) = (try source.place(of: x), try source.place(of: y))
    let cloud = Cloud(
      x: fitted?.values(a) ?? [], y: fitted?.values(b) ?? [], xVariable: source.variable(a),
      yVariable: source.variable(b))
    return (
      cloud,
      PlaneMixture(
        marginal: source.mixture.marginal(columns: [a, b]), labels: fitted?.fit.labels ?? [],
        uncertainties: fitted?.uncertainties ?? [], model: source.model, noiseWeight: source.mixture.noise?.weight)
    )
  }
}

extension FittedMixture {
  /// The fitted values of one column.
  func values(_ column: Int) -> [Double] { (0..<fit.n).map { fit.samples[$0, column] } }
}
