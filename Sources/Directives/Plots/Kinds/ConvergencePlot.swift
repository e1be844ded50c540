internal import Charting
internal import Mixtures

/// `kind: convergence`
struct ConvergencePlot: PlotKind {
  static let name = "convergence"
  static let options = [
    OptionDoc("fit", "fit", "the fit drawn"),
    OptionDoc(
      "log_x", "true or false",
      "a logarithmic axis of iterations; when absent, where the longest start takes many times as long as the best"),
    OptionDoc("range_y", "two numbers", "the part of the vertical axis shown"),
  ]

  private let fit: Expression
  private let logX: Bool?
  private let range: ClosedRange<Double>?

  init(_ options: inout Options) throws {
    PlotKinds.require(["fit"], in: &options)
    let logX = options.boolean("log_x")
    self.logX = options.has("log_x") ? logX : nil
    range = options.range("range_y")
    fit = try options.required(options.object("fit"))
  }

  func declare(in scope: inout Scope) throws { _ = try scope.object(fit, as: FittedMixture.self) }

  func chart(in session: inout Session) throws -> Chart {
    let fitted = try session.object(fit, as: FittedMixture.self)
    let fit = fitted.fit
    let finished = fit.starts.indices.filter { !fit.starts[$0].trace.isEmpty }
    return ConvergenceRecipe(
      traces: finished.map { fit.starts[$0].trace }, best: finished.firstIndex(of: fit.bestStart) ?? 0,
      spurious: Set(finished.indices.filter { fit.starts[finished[$0]].spurious != nil }),
      failed: fit.starts.count - finished.count, tolerance: fit.options.tolerance, count: fit.n, model: fitted.model,
      climbed: Climbed(fit), logX: logX, range: range
    ).chart()
  }
}
