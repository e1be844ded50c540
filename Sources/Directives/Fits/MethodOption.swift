internal import Mixtures
internal import Notebooks
internal import Wording

/// What a fit maximises, as a notebook writes it: `method:`, `prior:` and, for a variational fit, the prior of weights.
struct MethodOption: Sendable {
  private(set) var method = FittingMethod.em
  /// The conjugate prior of EM; `nil` for none.
  private(set) var prior: ConjugatePrior?

  /// The options that belong to `method: variational` alone.
  private static let variationalOnly = ["concentration", "weights_prior"]

  static let priorDoc = OptionDoc(
    "prior", "conjugate or {shrinkage, dof, mean, scale}",
    "a conjugate prior for means and covariances; conjugate is mclust’s: shrinkage 0.01, dof d + 2, the data’s mean and "
      + "covariance over K^(2/d)")

  /// Options of `fit` alone.
  static let methodDocs = [
    OptionDoc(
      "method", "em or variational", default: "em",
      "EM, or a variational fit of a posterior whose prior is: shrinkage 1, dof d, the data’s mean and covariance"),
    OptionDoc(
      "weights_prior", "dirichlet-process or dirichlet",
      "for method: variational: weights by stick-breaking (when absent), or a Dirichlet distribution"),
    OptionDoc("concentration", "number", "for method: variational: of the weights’ prior; 1 / K when absent"),
  ]

  init(_ options: inout Options, family: CovarianceFamily?) {
    let stated = options.read("prior") { try PriorNumbers($0) }
    // A selection compares fits by EM.
    let isVariational =
      options.takes("method") && options.choice("method", of: [("em", false), ("variational", true)]) == true
    guard isVariational else {
      prior = stated.map(\.conjugate)
      if options.takes("method") {
        for option in Self.variationalOnly where options.has(option) {
          options.fail(
            "'\(option)' belongs to a variational fit", at: options.location(of: option),
            hint: "write method: variational beside it")
        }
      }
      return
    }
    if stated?.isNamed == true {
      options.fail(
        "the prior of a variational fit is conjugate by itself", at: options.location(of: "prior"),
        hint: "leave prior out, or state its numbers as {shrinkage: 1, dof: 4}")
    }
    if options.has("noise") {
      options.fail(
        "a variational fit has no noise component", at: options.location(of: "noise"),
        hint: "leave noise out, or fit by EM (method: em)")
    }
    if let family, !VariationalPrior.families.contains(family) {
      options.fail(
        "there is no variational fit with the covariance \(family.name)", at: options.location(of: "covariance"),
        hint: "choose \(joined(VariationalPrior.families.map(\.name), "or"))")
    }
    let weights = options.choice("weights_prior", VariationalPrior.Weights.self) ?? .dirichletProcess
    let concentration = options.number("concentration", "a number above 0") { $0 > 0 }
    method = .variational(
      stated.map { $0.variational(weights, concentration) } ?? .init(weights: weights, concentration: concentration))
  }

  /// Whether a prior keeps components from collapsing, so that no floor is needed.
  var regularizes: Bool { prior != nil || method != .em }

  /// What the provenance says of it: `, conjugate prior`.
  var summary: String {
    switch method {
    case .em: prior == nil ? "" : ", conjugate prior"
    case .variational(let prior):
      ", variational with a \(prior.weights == .dirichlet ? "Dirichlet prior" : "Dirichlet process")"
    }
  }
}

/// The numbers of a prior as written; `conjugate` alone states none.
private struct PriorNumbers {
  private(set) var isNamed = false
  private var shrinkage: Double?
  private var degrees: Double?
  private var mean: [Double]?
  private var scale: PriorScale?

  private static let names = ["shrinkage", "dof", "mean", "scale"]

  init(_ node: OptionNode) throws {
    guard case .mapping(let entries, _) = node else {
      guard case .scalar(let scalar) = node, scalar.text == "conjugate" else {
        throw node.expected("conjugate or numbers such as {shrinkage: 0.01, dof: 4}")
      }
      isNamed = true
      return
    }
    for entry in entries {
      let value = entry.value
      switch entry.key.value {
      case "shrinkage": shrinkage = try value.number("a number of 0 or more", atLeast: 0)
      case "dof": degrees = try value.number("a number above 0", atLeast: 0x1p-1074)
      case "mean": mean = try value.items.map { try $0.number() }
      case "scale": scale = try Self.scale(value)
      default:
        throw Diagnostic.error(
          "a prior has no '\(entry.key.value)'", at: entry.key.location,
          hint: nearestName(to: entry.key.value, in: Self.names).map { "did you mean '\($0)'?" }
            ?? "it has \(joined(Self.names))")
      }
    }
  }

  /// A number, d numbers, or d rows of d numbers.
  private static func scale(_ node: OptionNode) throws -> PriorScale {
    guard case .list(let items, _) = node else { return .number(try node.number()) }
    let rows = try items.map { row in try row.items.map { try $0.number() } }
    let nested = items.contains { if case .list = $0 { true } else { false } }
    guard nested else { return .diagonal(rows.flatMap(\.self)) }
    guard let matrix = Matrix(rows) else { throw node.expected("a number, d numbers, or d rows of d numbers") }
    return .full(matrix)
  }

  var conjugate: ConjugatePrior {
    ConjugatePrior(shrinkage: shrinkage ?? 0.01, mean: mean, degreesOfFreedom: degrees, scale: scale)
  }

  func variational(_ weights: VariationalPrior.Weights, _ concentration: Double?) -> VariationalPrior {
    VariationalPrior(
      weights: weights, concentration: concentration, meanPrecision: shrinkage ?? 1, mean: mean,
      degreesOfFreedom: degrees, covariance: scale)
  }
}

extension OptionNode {
  fileprivate func number(_ wanted: String, atLeast least: Double) throws -> Double {
    let number = try number(wanted)
    guard number >= least else { throw expected(wanted) }
    return number
  }
}
