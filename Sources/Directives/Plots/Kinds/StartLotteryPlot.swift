internal import Charting
internal import Mixtures

/// `kind: start_lottery`
struct StartLotteryPlot: PlotKind {
  static let name = "start_lottery"
  static let options = [FitPlane.docs[0]]

  private let fit: Expression

  init(_ options: inout Options) throws {
    PlotKinds.require(["fit"], in: &options)
    fit = try options.required(options.object("fit"))
  }

  func declare(in scope: inout Scope) throws { _ = try scope.object(fit, as: FittedMixture.self) }

  func chart(in session: inout Session) throws -> Chart {
    let fitted = try session.object(fit, as: FittedMixture.self)
    try fitted.requireNo([.prior, .variational], for: "the kind \(Self.name)", of: self.fit)
    let fit = fitted.fit
    let followed = fit.starts.filter { !$0.isAbandoned }
    let finished = followed.filter { $0.logLikelihood != nil }
    let short =
      fit.starts.count == followed.count ? "" : ", the best \(followed.count) of \(fit.starts.count) short runs"
    return StartLotteryRecipe(
      starts: finished.map {
        StartLotteryRecipe.Start(
          logLikelihood: $0.logLikelihood ?? 0, isSpurious: $0.spurious != nil,
          isConverged: $0.outcome?.isConverged ?? false)
      },
      best: finished.firstIndex { $0.index == fit.bestStart } ?? 0, failed: followed.count - finished.count,
      rows: fit.n, model: fitted.model, initialization: fit.options.start.name + short
    ).chart()
  }
}
