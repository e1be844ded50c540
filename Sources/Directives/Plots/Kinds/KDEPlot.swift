internal import Charting
internal import Notebooks
internal import Tables

/// `kind: kde`
struct KDEPlot: PlotKind {
  static let name = "kde"
  static let options =
    TablePlot.docs(parts, y: .none) + DensityOptions.docs + [
      OptionDoc("weights", "column", "what each row counts; all the same when absent"),
      OptionDoc(
        "multiple", "layer, stack or fill", default: "layer", "how the curves of groups stand; fill shows shares"),
      OptionDoc("common_norm", "true or false", default: "true", "all curves together have area 1, not each"),
      OptionDoc("fill", "true or false", default: "true", "fills the area under curves"),
      OptionDoc("rug", "true or false", default: "false", "a short line at the foot for every value"),
    ]

  private static let parts: TablePlot.Parts = [.logX, .rangeX, .facets]

  private let plot: TablePlot
  private let density: DensityOptions
  private let weights: Located<String>?
  private let multiple: KDERecipe.Multiple
  private let isCommon: Bool
  private let isFilled: Bool
  private let hasRug: Bool

  init(_ options: inout Options) throws {
    density = DensityOptions(&options)
    weights = options.column("weights")
    multiple = options.choice("multiple", KDERecipe.Multiple.self) ?? .layer
    isCommon = options.boolean("common_norm") ?? true
    isFilled = options.boolean("fill") ?? true
    hasRug = options.boolean("rug") ?? false
    if density.bandwidth == .sheatherJones, options.has("weights") {
      options.fail(
        "Sheather and Jones’ equation is for rows that all count the same", at: options.location(of: "bandwidth"),
        hint: "bandwidth: silverman takes weights")
    }
    if multiple != .layer {
      if options.has("cut") {
        options.fail(
          "curves that are added up all end with the data", at: options.location(of: "cut"),
          hint: "multiple: layer lets each go on")
      }
      if !isCommon {
        options.fail(
          "curves with areas of their own do not add up", at: options.location(of: "common_norm"),
          hint: "multiple: layer draws them over each other")
      }
      if !options.has("color"), !options.has("hue") {
        options.fail(
          "'multiple' means nothing without groups", at: options.location(of: "multiple"), hint: "color makes them")
      }
    }
    plot = try TablePlot(&options, Self.parts, y: .none)
  }

  func declare(in scope: inout Scope) throws {
    try plot.declare(in: &scope)
    guard let weights else { return }
    try scope.column(weights, of: try scope.object(plot.data, as: Table.self), type: .number)
  }

  func chart(in session: inout Session) throws -> Chart {
    let table = try session.object(plot.data, as: Table.self)
    let groups = try plot.coloredValues(of: table, weights: weights, session)
    let recipe = KDERecipe(
      groups: groups, density: density, weighing: weights.map { plot.variable($0, of: table).name },
      multiple: multiple, isCommon: isCommon, isFilled: isFilled, hasRug: hasRug)
    guard let chart = recipe.chart() else {
      throw Diagnostic.error(
        "'\(plot.x.value)' has fewer than two different values, so there is no density to draw", at: plot.x.location)
    }
    return chart
  }
}
