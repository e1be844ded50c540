internal import Charting
internal import Mixtures
internal import Tables

/// `kind: uncertainty`
struct UncertaintyPlot: PlotKind {
  static let name = "uncertainty"
  static let options = FitPlane.docs

  private let plane: FitPlane

  init(_ options: inout Options) throws { plane = try FitPlane(&options) }

  func declare(in scope: inout Scope) throws { try plane.declare(in: &scope) }

  func chart(in session: inout Session) throws -> Chart {
    let (cloud, mixture, rows) = try plane.drawn(in: session)
    let fitted = try session.object(plane.fit, as: FittedMixture.self)
    try fitted.requireNo([.noise], for: "the kind \(Self.name)", of: plane.fit)
    return try UncertaintyRecipe(
      cloud: cloud, mixture: mixture, doubts: RowDoubts(fitted.fit.responsibilities, rows: rows),
      rowNumbers: rows.map { fitted.rowNumbers[$0] },
      columns: fitted.columns.count
    ).chart()
  }
}
