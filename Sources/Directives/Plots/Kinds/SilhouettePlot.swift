internal import Charting
internal import Mixtures
internal import Notebooks

/// `kind: silhouette`
struct SilhouettePlot: PlotKind {
  static let name = "silhouette"
  static let options = [FitPlane.docs[0], DistanceScale.doc]

  private let fit: Expression
  private let scale: DistanceScale

  init(_ options: inout Options) throws {
    PlotKinds.require(["fit"], in: &options)
    scale = DistanceScale(&options)
    fit = try options.required(options.object("fit"))
  }

  func declare(in scope: inout Scope) throws { _ = try scope.object(fit, as: FittedMixture.self) }

  func chart(in session: inout Session) throws -> Chart {
    let fitted = try session.object(fit, as: FittedMixture.self)
    try fitted.requireNo([.noise, .rowWeights, .missingCells], for: "the kind \(Self.name)", of: fit)
    let samples = scale == .standardized ? fitted.fit.samples.standardized : fitted.fit.samples
    guard let silhouette = Silhouette(samples, labels: fitted.fit.labels, threads: session.threads) else {
      throw Diagnostic.error(
        "a silhouette needs rows in two components, and all of '\(fit.source.value)' are in one",
        at: fit.source.location, hint: "fit more components")
    }
    return SilhouetteRecipe(
      silhouette: silhouette, labels: fitted.fit.labels, components: fitted.fit.mixture.components,
      columns: fitted.columns.count, standardized: scale == .standardized, model: fitted.model,
      rowNumbers: fitted.rowNumbers
    ).chart()
  }
}
