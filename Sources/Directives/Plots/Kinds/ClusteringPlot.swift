internal import Charting

/// `kind: kmeans_vs_gmm`
struct ClusteringPlot: PlotKind {
  static let name = "kmeans_vs_gmm"
  static let options = FitPlane.docs + [DistanceScale.doc]

  private let plane: FitPlane
  private let scale: DistanceScale

  init(_ options: inout Options) throws {
    scale = DistanceScale(&options)
    plane = try FitPlane(&options)
  }

  func declare(in scope: inout Scope) throws { try plane.declare(in: &scope) }

  func chart(in session: inout Session) throws -> Chart {
    let (cloud, mixture, _) = try plane.drawn(in: session)
    let fitted = try session.object(plane.fit, as: FittedMixture.self)
    try fitted.requireNo([.noise, .missingCells], for: "the kind \(Self.name)", of: plane.fit)
    return try ClusteringRecipe(
      cloud: cloud, mixture: mixture,
      division: try fitted.kMeans(plane.fit, standardized: scale == .standardized, in: session),
      shown: (try fitted.place(of: plane.x), try fitted.place(of: plane.y)), columns: fitted.columns.count,
      standardized: scale == .standardized
    ).chart()
  }
}

/// `scale:` of what measures distances between rows.
enum DistanceScale: String, Sendable, CaseIterable {
  case raw, standardized

  static let doc = OptionDoc(
    "scale", "raw or standardized", default: "raw",
    "distances on the columns as they are, or each scaled to sd 1 (with n)")

  init(_ options: inout Options) { self = options.choice("scale", DistanceScale.self) ?? .raw }
}
