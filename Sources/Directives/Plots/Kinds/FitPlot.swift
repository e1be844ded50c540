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

  func declare(in scope: inout Scope) throws {
    let fit = try scope.object(fit, as: FittedMixture.self)
    for name in [x, y] { _ = scope.noting { try $0.column(name, of: fit) } }
  }

  /// The rows of the fit over the two columns, and its marginal mixture on them.
  func drawn(in session: Session) throws -> (cloud: Cloud, mixture: PlaneMixture) {
    let fitted = try session.object(fit, as: FittedMixture.self)
    let (a, b) = (try fitted.place(of: x), try fitted.place(of: y))
    let cloud = Cloud(
      x: fitted.values(a), y: fitted.values(b), xVariable: fitted.variable(a), yVariable: fitted.variable(b))
    return (
      cloud,
      PlaneMixture(
        marginal: fitted.fit.mixture.marginal(columns: [a, b]), labels: fitted.fit.labels,
        uncertainties: fitted.uncertainties, model: fitted.model, noiseWeight: fitted.fit.mixture.noise?.weight)
    )
  }
}

extension FittedMixture {
  /// The place of a column among those fitted.
  func place(of name: Located<String>) throws -> Int {
    guard let place = columns.firstIndex(where: { $0.name == name.value }) else {
      throw Diagnostic.error("'\(name.value)' is not a column of this fit", at: name.location)
    }
    return place
  }

  /// The fitted values of one column.
  func values(_ column: Int) -> [Double] { (0..<fit.n).map { fit.samples[$0, column] } }

  func variable(_ column: Int) -> Variable { Variable(columns[column].name, unit: columns[column].unit) }
}
