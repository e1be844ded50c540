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

  /// The rows of the fit that have both columns, none for a mixture that is no fit, the marginal mixture on them, and the
  /// places of these rows.
  func drawn(in session: Session) throws -> (cloud: Cloud, mixture: PlaneMixture, rows: [Int]) {
    let source = try session.mixture(fit)
    let (a, b) = (try source.place(of: x), try source.place(of: y))
    let marginal = source.shownMixture.marginal(columns: [a, b])
    guard let fitted = source as? FittedMixture else {
      let cloud = Cloud(x: [], y: [], xVariable: source.variable(a), yVariable: source.variable(b))
      let mixture = PlaneMixture(
        marginal: marginal, labels: [], uncertainties: [], model: source.model,
        noiseWeight: source.mixture.noise?.weight)
      return (cloud, mixture, [])
    }
    let rows = try fitted.drawnRows([a, b], of: fit)
    let (labels, uncertainties) = (fitted.fit.labels, fitted.uncertainties)
    return (
      fitted.cloud(a, b),
      PlaneMixture(
        marginal: marginal, labels: rows.map { labels[$0] },
        uncertainties: rows.map { uncertainties[$0] }, model: fitted.model,
        noiseWeight: fitted.fit.mixture.noise?.weight), rows
    )
  }
}

extension FittedMixture {
  /// The places of the rows that have every one of these columns.
  func rows(with columns: [Int]) -> [Int] {
    (0..<fit.n).filter { row in !columns.contains { fit.samples[row, $0].isNaN } }
  }

  /// - Throws: `Diagnostic` when no row has every one of these columns.
  func drawnRows(_ columns: [Int], of fit: Expression) throws -> [Int] {
    let rows = rows(with: columns)
    if rows.isEmpty { throw Diagnostic.error("no row has all of these columns", at: fit.source.location) }
    return rows
  }

  /// The values that one column has.
  func values(_ column: Int) -> [Double] { rows(with: [column]).map { fit.samples[$0, column] } }

  /// The rows that have two columns, as points over them.
  func cloud(_ x: Int, _ y: Int) -> Cloud {
    let rows = rows(with: [x, y])
    return Cloud(
      x: rows.map { fit.samples[$0, x] }, y: rows.map { fit.samples[$0, y] }, xVariable: variable(x),
      yVariable: variable(y), leftOut: fit.n - rows.count)
  }
}
