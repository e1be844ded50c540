internal import Charting
internal import Notebooks
internal import Tables
internal import Wording

/// `kind: histogram`
struct HistogramPlot: PlotKind {
  static let name = "histogram"
  static let options =
    TablePlot.docs(parts, y: .optional) + BinOptions.docs + [
      OptionDoc(
        "histfunc", "count, sum, mean, min or max", "what a bar shows of y; sum when y is given, else count"),
      OptionDoc("histnorm", "none, probability, percent or density", default: "none", "how bars are scaled"),
      OptionDoc("cumulative", "true or false", default: "false", "adds to each bar those before it"),
      OptionDoc(
        "barmode", "stack, overlay or group",
        "how the bars of groups stand; stack when absent, group where they do not add up"),
      OptionDoc("marginal", "none, box, violin or rug", default: "none", "what stands above the bars"),
      OptionDoc("clip", "number", "gathers larger values in one last bin"),
    ]

  private static let parts: TablePlot.Parts = [.opacity, .logX, .logY, .rangeX, .facets]

  private let plot: TablePlot
  private let bins: BinRule
  private let look: HistogramLook
  private let clip: Double?

  init(_ options: inout Options) throws {
    bins = BinOptions.rule(&options) ?? .auto
    clip = options.number("clip")
    var look = HistogramLook(&options)
    plot = try TablePlot(&options, Self.parts, y: .optional)
    if plot.logY { look.standOnLogarithm(&options) }
    self.look = look
    if plot.logX {
      for (option, hint) in [("binwidth", "bins: 30 makes so many"), ("clip", "range_x: shortens it")]
      where options.has(option) {
        options.fail(
          "'\(option)' means nothing on a logarithmic axis", at: options.location(of: option), hint: hint)
      }
    }
  }

  func declare(in scope: inout Scope) throws { try plot.declare(in: &scope) }

  func chart(in session: inout Session) throws -> Chart {
    let table = try session.object(plot.data, as: Table.self)
    let values = try session.numbers(plot.x, of: table)
    let weights = try plot.y.map { try session.numbers($0, of: table) }
    let (groups, facets) = (try plot.colors(of: table), try plot.facets(of: table))
    let complete = values.indices.filter { row in
      values[row].isFinite && !(plot.logX && values[row] <= 0) && weights?[row].isFinite ?? true
        && groups?.codes[row] ?? 0 >= 0 && facets.hold(row)
    }
    let rows = complete.filter { row in plot.rangeX.map { $0.contains(values[row]) } ?? true }
    let recipe = HistogramRecipe(
      values: rows.map { values[$0] }, variable: plot.variable(plot.x, of: table),
      weights: weights.map { weights in rows.map { weights[$0] } },
      weighed: plot.y.map { plot.variable($0, of: table) },
      groups: groups?.taking(rows), facets: facets.taking(rows), leftOut: values.count - complete.count,
      outside: complete.count - rows.count, look: look, plot: plot, bins: bins, clip: clip)
    if plot.logY, let reason = recipe.reasonAgainstLogarithm {
      throw Diagnostic.error(reason, at: plot.y?.location ?? plot.x.location)
    }
    guard let chart = recipe.chart() else {
      let place = complete.isEmpty || plot.rangeX == nil && clip == nil ? "" : " in the range shown"
      throw Diagnostic.error("'\(plot.x.value)' has no value to draw\(place)", at: plot.x.location)
    }
    return chart
  }
}

/// What the bars of a histogram show and how they stand.
struct HistogramLook: Sendable {
  enum Marginal: String, Sendable, CaseIterable { case none, box, violin, rug }

  let statistic: Histogram.Statistic
  let norm: Histogram.Norm
  let isCumulative: Bool
  private(set) var mode: BarMode
  let marginal: Marginal

  init(_ options: inout Options) {
    let statistic = options.choice("histfunc", Histogram.Statistic.self)
    norm = options.choice("histnorm", Histogram.Norm.self) ?? .none
    isCumulative = options.boolean("cumulative") ?? false
    let mode = options.choice("barmode", BarMode.self)
    marginal = options.choice("marginal", Marginal.self) ?? .none
    self.statistic = statistic ?? (options.has("y") ? .sum : .count)
    self.mode = mode ?? (self.statistic.isAdditive ? .stack : .group)
    refuse(&options)
  }

  /// Notes what does not go together.
  private func refuse(_ options: inout Options) {
    let name = "histfunc: \(statistic.rawValue)"
    if statistic == .count, options.has("y") {
      options.fail("'y' means nothing for \(name)", at: options.location(of: "y"), hint: "histfunc: sum adds y up")
    }
    if statistic != .count, !options.has("y") {
      options.fail("\(name) needs the option 'y'", at: options.location(of: "histfunc"))
    }
    if !statistic.isAdditive {
      if mode == .stack {
        let plural = [.mean: "means", .min: "smallest values", .max: "largest values"][statistic] ?? ""
        options.fail(
          "\(plural) cannot be stacked: they do not add up", at: options.location(of: "barmode"),
          hint: "barmode: group sets them side by side")
      }
      if norm != .none {
        options.fail(
          "'histnorm' means nothing for \(name)", at: options.location(of: "histnorm"),
          hint: "counts and sums have shares"
        )
      }
      if isCumulative {
        options.fail(
          "'cumulative' means nothing for \(name)", at: options.location(of: "cumulative"),
          hint: "counts and sums add up"
        )
      }
    }
    if isCumulative, norm == .density {
      options.fail(
        "a cumulative density is a probability", at: options.location(of: "histnorm"), hint: "histnorm: probability")
    }
    if marginal != .none, options.has("facet_col") || options.has("facet_row") {
      options.fail(
        "'marginal' means nothing beside panels", at: options.location(of: "marginal"),
        hint: "facet_col and facet_row leave no room for it")
    }
  }

  /// Sets bars that would be stacked side by side, or refuses what was asked for, for a logarithmic vertical axis.
  mutating func standOnLogarithm(_ options: inout Options) {
    guard mode == .stack else { return }
    if options.has("barmode") {
      options.fail(
        "stacked bars mislead on a logarithmic axis: only the lowest is in proportion",
        at: options.location(of: "barmode"), hint: "barmode: group sets them side by side")
    }
    mode = .group
  }
}
