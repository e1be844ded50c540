internal import Charting
internal import Mixtures
internal import Notebooks
internal import Tables

/// `kind: ecdf`, of a column of a table, or of a fit with its distribution function.
struct ECDFPlot: PlotKind {
  static let name = "ecdf"
  static let options =
    TablePlot.docs(parts, y: .none) + [
      FitPlane.docs[0],
      OptionDoc("complementary", "true or false", default: "false", "the share above each value instead of up to it"),
      OptionDoc("stat", "proportion, percent or count", default: "proportion", "what the vertical axis shows"),
      OptionDoc("band", "true or false", "the 95 % band of the whole function; without groups when absent"),
    ]

  private static let parts: TablePlot.Parts = [.logX, .rangeX, .facets]

  private enum Source {
    case table(TablePlot)
    case fit(Expression, x: Located<String>?, logX: Bool, range: ClosedRange<Double>?)
  }

  private let source: Source
  private let isComplementary: Bool
  private let statistic: ECDFRecipe.Statistic
  private let hasBand: Bool?

  init(_ options: inout Options) throws {
    isComplementary = options.boolean("complementary") ?? false
    statistic = options.choice("stat", ECDFRecipe.Statistic.self) ?? .proportion
    hasBand = options.boolean("band")
    guard options.has("fit") else {
      source = .table(try TablePlot(&options, Self.parts, y: .none))
      return
    }
    let ofFits = ["fit", "x", "log_x", "range_x", "complementary", "stat", "band"]
    for option in Self.options.map(\.name) where options.has(option) && !ofFits.contains(option) {
      options.fail(
        "'\(option)' means nothing beside 'fit'", at: options.location(of: option), hint: "a fit brings its own rows")
    }
    let fit = options.object("fit")
    let x = options.column("x")
    let logX = options.boolean("log_x") ?? false
    let range = options.axisRange("range_x", isLogarithmic: logX)
    source = .fit(try options.required(fit), x: x, logX: logX, range: range)
  }

  func declare(in scope: inout Scope) throws {
    switch source {
    case .table(let plot): try plot.declare(in: &scope)
    case .fit(let fit, let x, _, _):
      let shape = try scope.object(fit, as: FittedMixture.self)
      if let x { try scope.column(x, of: shape) }
    }
  }

  func chart(in session: inout Session) throws -> Chart {
    switch source {
    case .table(let plot):
      let table = try session.object(plot.data, as: Table.self)
      return recipe(try plot.coloredValues(of: table, session), model: nil).chart()
    case .fit(let fit, let x, let logX, let range):
      let marginal = try FittedMarginal(fit, x: x, session)
      let values = logX ? marginal.values.filter { $0 > 0 } : marginal.values
      let outside = range.map { range in values.count { !range.contains($0) } } ?? 0
      if outside == values.count {
        throw Diagnostic.error("no row has a place in this figure", at: fit.source.location)
      }
      let groups = GroupedValues(
        variable: marginal.variable, values: values, categories: nil, colors: nil, colorsCategories: false,
        facets: Facets(count: values.count), scale: logX ? .log : .linear, orientation: .lying, range: range,
        leftOut: marginal.values.count - values.count, outside: outside)
      return recipe(groups, model: marginal).chart()
    }
  }

  private func recipe(_ groups: GroupedValues, model: FittedMarginal?) -> ECDFRecipe {
    ECDFRecipe(
      groups: groups, model: model, isComplementary: isComplementary, statistic: statistic,
      hasBand: hasBand ?? (groups.colors == nil))
  }
}
