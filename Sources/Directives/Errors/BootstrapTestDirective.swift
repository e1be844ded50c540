internal import Mixtures
internal import Notebooks
internal import Reports
internal import Wording

/// Tests K components against K + 1 by bootstrap: those of a fit, or of a table for K = 1, 2, … until one is enough.
struct BootstrapTestDirective: Directive {
  static let name = "bootstrap-test"
  static let summary = "tests K components against K + 1 by the likelihood ratio, its distribution by bootstrap"
  static let naming = CellNaming.result
  static let options =
    [OptionDoc("fit", "fit", "the fit whose number of components is tested; instead of data")] + dataDocs + [
      OptionDoc(
        "replicates", "whole number", default: "199", "samples drawn from the mixture with K components, both refitted"),
      OptionDoc(
        "starts", "whole number", default: "2", "random starts of each refit, besides those from the other refit"),
      OptionDoc("level", "number between 0 and 1", default: "0.05", "the largest p that speaks against K components"),
    ]

  /// What means something only where no fit is given.
  private static let dataDocs: [OptionDoc] =
    FitOptions.dataDocs.map { doc in
      doc.name == "data" ? OptionDoc("data", doc.type, "the table whose rows are fitted; instead of fit") : doc
    } + [
      OptionDoc(
        "components", "whole numbers such as 1..3", "the K tested, in turn, until p is above level; 1..3 when absent"),
      OptionDoc("covariance", CovarianceFamily.optionWords, "what the covariances may be; full when absent"),
    ] + FitOptions.runDocs(restarts: 10).filter { !["means", "weights", "precisions"].contains($0.name) }

  private enum Source {
    case fit(Expression)
    case data(FitOptions, CovarianceFamily, [Int])
  }

  private let name: Located<String>
  private let source: Source
  private let replicates: Int
  private let starts: Int
  private let level: Double
  private let seed: UInt64?

  init(_ options: inout Options) throws {
    name = options.name
    replicates = options.wholeNumber("replicates", 1...) ?? 199
    starts = options.wholeNumber("starts", 1...) ?? 2
    level = options.level("level")
    seed = options.seed("seed")
    let fit = options.object("fit")
    let components = options.wholeNumbers("components") ?? [1, 2, 3]
    let family = options.read("covariance") { try $0.family() } ?? .full
    if options.has("fit") == options.has("data") {
      options.fail("a test is of a fit or of data", at: options.location, hint: "give exactly one of them")
      throw OptionsIncomplete()
    }
    if options.has("fit") {
      for doc in Self.dataDocs where doc.name != "seed" && options.has(doc.name) {
        options.fail(
          "'\(doc.name)' means nothing for the test of a fit", at: options.location(of: doc.name),
          hint: "the fit says it; give data instead of fit to say it here")
      }
      source = .fit(try options.required(fit))
      return
    }
    if zip(components, components.dropFirst()).contains(where: { $1 != $0 + 1 }) {
      options.fail(
        "the numbers of components tested follow each other without a gap", at: options.location(of: "components"))
    }
    let data = try FitOptions(&options, components: nil, family: family)
    source = .data(data, family, components)
  }

  func declare(in scope: inout Scope) throws {
    switch source {
    case .fit(let fit): _ = try scope.object(fit, as: FittedMixture.self)
    case .data(let data, _, _): _ = try data.declare(in: &scope)
    }
    try scope.define(name, ObjectShape(of: ComponentTests.self))
  }

  var activity: String {
    switch source {
    case .fit(let fit): "tests the components of \(fit.source.value)"
    case .data(let data, _, _): "tests the components of \(data.data.source.value)"
    }
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    let seed = seed ?? session.seed(for: name)
    func plan(_ options: EMOptions) -> BootstrapTest.Plan {
      BootstrapTest.Plan(options: options, replicates: replicates, starts: starts, seed: seed)
    }
    let tests: [BootstrapTest]
    let (of, model): (String, String)
    do {
      switch source {
      case .fit(let fit):
        let fitted = try session.object(fit, as: FittedMixture.self)
        of = fit.source.value
        model = "\(fitted.fit.options.family.name) covariance"
        tests = [try BootstrapTest.test(fitted.fit, plan(fitted.fit.options))]
      case .data(let data, let family, let components):
        guard case .start(let start) = data.start, Start.unaided.contains(start) else {
          throw Diagnostic.error(
            "a test fits several numbers of components, so it cannot start from labels or a fit", at: data.location,
            hint: "init: \(joined(Start.unaided.map(\.name), "or")) starts each of them anew")
        }
        let prepared = try data.prepare(in: &session, components: components[0], family: family)
        of = data.data.source.value
        model = "\(family.name) covariance"
        tests = try BootstrapTest.sequence(
          prepared.samples, components: components, level: level, plan(prepared.options))
      }
    } catch let error as UncertaintyError {
      throw Diagnostic.error("\(error)", at: name.location)
    }
    let result = ComponentTests(tests: tests, level: level, model: model)
    session.define(name, result)
    session.record("bootstrap-test \(name.value)", "\(of), \(model), \(counted(replicates, "replicate")), seed \(seed)")
    for message in result.warnings { session.warn(message) }
    return []
  }
}
