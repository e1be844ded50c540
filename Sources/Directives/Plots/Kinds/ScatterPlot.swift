internal import Charting
internal import Tables

/// `kind: scatter`, of two columns of a table, or of a fit with its ellipses.
struct ScatterPlot: PlotKind {
  static let name = "scatter"
  static let options = [FitPlane.docs[0]] + TablePlot.docs

  private enum Source {
    case fit(FitPlane)
    case table(TablePlot)
  }

  private let source: Source
  private let logX: Bool
  private let logY: Bool

  init(_ options: inout Options) throws {
    logX = options.boolean("log_x") ?? false
    logY = options.boolean("log_y") ?? false
    guard options.has("fit") else {
      source = .table(try TablePlot(&options, needsY: true))
      return
    }
    for option in ["data", "color"] where options.has(option) {
      options.fail(
        "'\(option)' means nothing beside 'fit'", at: options.location(of: option),
        hint: "a fit brings its own rows, coloured by component")
    }
    source = .fit(try FitPlane(&options))
  }

  func declare(in scope: inout Scope) throws {
    switch source {
    case .fit(let plane): try plane.declare(in: &scope)
    case .table(let plot): try plot.declare(in: &scope)
    }
  }

  func chart(in session: inout Session) throws -> Chart {
    switch source {
    case .fit(let plane):
      let (cloud, mixture) = try plane.drawn(in: session)
      return ScatterRecipe(cloud: cloud, mixture: mixture, groups: nil, logX: logX, logY: logY).chart()
    case .table(let plot):
      let table = try session.object(plot.data, as: Table.self)
      let (cloud, rows) = try plot.cloud(of: table, y: plot.y ?? plot.x, session)
      return ScatterRecipe(
        cloud: cloud, mixture: nil, groups: try plot.groups(of: table, rows: rows), logX: logX, logY: logY
      ).chart()
    }
  }
}
