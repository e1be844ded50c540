internal import Mixtures
internal import Tables
internal import Wording

/// A mixture fitted to columns of a table, under the names that expressions and other directives know it by.
package struct FittedMixture: Inspectable {
  package static let kind = "fit"

  let fit: EMFit
  /// The d columns it was fitted to, in order.
  let columns: [ColumnShape]
  /// For each row of the samples its number in the file.
  let rowNumbers: RowNumbers

  package static let members: [Member<FittedMixture>] = [
    Member("score", "mean log-likelihood, in nats a row; higher is better", .number) { .number($0.fit.score) },
    Member("loglik", "log-likelihood ℓ, in nats; higher is better", .number) { .number($0.fit.logLikelihood) },
    Member("bic", "−2ℓ + p log n; lower is better", .number) { .number($0.fit.bic) },
    Member("aic", "−2ℓ + 2p; lower is better", .number) { .number($0.fit.aic) },
    Member("icl", "BIC with a penalty for rows in doubt; lower is better", .number) { .number($0.fit.icl) },
    Member("entropy", "−Σ r log r over rows and components, in nats", .number) { .number($0.fit.entropy) },
    Member("normalised_entropy", "entropy as a part of n log K, the most there can be: 0 … 1", .number) {
      .number($0.normalisedEntropy)
    },
    Member("classification", "log-likelihood with each row in its most responsible component, in nats", .number) {
      .number($0.fit.logLikelihood - ($0.fit.icl - $0.fit.bic) / 2)
    },
    Member("silhouette", "mean silhouette width; NaN for one component, noise, weights or missing cells", .number) {
      .number($0.silhouette)
    },
    Member("counts", "rows labelled with each component, without the noise’s", .column(.number)) {
      .numbers($0.counts)
    },
    Member("n", "rows it was fitted to; the sum of their weights where they have some", .number) {
      .number($0.fit.samples.totalWeight)
    },
    Member("parameters", "free parameters p", .number) { .number(Double($0.fit.parameterCount)) },
    Member("components", "number of components K", .number) { .number(Double($0.fit.options.components)) },
    Member("covariance", "name of the covariance family", .text) { .text($0.fit.options.family.name) },
    Member("iterations", "EM iterations of the best start", .number) { .number(Double($0.fit.iterations)) },
    Member("converged", "whether the verdict is converged", .boolean) { .boolean($0.fit.outcome.isConverged) },
    Member("outcome", "the verdict in words", .text) { .text("\($0.fit.outcome)") },
    Member("spurious", "whether its likelihood rests on a component as thin as the floor", .boolean) {
      .boolean($0.fit.spurious != nil)
    },
    Member("weights", "πₖ, one a component", .column(.number)) { .numbers($0.fit.mixture.weights) },
    Member("noise_weight", "π₀ of the noise; 0 without noise", .number) { .number($0.fit.mixture.noise?.weight ?? 0) },
    Member("noise_volume", "volume V of the noise, whose density is 1 / V; NaN without noise", .number) {
      .number($0.fit.mixture.noise?.volume ?? .nan)
    },
    Member("means", "μₖ, one a component, each by columns", .list(.any)) { $0.recordedMeans },
    Member("covariances", "Σₖ, one a component, each by columns and columns", .list(.any)) { $0.recordedCovariances },
    Member("labels", "the most responsible component of each row, from 1; 0 for the noise", .column(.number)) {
      fitted in
      .column(Column("label", numbers: fitted.componentNumbers), rows: fitted.rowNumbers)
    },
    Member("uncertainty", "1 − the largest responsibility of each row", .column(.number)) { fitted in
      .column(Column("uncertainty", numbers: fitted.uncertainties), rows: fitted.rowNumbers)
    },
    Member("trace", "ℓ at each iteration of the best start, from iteration 0", .column(.number)) {
      .numbers($0.fit.steps.map(\.logLikelihood))
    },
    Member("bound", "evidence lower bound of a variational fit, in nats; higher is better", .number) {
      .number($0.fit.variational?.bound ?? .nan)
    },
    Member("bounds", "the bound at each iteration of the best start, from iteration 0", .column(.number)) {
      .numbers($0.fit.variational?.bounds ?? [])
    },
    Member("effective_components", "components that a variational fit expects to hold a row or more", .number) {
      .number($0.fit.variational.map { Double($0.effectiveComponents) } ?? .nan)
    },
    Member("perplexity", "equally large components of as much disorder as a variational fit’s", .number) {
      .number($0.fit.variational?.perplexity ?? .nan)
    },
    Member("concentrations", "αₖ of a variational fit’s Dirichlet, or 1 + nₖ of its sticks", .column(.number)) {
      .numbers($0.fit.variational?.concentrations ?? [])
    },
    Member("starts", "a table of the starts: \(startColumns.map(\.name).joined(separator: ", "))", .object(startsShape))
    {
      $0.starts.map(Value.object) ?? .number(.nan)
    },
    Member("best_share", "share of the starts followed to the end that end within 0.01 nats of the best", .number) {
      .number($0.bestShare)
    },
    Member("rate", "part of the distance to the optimum that EM’s last iteration left; NaN where unknown", .number) {
      .number($0.fit.rate)
    },
    Member("remaining_gain", "Aitken’s estimate of what ℓ would still gain, in nats", .number) {
      .number($0.fit.remainingGain)
    },
    Member("last_step", "largest change in the last iteration, in standard deviations", .number) {
      .number($0.fit.lastStep)
    },
    Member("gradient", "length of the gradient of ℓ/n within the family, free of units; 0 at a maximum", .number) {
      .number($0.fit.gradientNorm)
    },
    Member("boundary", "whether a component holds less than one row or is as thin as the floor", .boolean) {
      .boolean($0.fit.variational == nil && !$0.fit.nearlyEmpty.isEmpty || $0.fit.spurious != nil)
    },
    Member("floor_share", "largest part of a component’s variance that is the floor itself", .number) {
      .number($0.fit.floorShare)
    },
    Member("score_without_floor", "score from the same start with no floor; NaN where it collapses", .number) {
      .number((try? $0.fit.scoreWithoutFloor().get()) ?? .nan)
    },
    Member("log_densities", "log p(x) of each row, in nats", .column(.number)) { fitted in
      .column(Column("log density", numbers: fitted.fit.logDensities), rows: fitted.rowNumbers)
    },
    Member("imputed", "a table of the missing cells: row, column, expected, sd, low, high", .object(imputedShape)) {
      $0.imputed.map(Value.object) ?? .number(.nan)
    },
    Member("completed", "a table of the fitted columns, every missing cell at its expected value", .any) {
      $0.completed.map(Value.object) ?? .number(.nan)
    },
  ]

  /// What is known of a fit to these columns before it runs.
  ///
  /// - Parameter parts: what its components are called in names of columns; for the best of a selection those of the
  ///   largest mixture.
  static func shape(
    columns: [ColumnShape], parts: [String], isVariational: Bool = false
  ) -> ObjectShape {
    let mean = Shape.record(columns.map(\.name))
    var shape = ObjectShape(
      of: FittedMixture.self,
      shapes: [
        "means": .list(mean), "covariances": .list(.record(columns.map(\.name), of: mean)),
        "completed": .object(.table(columns)),
      ], columns: columns, parts: parts)
    let absent = isVariational ? likelihoodMembers : variationalMembers
    shape.members.removeAll { absent.contains($0.name) }
    return shape
  }

  /// What only a maximum of the likelihood has: it pays for parameters where a posterior averages over them.
  private static let likelihoodMembers = ["bic", "aic", "icl", "parameters", "floor_share", "score_without_floor"]
  private static let variationalMembers = ["bound", "bounds", "effective_components", "perplexity", "concentrations"]

  private static let startColumns: [(name: String, type: ColumnType)] = [
    ("score", .number), ("loglik", .number), ("iterations", .number), ("converged", .boolean), ("spurious", .boolean),
    ("outcome", .category),
  ]

  private static var startsShape: ObjectShape {
    ObjectShape.table(startColumns.map { ColumnShape($0.name, type: $0.type) })
  }

  /// Rows whose label is each component, K numbers.
  private var counts: [Double] {
    let labels = fit.labels
    return (0..<fit.mixture.components).map { k in Double(labels.count { $0 == k }) }
  }

  /// As the kind silhouette draws it.
  private var silhouette: Double {
    guard fit.mixture.noise == nil, fit.samples.weights == nil, fit.samples.isComplete else { return .nan }
    return Silhouette(fit.samples, labels: fit.labels)?.mean ?? .nan
  }

  /// 0 for one component, of which no row is in doubt.
  private var normalisedEntropy: Double {
    let parts = fit.mixture.components + (fit.mixture.noise == nil ? 0 : 1)
    return parts > 1 ? fit.entropy / (fit.samples.totalWeight * Elementary.log(Double(parts))) : 0
  }

  /// The most responsible component of each row, counted from 1; 0 for the noise.
  var componentNumbers: [Double] {
    fit.labels.map(fit.mixture.number)
  }

  /// 1 − maxₖ rᵢₖ, n numbers.
  var uncertainties: [Double] {
    let responsibilities = fit.responsibilities
    return (0..<fit.n).map { i in 1 - (responsibilities[row: i].max() ?? 0) }
  }

  private var starts: Table? {
    let starts = fit.starts
    let cells: [Column.Cells] = [
      .number(Numbers(starts.map { ($0.logLikelihood ?? .nan) / fit.samples.totalWeight })),
      .number(Numbers(starts.map { $0.logLikelihood ?? .nan })),
      .number(Numbers(starts.map { Double($0.iterations) })),
      .boolean(starts.map { $0.outcome?.isConverged }),
      .boolean(starts.map { $0.failure == nil ? $0.spurious != nil : nil }),
      .category(
        Categories(
          starts.map { start in
            start.failure.map { "failed: \($0)" } ?? start.outcome.map { "\($0)" }
              ?? "a short run, not followed further"
          })),
    ]
    return try? Table(columns: zip(Self.startColumns, cells).map { Column($0.name, $1) })
  }

  private var bestShare: Double {
    let (reached, followed) = fit.startsAtOptimum
    return Double(reached) / Double(followed)
  }

  /// What figures show of the mixture: without the components that a variational fit has pruned, which come last and
  /// would all lie on top of each other.
  var shownMixture: GaussianMixture {
    guard let posterior = fit.variational else { return fit.mixture }
    let labelled = (fit.labels.max() ?? 0) + 1
    let count = max(labelled, posterior.effectiveComponents)
    let sum = fit.mixture.weights.prefix(count).reduce(0, +)
    let shown = try? GaussianMixture(
      weights: fit.mixture.weights.prefix(count).map { $0 / sum },
      means: Matrix(fit.mixture.means.nested.prefix(count).map(\.self)) ?? fit.mixture.means,
      covariances: Array(fit.mixture.covariances.prefix(count)))
    return shown ?? fit.mixture
  }

  /// `K = 6, full covariance`
  var model: String {
    let noise = fit.mixture.noise == nil ? "" : ", noise"
    let method =
      fit.variational.map { ", variational: \($0.effectiveComponents) of them effective" }
      ?? (fit.logPriors == nil ? "" : ", conjugate prior")
    return "K = \(fit.options.components), \(fit.options.family.name) covariance\(noise)\(method)"
  }

  var explained: ExplainedFit {
    ExplainedFit(fit: fit, variables: columns.map { Variable($0.name, unit: $0.unit) }, rowNumbers: rowNumbers)
  }
}
