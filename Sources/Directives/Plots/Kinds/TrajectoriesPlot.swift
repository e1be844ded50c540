internal import Charting
internal import Mixtures
internal import Notebooks
internal import Wording

/// `kind: trajectories`
struct TrajectoriesPlot: PlotKind {
  static let name = "trajectories"
  static let options = [
    FitPlane.docs[0],
    OptionDoc(
      "columns", "list of columns",
      "whose means and standard deviations are drawn; at most three that tell components apart when absent"),
    OptionDoc("log_x", "true or false", "a logarithmic horizontal axis; from 40 iterations on when absent"),
    OptionDoc("restarts", "true or false", default: "true", "whether the other starts are drawn, in pale lines"),
  ]

  /// Side by side more are too narrow to read.
  private static let mostColumns = 3

  private let fit: Expression
  private let columns: [Located<String>]?
  private let isLogarithmic: Bool?
  private let restarts: Bool

  init(_ options: inout Options) throws {
    PlotKinds.require(["fit"], in: &options)
    let fit = options.object("fit")
    columns = options.texts("columns")
    isLogarithmic = options.boolean("log_x")
    restarts = options.boolean("restarts") ?? true
    if let columns, columns.count > Self.mostColumns {
      options.fail(
        "\(columns.count) columns are too many side by side", at: options.location(of: "columns"),
        hint: "choose at most \(Self.mostColumns)")
    }
    self.fit = try options.required(fit)
  }

  func declare(in scope: inout Scope) throws {
    let fit = try scope.object(fit, as: FittedMixture.self)
    for name in columns ?? [] { _ = scope.noting { try $0.column(name, of: fit) } }
  }

  func chart(in session: inout Session) throws -> Chart {
    let fitted = try session.object(fit, as: FittedMixture.self)
    let fit = fitted.fit
    let shown = try columns?.map { try fitted.place(of: $0) } ?? Self.telling(fit, atMost: Self.mostColumns)
    let others = fit.starts.indices.filter { $0 != fit.bestStart && !fit.starts[$0].path.isEmpty }
    return TrajectoriesRecipe(
      variables: shown.map(fitted.variable), columns: shown, path: fit.path,
      restarts: restarts
        ? others.map { .init(path: fit.matchedPath(ofStart: $0), trace: fit.starts[$0].trace) } : [],
      trace: fitted.trace, spreads: shown.map { fit.samples.covariance[$0, $0].squareRoot() }, count: fit.n,
      model: fitted.model, fittedColumns: fitted.columns.count,
      isLogarithmic: isLogarithmic ?? (fit.iterations >= 40)
    ).chart()
  }

  /// The columns whose fitted means lie farthest apart in standard deviations, in their own order.
  private static func telling(_ fit: EMFit, atMost most: Int) -> [Int] {
    let (mixture, variances) = (fit.mixture, fit.samples.covariance.diagonal)
    let between = variances.indices.map { j -> Double in
      let mean = mixture.mean[j]
      let sum = (0..<mixture.components).reduce(0) { sum, k in
        sum + mixture.weights[k] * (mixture.means[k, j] - mean) * (mixture.means[k, j] - mean)
      }
      return variances[j] > 0 ? sum / variances[j] : 0
    }
    return variances.indices.sorted { (-between[$0], $0) < (-between[$1], $1) }.prefix(most).sorted()
  }
}
