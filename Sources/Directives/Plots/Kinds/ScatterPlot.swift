internal import Charting
internal import Tables

/// `kind: scatter`, of two columns of a table, or of a fit with its ellipses.
struct ScatterPlot: PlotKind {
  static let name = "scatter"
  static let options = [FitPlane.docs[0]] + TablePlot.docs

  private enum Source {
    case fit(FitPlane)
    case table(TablePlot, logX: Bool, logY: Bool)
  }

  private let source: Source

  init(_ options: inout Options) throws {
    guard options.has("fit") else {
      let (logX, logY) = (options.boolean("log_x") ?? false, options.boolean("log_y") ?? false)
      source = .table(try TablePlot(&options, needsY: true), logX: logX, logY: logY)
      return
    }
    for option in ["data", "color", "log_x", "log_y"] where options.has(option) {
      options.fail(
        "'\(option)' means nothing beside 'fit'", at: options.location(of: option),
        hint: "a fit brings its own rows and axes, coloured by component")
    }
    source = .fit(try FitPlane(&options))
  }

  func declare(in scope: inout Scope) throws {
    switch source {
    case .fit(let plane): try plane.declare(in: &scope)
    case .table(let plot, _, _): try plot.declare(in: &scope)
    }
  }

  func chart(in session: inout Session) throws -> Chart {
    switch source {
    case .fit(let plane):
      let (cloud, mixture) = try plane.drawn(in: session)
      return ClassificationRecipe(cloud: cloud, mixture: mixture).chart()
    case .table(let plot, let logX, let logY):
      let table = try session.object(plot.data, as: Table.self)
      let (cloud, groups) = try plot.points(of: table, logX: logX, logY: logY, session)
      return ScatterRecipe(cloud: cloud, groups: groups, logX: logX, logY: logY).chart()
    }
  }
}
