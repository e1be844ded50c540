internal import Charting
internal import Mixtures
internal import Notebooks
internal import Wording

/// `kind: mixture`, of one column of a fit or of stated components.
struct MixturePlot: PlotKind {
  static let name = "mixture"
  static let options =
    [
      OptionDoc("fit", "fit", "the fit drawn"),
      OptionDoc("components", "list of {weight, mean, covariance}", "the components drawn, instead of a fit"),
      OptionDoc("x", "column", "the column drawn; for stated components, the name of the variable"),
      OptionDoc("range_x", "two numbers", "the part of the horizontal axis shown"),
    ] + BinOptions.docs

  private enum Source {
    case fit(Expression)
    case stated(GaussianMixture)
  }

  private let source: Source
  private let x: Located<String>?
  private let range: ClosedRange<Double>?
  private let bins: BinRule

  init(_ options: inout Options) throws {
    x = options.column("x")
    range = options.range("range_x")
    bins = BinOptions.rule(&options)
    let fit = options.object("fit")
    let components = options.records("components", of: "a component", docs: StatedComponent.docs) {
      try StatedComponent(&$0)
    }
    switch (options.has("fit"), options.has("components")) {
    case (true, false): source = .fit(try options.required(fit))
    case (false, true):
      let stated = try options.required(components)
      let mixture = options.read("components") { node in
        do { return try StatedComponent.mixture(stated) } catch let error as FitError {
          throw Diagnostic.error("\(error)", at: node.location)
        }
      }
      source = .stated(try options.required(mixture))
    default:
      options.fail("this kind of plot needs either 'fit' or 'components'", at: options.location)
      throw OptionsIncomplete()
    }
  }

  func declare(in scope: inout Scope) throws {
    guard case .fit(let fit) = source else { return }
    let shape = try scope.object(fit, as: FittedMixture.self)
    if let x { try scope.column(x, of: shape) }
  }

  func chart(in session: inout Session) throws -> Chart {
    switch source {
    case .stated(let mixture):
      return try MixtureRecipe(
        mixture: mixture, values: [], variable: Variable(x?.value ?? "x"), origin: "", bins: bins, range: range
      ).chart()
    case .fit(let expression):
      let fitted = try session.object(expression, as: FittedMixture.self)
      let column = try x.map { try fitted.place(of: $0) } ?? 0
      if x == nil, fitted.columns.count > 1 {
        throw Diagnostic.error(
          "the fit has \(fitted.columns.count) columns; name the one to draw", at: expression.source.location,
          hint: "x: \(fitted.columns[0].name)")
      }
      let loglik = NumberFormat(.fixed, precision: 2, groups: true).string(fitted.fit.logLikelihood)
      let bic = NumberFormat(.fixed, precision: 1, groups: true).string(fitted.fit.bic)
      return try MixtureRecipe(
        mixture: fitted.fit.mixture.marginal(columns: [column]), values: fitted.values(column),
        variable: fitted.variable(column),
        origin: "EM, \(fitted.model), log-likelihood \(loglik), BIC \(bic) (lower is better).", bins: bins, range: range
      ).chart()
    }
  }
}

/// `{weight: 0.4, mean: 2, covariance: 0.25}`
struct StatedComponent: Sendable {
  let weight: Double
  let mean: Double
  let variance: Double

  static let docs: [OptionDoc] = [
    OptionDoc("weight", "number", default: "1", "its share; shares are taken to add up to 1"),
    OptionDoc("mean", "number", isRequired: true, "its mean"),
    OptionDoc("covariance", "number", isRequired: true, "its variance"),
  ]

  init(_ options: inout Options) throws {
    let weight = options.number("weight", "a number above 0") { $0 > 0 }
    let mean = options.number("mean")
    let variance = options.number("covariance", "a number above 0") { $0 > 0 }
    self.weight = try options.required(weight)
    self.mean = try options.required(mean)
    self.variance = try options.required(variance)
  }

  static func mixture(_ components: [StatedComponent]) throws -> GaussianMixture {
    let total = components.reduce(0) { $0 + $1.weight }
    return try GaussianMixture(
      weights: components.map { $0.weight / total },
      means: Matrix(rows: components.count, columns: 1, values: components.map(\.mean)),
      covariances: components.map { Matrix(rows: 1, columns: 1, values: [$0.variance]) })
  }
}
