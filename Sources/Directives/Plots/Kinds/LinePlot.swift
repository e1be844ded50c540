internal import Charting
internal import Tables

/// `kind: line`
struct LinePlot: PlotKind {
  static let name = "line"
  static let options = TablePlot.docs

  private let plot: TablePlot
  private let logX: Bool
  private let logY: Bool

  init(_ options: inout Options) throws {
    logX = options.boolean("log_x") ?? false
    logY = options.boolean("log_y") ?? false
    plot = try TablePlot(&options, needsY: true)
  }

  func declare(in scope: inout Scope) throws { try plot.declare(in: &scope) }

  func chart(in session: inout Session) throws -> Chart {
    let table = try session.object(plot.data, as: Table.self)
    let (cloud, groups) = try plot.points(of: table, logX: logX, logY: logY, session)
    return LineRecipe(cloud: cloud, groups: groups, logX: logX, logY: logY).chart()
  }
}
