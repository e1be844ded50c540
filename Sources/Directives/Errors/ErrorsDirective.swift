internal import Mixtures
internal import Notebooks
internal import Reports
internal import Wording

/// Standard errors and intervals of a fit's parameters, by the curvature of the log-likelihood or by refits.
struct ErrorsDirective: Directive {
  static let name = "errors"
  static let summary = "standard errors and confidence intervals of a fit's weights, means and covariances"
  static let naming = CellNaming.result
  static let options = [
    OptionDoc("fit", "fit", isRequired: true, "the fit whose parameters are estimates"),
    OptionDoc(
      "method", "information or bootstrap", default: "information",
      "from the curvature of the log-likelihood at the fit, or from refits to other rows"),
    OptionDoc(
      "type", "nonparametric, weighted or parametric",
      "rows of a bootstrap: drawn from the rows, the rows with random weights, or drawn from the mixture; "
        + "nonparametric when absent"),
    OptionDoc("replicates", "whole number", "refits of a bootstrap; 200 when absent"),
    OptionDoc(
      "level", "number between 0 and 1", default: "0.95", "what share of such intervals covers the true number"),
    OptionDoc(
      "seed", "whole number", "of a bootstrap; from the notebook’s seed and the cell’s name when absent"),
  ]

  private enum Method: String, CaseIterable { case information, bootstrap }

  private let name: Located<String>
  private let fit: Expression
  private let method: Method
  private let kind: BootstrapOptions.Kind
  private let replicates: Int
  private let level: Double
  private let seed: UInt64?

  init(_ options: inout Options) throws {
    name = options.name
    let fit = options.object("fit")
    let method = options.choice("method", Method.self)
    kind = options.choice("type", BootstrapOptions.Kind.self) ?? .nonparametric
    replicates = options.wholeNumber("replicates", 2...) ?? 200
    level = options.level("level")
    seed = options.seed("seed")
    if method == .information {
      for option in ["type", "replicates", "seed"] where options.has(option) {
        options.fail(
          "'\(option)' means nothing for method: information", at: options.location(of: option),
          hint: "method: bootstrap refits the mixture")
      }
    }
    self.fit = try options.required(fit)
    self.method = try options.required(method)
  }

  func declare(in scope: inout Scope) throws {
    let fit = try scope.object(fit, as: FittedMixture.self)
    try scope.define(name, FitErrors.shape(columns: fit?.columns ?? []))
  }

  var activity: String {
    method == .information
      ? "takes the curvature of the log-likelihood at \(fit.source.value)"
      : "refits \(fit.source.value) \(counted(replicates, "time"))"
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    let fitted = try session.object(fit, as: FittedMixture.self)
    let seed = seed ?? session.seed(for: name)
    let errors: ParameterErrors
    do throws(UncertaintyError) {
      errors = try estimates(of: fitted.fit, seed: seed)
    } catch {
      throw Diagnostic.error("\(error)", at: fit.source.location)
    }
    let result = FitErrors(fitted: fitted, errors: errors, kind: method == .bootstrap ? kind : nil)
    session.define(name, result)
    session.record("errors \(name.value)", "\(result.manner) of \(fit.source.value)")
    for (message, hint) in result.warnings { session.warn(message, hint: hint) }
    return []
  }

  private func estimates(of fit: EMFit, seed: UInt64) throws(UncertaintyError) -> ParameterErrors {
    switch method {
    case .information: try fit.informationErrors(level: level)
    case .bootstrap:
      try fit.bootstrapErrors(BootstrapOptions(kind: kind, replicates: replicates, level: level, seed: seed))
    }
  }
}

extension Options {
  /// A probability that is neither 0 nor 1.
  mutating func level(_ option: String) -> Double {
    number(option, "a number between 0 and 1, such as 0.95") { $0 > 0 && $0 < 1 } ?? 0.95
  }
}
