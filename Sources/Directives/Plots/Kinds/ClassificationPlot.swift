internal import Charting

/// `kind: classification`
struct ClassificationPlot: PlotKind {
  static let name = "classification"
  static let options = FitPlane.docs

  private let plane: FitPlane

  init(_ options: inout Options) throws { plane = try FitPlane(&options) }

  func declare(in scope: inout Scope) throws { try plane.declare(in: &scope) }

  func chart(in session: inout Session) throws -> Chart {
    let (cloud, mixture, _) = try plane.drawn(in: session)
    return ClassificationRecipe(cloud: cloud, mixture: mixture).chart()
  }
}
