internal import Charting
internal import Tables

/// `kind: line`
struct LinePlot: PlotKind {
  static let name = "line"
  static let options = TablePlot.docs([.axes, .facets], y: .required)

  private let plot: TablePlot

  init(_ options: inout Options) throws { plot = try TablePlot(&options, [.axes, .facets], y: .required) }

  func declare(in scope: inout Scope) throws { try plot.declare(in: &scope) }

  func chart(in session: inout Session) throws -> Chart {
    let table = try session.object(plot.data, as: Table.self)
    return LineRecipe(points: try plot.points(of: table, y: plot.ys[0], session), plot: plot).chart()
  }
}
