internal import Charting
internal import Mixtures
internal import Notebooks
internal import Wording

/// `kind: mixture`, of one column of a fit, of a mixture or of stated components.
struct MixturePlot: PlotKind {
  static let name = "mixture"
  static let options =
    [
      OptionDoc("fit", "fit or mixture", "the fit drawn, or a mixture, which has no rows"),
      .statedMixture("the components drawn, instead of a fit"),
      OptionDoc("x", "column", "the column drawn; for stated components, the name of the variable"),
      OptionDoc("range_x", "two numbers", "the part of the horizontal axis shown"),
      OptionDoc("range_y", "two numbers", "the part of the vertical axis shown"),
    ] + BinOptions.docs

  private enum Source {
    case fit(Expression)
    case stated(GaussianMixture)
  }

  private let source: Source
  private let x: Located<String>?
  private let range: ClosedRange<Double>?
  private let rangeY: ClosedRange<Double>?
  private let bins: BinRule?

  init(_ options: inout Options) throws {
    x = options.column("x")
    range = options.range("range_x")
    rangeY = options.range("range_y")
    bins = BinOptions.rule(&options)
    let fit = options.object("fit")
    let stated = options.statedMixture()
    switch (options.has("fit"), options.has("components")) {
    case (true, false): source = .fit(try options.required(fit))
    case (false, true):
      let mixture = try options.required(stated)
      if mixture.dimension > 1 {
        options.fail(
          "the components have \(mixture.dimension) columns; one is drawn", at: options.location(of: "components"))
      }
      source = .stated(mixture)
    default:
      options.fail("this kind of plot needs either 'fit' or 'components'", at: options.location)
      throw OptionsIncomplete()
    }
  }

  func declare(in scope: inout Scope) throws {
    guard case .fit(let fit) = source else { return }
    let shape = try scope.mixture(fit)
    if let x { try scope.column(x, of: shape) }
  }

  func chart(in session: inout Session) throws -> Chart {
    switch source {
    case .stated(let mixture):
      return try MixtureRecipe(
        mixture: mixture, values: [], variable: Variable(x?.value ?? "x"), origin: "", bins: bins, range: range,
        rangeY: rangeY
      ).chart()
    case .fit(let expression):
      let source = try session.mixture(expression)
      let column = try source.onlyColumn(x, of: expression)
      guard let fitted = source as? FittedMixture else {
        return try MixtureRecipe(
          mixture: source.mixture.marginal(columns: [column]), values: [], variable: source.variable(column),
          origin: source.model + ".", bins: bins, range: range, rangeY: rangeY
        ).chart()
      }
      let loglik = NumberFormat(.fixed, precision: 2, groups: true).string(fitted.fit.logLikelihood)
      let bic = NumberFormat(.fixed, precision: 1, groups: true).string(fitted.fit.bic)
      let criterion = fitted.fit.variational == nil ? ", BIC \(bic) (lower is better)" : ""
      let columns = fitted.columns.count
      // Bars that count every row once would not be what weighted rows are fitted to.
      let values = fitted.fit.samples.weights == nil ? fitted.values(column) : []
      let gap = values.isEmpty ? "" : notDrawn(fitted.fit.n - values.count)
      return try MixtureRecipe(
        mixture: fitted.shownMixture.marginal(columns: [column]),
        values: values,
        variable: fitted.variable(column),
        origin: "\(fitted.model)\(columns > 1 ? " on \(columns) columns" : ""), ℓ = \(loglik)\(criterion)."
          + (gap.isEmpty ? "" : " " + gap),
        bins: bins, range: range, rangeY: rangeY
      ).chart()
    }
  }
}
