internal import Charting
internal import Mixtures
internal import Notebooks
internal import Wording

/// `kind: estimates`
struct EstimatesPlot: PlotKind {
  static let name = "estimates"
  static let options = [
    OptionDoc("errors", "set of standard errors", "the errors of a fit’s parameters drawn"),
    OptionDoc("columns", "list of columns", "whose parameters are drawn; all, at most eight, when absent"),
    OptionDoc(
      "parameter", "mean or deviation", default: "mean", "what is drawn of every column, beside the weights"),
  ]

  private enum Parameter: String, CaseIterable { case mean, deviation }

  /// More panels cannot be read.
  private static let mostColumns = 8

  private let errors: Expression
  private let columns: [Located<String>]?
  private let parameter: Parameter

  init(_ options: inout Options) throws {
    PlotKinds.require(["errors"], in: &options)
    let errors = options.object("errors")
    columns = options.columns("columns")
    parameter = options.choice("parameter", Parameter.self) ?? .mean
    if let columns, columns.count > Self.mostColumns {
      options.fail(
        "\(columns.count) columns are too many for one figure", at: options.location(of: "columns"),
        hint: "choose at most \(Self.mostColumns)")
    }
    self.errors = try options.required(errors)
  }

  func declare(in scope: inout Scope) throws {
    let errors = try scope.object(errors, as: FitErrors.self)
    for name in columns ?? [] { _ = scope.noting { try $0.column(name, of: errors) } }
  }

  func chart(in session: inout Session) throws -> Chart {
    let result = try session.object(errors, as: FitErrors.self)
    let fitted = result.fitted
    let places = try columns?.map { try fitted.place(of: $0) } ?? Array(fitted.columns.indices.prefix(Self.mostColumns))
    func interval(_ quantity: Quantity) -> EstimatesRecipe.Interval {
      let estimate = result.errors[quantity]
      return .init(value: estimate.value, error: estimate.error, low: estimate.low, high: estimate.high)
    }
    let weights = result.components.map { interval(.weight($0)) }
    let groups = places.map { j in
      EstimatesRecipe.Group(
        variable: fitted.variable(j),
        intervals: result.components.map { k in
          interval(parameter == .mean ? .mean(k, j) : .deviation(k, j))
        })
    }
    return EstimatesRecipe(
      parameter: parameter == .mean ? "mean" : "standard deviation",
      weights: weights.count > 1 || fitted.fit.mixture.noise != nil ? weights : nil, groups: groups,
      leftOut: fitted.columns.count - places.count, percent: result.percent, model: fitted.model,
      rows: fitted.fit.samples.totalWeight, manner: result.manner
    ).chart()
  }
}
