internal import Charting
internal import Mixtures
internal import Notebooks

/// `kind: em_steps`, over one or two columns of a fit.
struct EMStepsPlot: PlotKind {
  static let name = "em_steps"
  static let options = FitPlane.docs + [ChosenIterations.doc]

  private let fit: Expression
  private let x: Located<String>?
  private let y: Located<String>?
  private let iterations: ChosenIterations

  init(_ options: inout Options) throws {
    PlotKinds.require(["fit"], in: &options)
    let fit = options.object("fit")
    x = options.column("x")
    y = options.column("y")
    iterations = ChosenIterations(&options, atMost: 12)
    if let y {
      if x == nil { options.fail("'y' needs 'x' beside it", at: y.location, hint: "x alone draws one column") }
      if x?.value == y.value { options.fail("x and y are the same column", at: y.location) }
    }
    self.fit = try options.required(fit)
  }

  func declare(in scope: inout Scope) throws {
    let fit = try scope.object(fit, as: FittedMixture.self)
    for name in [x, y].compactMap(\.self) { _ = scope.noting { try $0.column(name, of: fit) } }
  }

  func chart(in session: inout Session) throws -> Chart {
    let fitted = try session.object(fit, as: FittedMixture.self)
    try fitted.requireNo([.noise, .variational], for: "the kind \(Self.name)", of: fit)
    var columns = try [x, y].compactMap(\.self).map { try fitted.place(of: $0) }
    if columns.isEmpty {
      guard fitted.columns.count <= 2 else {
        throw Diagnostic.error(
          "the fit has \(fitted.columns.count) columns; name the two to draw", at: fit.source.location,
          hint: "x: \(fitted.columns[0].name) and y: \(fitted.columns[1].name)")
      }
      columns = Array(fitted.columns.indices)
    }
    let shown = try iterations.shown(of: fitted.fit, otherwise: EMStepsRecipe.telling(fitted.trace))
    let rows = try fitted.drawnRows(columns, of: fit)
    return try EMStepsRecipe(fitted, columns: columns, rows: rows, iterations: shown).chart()
  }
}

extension FittedMixture {
  /// ℓ at each iteration of the best start, from iteration 0.
  var trace: [Double] { fit.steps.map(\.logLikelihood) }
}
