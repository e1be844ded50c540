internal import Charting
internal import Notebooks
internal import Tables
internal import Wording

/// `kind: histogram`
struct HistogramPlot: PlotKind {
  static let name = "histogram"
  static let options =
    TablePlot.docs(parts, y: .optional) + BinOptions.docs + [
      OptionDoc("histfunc", "count, sum or mean", "what a bar shows of y; sum when y is given, else count"),
      OptionDoc("histnorm", "none, probability, percent or density", default: "none", "how bars are scaled"),
      OptionDoc("barmode", "stack, overlay or group", "how the bars of groups stand; stack when absent, means group"),
      OptionDoc("marginal", "none, box or rug", default: "none", "what stands above the bars"),
      OptionDoc("clip", "number", "gathers larger values in one last bin"),
    ]

  private static let parts: TablePlot.Parts = .rangeX

  private let plot: TablePlot
  private let bins: BinRule
  private let statistic: Histogram.Statistic
  private let norm: Histogram.Norm
  private let mode: BarMode
  private let marginal: HistogramRecipe.Marginal
  private let clip: Double?

  init(_ options: inout Options) throws {
    let statistic = options.choice("histfunc", Histogram.Statistic.self)
    norm = options.choice("histnorm", Histogram.Norm.self) ?? .none
    let mode = options.choice("barmode", BarMode.self)
    marginal = options.choice("marginal", HistogramRecipe.Marginal.self) ?? .none
    clip = options.number("clip")
    bins = BinOptions.rule(&options) ?? .auto
    self.statistic = statistic ?? (options.has("y") ? .sum : .count)
    if self.statistic == .count, options.has("y") {
      options.fail(
        "'y' means nothing for histfunc: count", at: options.location(of: "y"), hint: "histfunc: sum adds y up")
    }
    if self.statistic != .count, !options.has("y") {
      options.fail("histfunc: \(self.statistic.rawValue) needs the option 'y'", at: options.location(of: "histfunc"))
    }
    self.mode = mode ?? (self.statistic == .mean ? .group : .stack)
    if self.statistic == .mean, self.mode == .stack {
      options.fail(
        "means cannot be stacked: they do not add up", at: options.location(of: "barmode"),
        hint: "barmode: group sets them side by side")
    }
    plot = try TablePlot(&options, Self.parts, y: .optional)
  }

  func declare(in scope: inout Scope) throws { try plot.declare(in: &scope) }

  func chart(in session: inout Session) throws -> Chart {
    let table = try session.object(plot.data, as: Table.self)
    let weights = try plot.y.map {
      (values: try session.numbers($0, of: table), variable: plot.variable($0, of: table))
    }
    let values = try session.numbers(plot.x, of: table)
    let range = plot.rangeX
    let groups = try plot.colors(of: table)?.keeping { values[$0].isFinite && range?.contains(values[$0]) ?? true }
    let recipe = HistogramRecipe(
      values: values, variable: plot.variable(plot.x, of: table), weights: weights, statistic: statistic, norm: norm,
      groups: groups, mode: mode, marginal: marginal, bins: bins, range: range, clip: clip)
    guard let chart = recipe.chart() else {
      let place = range == nil && clip == nil ? "" : " in the range shown"
      throw Diagnostic.error("'\(plot.x.value)' has no value to draw\(place)", at: plot.x.location)
    }
    return chart
  }
}

/// `nbins:`, `binwidth:` and `bins:`, which all choose the width of bins.
enum BinOptions {
  static let docs: [OptionDoc] = [
    OptionDoc(
      "bins", "\(joined(BinRule.named.map(\.name), "or")), or a whole number",
      "the rule, or number, of bins; auto when absent, the fitted density’s own under a mixture"),
    OptionDoc("nbins", "whole number", "the same as bins with a number"),
    OptionDoc("binwidth", "number", "the width of a bin, in units of x"),
  ]

  static func rule(_ options: inout Options) -> BinRule? {
    let named = options.read("bins") { node in
      if let count = try? node.wholeNumber(), (1...Bins.maximumCount).contains(count) { return BinRule.count(count) }
      return try node.choice(of: BinRule.named.map { ($0.name, $0.rule) })
    }
    let count = options.wholeNumber("nbins", 1...Bins.maximumCount).map { BinRule.count($0) }
    let width = options.number("binwidth", "a number above 0") { $0 > 0 }.map { BinRule.width($0) }
    let given = ["bins", "nbins", "binwidth"].filter { options.has($0) }
    if given.count > 1 {
      options.fail(
        "\(joined(given)) each choose the bins", at: options.location(of: given[1]), hint: "keep one of them")
    }
    return named ?? count ?? width
  }
}
