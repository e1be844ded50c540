internal import Mixtures
internal import Tables
internal import Wording

/// The errors of a fit's parameters, under the names that expressions and other directives know them by.
package struct FitErrors: Inspectable {
  package static let kind = "set of standard errors"

  let fitted: FittedMixture
  let errors: ParameterErrors
  /// Of a bootstrap; nil where the errors come from the information.
  let kind: BootstrapOptions.Kind?

  package static let members: [Member<FitErrors>] = [
    Member("weights", "of πₖ, one a component: value, se, low and high", .list(estimateShape)) { result in
      .list(result.components.map { result.record(.weight($0)) })
    },
    Member("noise", "of the weight of the noise: value, se, low and high; NaN without noise", estimateShape) {
      $0.record(.noise)
    },
    Member("means", "of μₖ, one a component, each by columns: value, se, low and high", .list(.any)) { result in
      .list(result.components.map { k in result.byColumns { result.record(.mean(k, $0)) } })
    },
    Member("deviations", "of the standard deviations, one a component, each by columns", .list(.any)) { result in
      .list(result.components.map { k in result.byColumns { result.record(.deviation(k, $0)) } })
    },
    Member("covariances", "of Σₖ, one a component, each by columns and columns", .list(.any)) { result in
      .list(
        result.components.map { k in
          result.byColumns { i in result.byColumns { j in result.record(result.errors.covariance(k, i, j)) } }
        })
    },
    Member("level", "what share of such intervals covers the true number", .number) { .number($0.errors.level) },
    Member("method", "information, or the kind of bootstrap", .text) { .text($0.kind?.rawValue ?? "information") },
    Member("distance", "standard errors from the fit to the maximum of ℓ; NaN of a bootstrap", .number) { result in
      if case .information(let distance) = result.errors.method { .number(distance) } else { .number(.nan) }
    },
    Member("replicates", "refits the errors come from; 0 of the information", .number) {
      .number(Double($0.tally?.used ?? 0))
    },
    Member("left_out", "refits that failed or were spurious", .number) {
      .number(Double($0.tally.map { $0.failed + $0.spurious } ?? 0))
    },
  ]

  private static let estimateShape = Shape.record(["value", "se", "low", "high"])

  /// What is known of errors of a fit to these columns before it runs.
  static func shape(columns: [ColumnShape]) -> ObjectShape {
    let record = Shape.record(columns.map(\.name), of: estimateShape)
    return ObjectShape(
      of: FitErrors.self,
      shapes: [
        "means": .list(record), "deviations": .list(record),
        "covariances": .list(.record(columns.map(\.name), of: record)),
      ], columns: columns)
  }

  var components: Range<Int> { 0..<errors.components }

  var tally: BootstrapTally? {
    if case .bootstrap(let tally) = errors.method { tally } else { nil }
  }

  private func record(_ quantity: Quantity) -> Value { record(errors[quantity]) }

  private func record(_ estimate: ParameterErrors.Estimate) -> Value {
    .object(
      Record(["value", "se", "low", "high"], [estimate.value, estimate.error, estimate.low, estimate.high]))
  }

  private func byColumns(_ value: (Int) -> Value) -> Value {
    .object(Record(fitted.columns.indices.map { (fitted.columns[$0].name, value($0)) }))
  }
}

// MARK: Words

extension FitErrors {
  /// `95 %`
  var percent: String { NumberFormat(.general, precision: 4).string(errors.level * 100) + " %" }

  /// `observed information`, `198 parametric bootstrap replicates`
  var manner: String {
    guard let kind, let tally else { return "observed information" }
    return "\(counted(tally.used, "\(kind == .weighted ? "weighted-likelihood" : kind.rawValue) bootstrap replicate"))"
  }

  /// How errors and intervals were found.
  var method: String {
    guard tally != nil else {
      return
        "Standard errors: \(manner), minus the second derivatives of the log-likelihood at the fit, without a floor. "
        + "\(percent) intervals: of means and covariances symmetric, of weights on the scale of their log-odds, of standard "
        + "deviations on that of their logarithm."
    }
    return
      "Standard errors and \(percent) percentile intervals: \(manner), each fitted from this fit’s parameters and its "
      + "components matched to this fit’s."
  }

  /// What a reader must know before taking the numbers.
  var warnings: [(message: String, hint: String?)] {
    switch errors.method {
    case .information(let distance):
      guard distance > Self.noticeableDistance else { return [] }
      return [
        (
          "the log-likelihood without a floor is largest about \(NumberFormat.fixed(1).string(distance)) standard errors "
            + "from the fit, so its curvature there is not quite that of the maximum",
          "lower the tolerance, or the floor (regularization) where that is what holds the fit"
        )
      ]
    case .bootstrap(let tally):
      let parts = [
        tally.failed == 0 ? "" : "\(tally.failed) failed",
        tally.spurious == 0 ? "" : "\(tally.spurious) \(tally.spurious == 1 ? "was" : "were") spurious",
      ].filter { !$0.isEmpty }
      return parts.isEmpty
        ? []
        : [("of \(counted(tally.replicates, "replicate")) \(parts.joined(separator: " and ")), and do not count", nil)]
    }
  }

  private static let noticeableDistance = 0.2
}
