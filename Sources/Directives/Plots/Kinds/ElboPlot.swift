internal import Charting
internal import Mixtures
internal import Notebooks
internal import Wording

/// `kind: elbo`
struct ElboPlot: PlotKind {
  enum Style: String, Sendable, CaseIterable { case halfsteps, bounds }

  static let name = "elbo"
  static let options = [
    FitPlane.docs[0],
    OptionDoc(
      "as", "halfsteps or bounds",
      "the lower bound at each half step (when absent), or the curves of the bounds along one parameter"),
    ChosenIterations.doc, SliceParameters.doc,
    OptionDoc("from", "number", "with as: bounds, where the first bound touches"),
  ]

  private let fit: Expression
  private let style: Style
  private let iterations: ChosenIterations
  private let parameters: SliceParameters
  private let from: Located<Double>?

  init(_ options: inout Options) throws {
    PlotKinds.require(["fit"], in: &options)
    let fit = options.object("fit")
    style = options.choice("as", Style.self) ?? .halfsteps
    iterations = ChosenIterations(&options, atMost: 12)
    parameters = SliceParameters(&options, count: 1)
    let place = options.location(of: "from")
    from = options.number("from").map { Located($0, at: place) }
    for option in style == .halfsteps ? ["parameters", "from"] : ["iterations"] where options.has(option) {
      options.fail(
        "'\(option)' means nothing for as: \(style.rawValue)", at: options.location(of: option),
        hint: style == .halfsteps ? "it belongs to as: bounds" : "it belongs to as: halfsteps")
    }
    self.fit = try options.required(fit)
  }

  func declare(in scope: inout Scope) throws { _ = try scope.object(fit, as: FittedMixture.self) }

  func chart(in session: inout Session) throws -> Chart {
    let fitted = try session.object(fit, as: FittedMixture.self)
    try fitted.requireNo([.noise, .prior, .variational], for: "the kind \(Self.name)", of: fit)
    switch style {
    case .halfsteps:
      let shown = try iterations.shown(of: fitted.fit, otherwise: HalfStepsRecipe.telling(fitted.fit))
      return HalfStepsRecipe(
        steps: shown.map { fitted.fit.halfStep(from: $0 - 1) }, trace: fitted.trace, count: fitted.fit.n,
        model: fitted.model, floored: fitted.fit.floor.contains { $0 > 0 }
      ).chart()
    case .bounds:
      try fitted.requireNo([.missingCells], for: "the kind \(Self.name) as bounds", of: fit)
      let parameter = try parameters.resolved(in: fitted, otherwise: [.mean(component: 0, column: 0)])[0]
      let slice = LikelihoodSlice(fitted.fit.mixture, fitted.fit.samples, over: [parameter.parameter])
      let start = from?.value ?? Self.start(parameter, fitted.fit)
      let path = slice.climb(from: [start])
      guard path.count > 1 else {
        throw Diagnostic.error(
          "no log-likelihood where the \(parameter.name) is \(NumberFormat.plain.string(start))",
          at: from?.location ?? fit.source.location)
      }
      return BoundsRecipe(slice: slice, parameter: parameter, path: path, count: fitted.fit.n, model: fitted.model)
        .chart()
    }
  }

  /// Off the optimum by two and a half standard deviations of the component, towards the middle of the data; a weight
  /// half way to 1 or 0, whichever is farther.
  private static func start(_ parameter: SliceParameter, _ fit: EMFit) -> Double {
    switch parameter.parameter {
    case .mean(_, let j):
      return parameter.fitted + (fit.samples.mean[j] < parameter.fitted ? -2.5 : 2.5) * parameter.scale
    case .deviation: return parameter.fitted * 2
    case .weight: return parameter.fitted < 0.5 ? (parameter.fitted + 1) / 2 : parameter.fitted / 2
    }
  }
}
