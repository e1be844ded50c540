internal import Charting
internal import Tables

/// `kind: scatter`, of two columns of a table, or of a fit with its ellipses.
struct ScatterPlot: PlotKind {
  static let name = "scatter"
  static let options = [FitPlane.docs[0]] + TablePlot.docs(parts, y: .required) + ScatterLook.docs

  private static let parts: TablePlot.Parts = [.symbol, .opacity, .axes, .facets]

  private enum Source {
    case fit(FitPlane)
    case table(TablePlot, ScatterLook)
  }

  private let source: Source

  init(_ options: inout Options) throws {
    guard options.has("fit") else {
      let look = ScatterLook(&options)
      source = .table(try TablePlot(&options, Self.parts, y: .required), look)
      return
    }
    let ofFits = FitPlane.docs.map(\.name)
    for option in Self.options.map(\.name) where options.has(option) && !ofFits.contains(option) {
      options.fail(
        "'\(option)' means nothing beside 'fit'", at: options.location(of: option),
        hint: "a fit brings its own rows and axes, coloured by component")
    }
    source = .fit(try FitPlane(&options))
  }

  func declare(in scope: inout Scope) throws {
    switch source {
    case .fit(let plane): try plane.declare(in: &scope)
    case .table(let plot, let look):
      try plot.declare(in: &scope)
      let table = try scope.object(plot.data, as: Table.self)
      for name in look.interval ?? [] { _ = scope.noting { try $0.column(name, of: table, type: .number) } }
    }
  }

  func chart(in session: inout Session) throws -> Chart {
    switch source {
    case .fit(let plane):
      let (cloud, mixture, _) = try plane.drawn(in: session)
      return ClassificationRecipe(cloud: cloud, mixture: mixture).chart()
    case .table(let plot, let look):
      let table = try session.object(plot.data, as: Table.self)
      let points = try plot.points(of: table, y: plot.ys[0], session)
      let ends = try look.interval.map { try $0.map { try session.numbers($0, of: table) } }
      return ScatterRecipe(
        points: points, plot: plot, look: look,
        intervals: ends.map { ends in points.rows.map { (ends[0][$0], ends[1][$0]) } }
      ).chart()
    }
  }
}
