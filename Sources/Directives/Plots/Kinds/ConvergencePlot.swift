internal import Charting
internal import Mixtures
internal import Wording

/// `kind: convergence`
struct ConvergencePlot: PlotKind {
  static let name = "convergence"
  static let options = [OptionDoc("fit", "fit", "the fit drawn")]

  private let fit: Expression

  init(_ options: inout Options) throws {
    if !options.has("fit") { options.fail("this kind of plot needs the option 'fit'", at: options.location) }
    fit = try options.required(options.object("fit"))
  }

  func declare(in scope: inout Scope) throws { _ = try scope.object(fit, as: FittedMixture.self) }

  func chart(in session: inout Session) throws -> Chart {
    let fitted = try session.object(fit, as: FittedMixture.self)
    let fit = fitted.fit
    let finished = fit.starts.indices.filter { !fit.starts[$0].trace.isEmpty }
    return ConvergenceRecipe(
      traces: finished.map { fit.starts[$0].trace }, best: finished.firstIndex(of: fit.bestStart) ?? 0,
      tolerance: fit.options.tolerance * Double(fit.n),
      model: "\(fitted.model), n = \(NumberFormat.count.string(Double(fit.n)))"
    ).chart()
  }
}
