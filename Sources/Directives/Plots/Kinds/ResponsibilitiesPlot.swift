internal import Charting
internal import Mixtures

/// `kind: responsibilities`
struct ResponsibilitiesPlot: PlotKind {
  static let name = "responsibilities"
  static let options = [FitPlane.docs[0]]

  private let fit: Expression

  init(_ options: inout Options) throws {
    PlotKinds.require(["fit"], in: &options)
    fit = try options.required(options.object("fit"))
  }

  func declare(in scope: inout Scope) throws { _ = try scope.object(fit, as: FittedMixture.self) }

  func chart(in session: inout Session) throws -> Chart {
    let fitted = try session.object(fit, as: FittedMixture.self)
    try fitted.requireNo([.noise], for: "the kind \(Self.name)", of: fit)
    return ResponsibilitiesRecipe(
      responsibilities: fitted.fit.responsibilities, weights: fitted.fit.mixture.weights, model: fitted.model
    ).chart()
  }
}
