internal import Charting
internal import Notebooks
internal import Tables
internal import Wording

/// `kind: line`
struct LinePlot: PlotKind {
  static let name = "line"
  static let options =
    TablePlot.docs(parts, y: .several) + [
      OptionDoc("markers", "true or false", default: "false", "a symbol at every point"),
      OptionDoc(
        "line_shape", "linear, hv or vh", default: "linear", "straight lines, or steps after or before a point"),
      OptionDoc("line_dash", "column", "the groups, one pattern of dashes each"),
      OptionDoc(
        "estimator", "none, mean or median", default: "none", "what several values at one place of a line come to"),
    ]

  private static let parts: TablePlot.Parts = [.opacity, .axes, .facets]

  private let plot: TablePlot
  private let look: LineLook
  private let dash: Located<String>?

  init(_ options: inout Options) throws {
    look = LineLook(
      markers: options.boolean("markers") ?? false, shape: options.choice("line_shape", LineLook.Shape.self) ?? .linear,
      estimator: options.choice("estimator", LineLook.Estimator.self) ?? .none)
    dash = options.column("line_dash")
    plot = try TablePlot(&options, Self.parts, y: .several)
    guard plot.ys.count > 1 else { return }
    for option in ["color", "hue", "line_dash"] where options.has(option) {
      options.fail(
        "'\(option)' means nothing beside several columns in 'y'", at: options.location(of: option),
        hint: "every column is a line of its own")
    }
  }

  func declare(in scope: inout Scope) throws {
    try plot.declare(in: &scope)
    let table = try scope.object(plot.data, as: Table.self)
    if let dash { try scope.column(dash, of: table) }
  }

  func chart(in session: inout Session) throws -> Chart {
    let table = try session.object(plot.data, as: Table.self)
    guard plot.ys.count > 1 else {
      let points = try plot.points(of: table, y: plot.ys[0], session)
      let dashes = try plot.groups(dash, of: table, most: LineRecipe.dashes.count, of: "patterns of dashes")
      guard let dashes else { return LineRecipe(points: points, dashes: nil, plot: plot, look: look).chart() }
      let kept = points.rows.indices.filter { dashes.codes[points.rows[$0]] >= 0 }
      return LineRecipe(
        points: points.taking(kept), dashes: dashes.taking(kept.map { points.rows[$0] }), plot: plot, look: look
      ).chart()
    }
    if plot.ys.count > Groups.most {
      throw Diagnostic.error(
        "\(plot.ys.count) columns are more than there can be colours", at: plot.ys[0].location,
        hint: "at most \(Groups.most) can be told apart")
    }
    let columns = try plot.ys.map { try plot.points(of: table, y: $0, session) }
    let points = GroupedCloud(joining: columns, facets: try plot.facets(of: table))
    return LineRecipe(points: points, dashes: nil, plot: plot, look: look).chart()
  }
}

/// How lines run.
struct LineLook: Sendable {
  enum Shape: String, Sendable, CaseIterable { case linear, hv, vh }
  enum Estimator: String, Sendable, CaseIterable { case none, mean, median }

  let markers: Bool
  let shape: Shape
  let estimator: Estimator
}
