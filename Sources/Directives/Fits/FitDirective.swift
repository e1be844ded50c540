internal import Mixtures
internal import Notebooks
internal import Reports
internal import Tables
internal import Wording

/// Fits a Gaussian mixture by EM, or its posterior by variational Bayes, and stores it under the cell's name.
struct FitDirective: Directive {
  static let name = "fit"
  static let summary = "fits a Gaussian mixture to columns of a table by EM"
  static let naming = CellNaming.result
  static let options =
    FitOptions.dataDocs + [
      OptionDoc("components", "whole number", isRequired: true, "how many components K"),
      OptionDoc("covariance", CovarianceFamily.optionWords, default: "full", "what the covariances may be"),
    ] + FitOptions.runDocs(restarts: 10) + MethodOption.methodDocs + FitUse.docs

  private let components: Int
  private let family: CovarianceFamily
  private let fit: FitOptions
  private let use: FitUse

  init(_ options: inout Options) throws {
    let components = options.wholeNumber("components", 1...)
    let family = options.read("covariance") { try $0.family() }
    use = FitUse(&options)
    fit = try FitOptions(&options, components: components, family: family)
    self.components = try options.required(components)
    self.family = try options.required(family)
  }

  func declare(in scope: inout Scope) throws {
    let columns = try fit.declare(in: &scope)
    let parts = GaussianMixture.partNames(components: components, hasNoise: fit.noise != nil)
    let shape = FittedMixture.shape(
      columns: columns ?? [], parts: parts, isVariational: fit.method.method != .em)
    try scope.define(fit.name, shape)
    use.declare(shape, in: &scope)
  }

  var activity: String { "fits \(counted(components, "component")) to \(fit.data.source.value)" }

  func run(in session: inout Session) throws -> [Report.Block] {
    let prepared = try fit.prepare(in: &session, components: components, family: family)
    let result = try fit.reporting(prepared.rowNumbers) { try EMFit.fit(prepared.samples, prepared.options) }
    let fitted = FittedMixture(fit: result, columns: prepared.columns, rowNumbers: prepared.rowNumbers)
    session.define(fit.name, fitted)
    session.record(
      "fit \(fit.name.value)", "\(fitted.model), \(fit.summary(columns: prepared.columns, starts: result.starts.count))"
    )
    FitWarnings(fitted).raise(in: &session)
    return try use.run(fitted, fit, in: &session)
  }
}

extension FitOptions {
  /// What the provenance says of the options: `11 columns of red, kmeans start, 10 starts, tolerance 1 × 10⁻⁶, …`.
  func summary(columns: [ColumnShape], starts: Int) -> String {
    let plain = NumberFormat.plain
    let followed =
      shortRuns == 0
      ? counted(starts, "start")
      : "the best \(restarts) of \(counted(shortRuns, "short run")) of \(counted(shortIterations, "iteration"))"
    let floor: String =
      switch floor {
      case .none: "no floor"
      case .absolute(let value): "floor \(plain.string(value))"
      case .relative(let part): "floor \(plain.string(part)) of each variance"
      }
    let weighted = rowWeights.map { ", rows weighted by '\($0.value)'" } ?? ""
    let noisy = noise == nil ? "" : ", with noise"
    return
      "\(counted(columns.count, "column")) of \(data.source.value)\(weighted)\(noisy)\(method.summary), \(start.description), \(followed), "
      + "tolerance \(plain.string(tolerance)), at most \(counted(maxIterations, "iteration")), \(floor)"
  }
}
