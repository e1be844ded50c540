internal import Charting
internal import Mixtures
internal import Notebooks
internal import Wording

/// `kind: likelihood`
struct LikelihoodPlot: PlotKind {
  static let name = "likelihood"
  static let options = [
    FitPlane.docs[0], SliceParameters.doc,
    OptionDoc("range_x", "two numbers", "the part of the horizontal axis shown"),
    OptionDoc("range_y", "two numbers", "the part of the vertical axis shown"),
    OptionDoc("starts", "list of pairs of numbers", "where the paths of EM start; four places when absent"),
  ]

  private let fit: Expression
  private let parameters: SliceParameters
  private let rangeX: ClosedRange<Double>?
  private let rangeY: ClosedRange<Double>?
  private let starts: Located<[[Double]]>?

  init(_ options: inout Options) throws {
    PlotKinds.require(["fit"], in: &options)
    let fit = options.object("fit")
    parameters = SliceParameters(&options, count: 2)
    rangeX = options.range("range_x")
    rangeY = options.range("range_y")
    let place = options.location(of: "starts")
    let pairs = options.read("starts") { node in
      let wanted = "pairs of numbers such as [[50, 60], [70, 80]]"
      return try node.items.map { pair in
        guard case .list(let items, _) = pair, items.count == 2 else { throw node.expected(wanted) }
        return try items.map { try $0.number() }
      }
    }
    starts = pairs.map { Located($0, at: place) }
    if let pairs, pairs.count > 12 {
      options.fail("\(pairs.count) paths are too many for one figure", at: place, hint: "choose at most 12")
    }
    self.fit = try options.required(fit)
  }

  func declare(in scope: inout Scope) throws { _ = try scope.object(fit, as: FittedMixture.self) }

  func chart(in session: inout Session) throws -> Chart {
    let fitted = try session.object(fit, as: FittedMixture.self)
    try fitted.requireNo([.noise, .missingCells, .prior, .variational], for: "the kind \(Self.name)", of: fit)
    let found = try parameters.resolved(in: fitted, otherwise: Self.usual(fitted))
    let slice = LikelihoodSlice(fitted.fit.mixture, fitted.fit.samples, over: found.map(\.parameter))
    guard slice.logLikelihood(at: slice.origin).isFinite else {
      throw Diagnostic.error(
        "these two weights leave nothing to vary: each is what the other leaves", at: fit.source.location)
    }
    let ranges = Self.ranges(found, fitted.fit)
    let (x, y) = (rangeX ?? ranges.x, rangeY ?? ranges.y)
    let places = starts?.value ?? Self.starts(x, y)
    let paths = try places.map { place in
      let path = slice.climb(from: place)
      if path.isEmpty, let starts {
        let texts = place.map { NumberFormat.plain.string($0) }
        throw Diagnostic.error("no log-likelihood at [\(texts.joined(separator: ", "))]", at: starts.location)
      }
      return path
    }
    return LikelihoodRecipe(
      slice: slice, parameters: found, x: x, y: y, paths: paths.filter { !$0.isEmpty }, fit: fitted.fit,
      model: fitted.model, threads: session.threads
    ).chart()
  }

  /// The means of the first two components along the first column; of one component, its mean and standard deviation,
  /// or its mean along two columns.
  private static func usual(_ fitted: FittedMixture) -> [LikelihoodSlice.Parameter] {
    let first = LikelihoodSlice.Parameter.mean(component: 0, column: 0)
    if fitted.fit.mixture.components > 1 { return [first, .mean(component: 1, column: 0)] }
    return [first, fitted.columns.count > 1 ? .mean(component: 0, column: 1) : .deviation(component: 0)]
  }

  /// Where the data lie, for means; the fitted values are always in view.
  private static func ranges(
    _ parameters: [SliceParameter], _ fit: EMFit
  ) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let ranges = parameters.map { parameter in
      var range = parameter.spread(in: fit)
      if fit.mixture.components == 1, case .mean = parameter.parameter {
        // One hill as narrow as a standard error would be lost among all data.
        let error = parameter.scale / Double(fit.n).squareRoot()
        range = parameter.fitted - 6 * error...parameter.fitted + 6 * error
      }
      let reach = max(range.upperBound - range.lowerBound, 1e-9 * max(1, abs(parameter.fitted)))
      let (low, high) = (min(range.lowerBound, parameter.fitted), max(range.upperBound, parameter.fitted))
      if case .mean = parameter.parameter { return low - 0.02 * reach...high + 0.02 * reach }
      return low...high
    }
    return (ranges[0], ranges[1])
  }

  /// Spread over the panel, on both sides of its diagonal.
  private static func starts(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> [[Double]] {
    func place(_ range: ClosedRange<Double>, _ share: Double) -> Double {
      range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
    return [(0.35, 0.9), (0.07, 0.14), (0.93, 0.87), (0.82, 0.36)].map { [place(x, $0.0), place(y, $0.1)] }
  }
}
