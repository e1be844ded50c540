import Mixtures
import Testing

/// Comparison with another program's result to a relative 1e-9, parameters on the scale of the data.
struct Comparison {
  let name: String
  let samples: Samples
  var tolerance = 1e-9
  /// Added to the columns' variances where these set the scale of a comparison.
  var floor = 0.0

  private var deviations: [Double] { samples.covariance.diagonal.map { ($0 + floor).squareRoot() } }

  func expect(_ actual: Double, _ expected: Double, _ what: String, scale: Double = 0) {
    #expect(
      abs(actual - expected) <= tolerance * max(abs(expected), scale), "\(name): \(what) is \(actual), not \(expected)")
  }

  func expect(weights: [Double], means: Matrix, covariances: [Matrix], like reference: JSON, family: CovarianceFamily) {
    let d = samples.dimension
    let sd = deviations
    for (k, weight) in reference["weights"].doubles.enumerated() { expect(weights[k], weight, "weight \(k)") }
    for (e, mean) in reference["means"].flat.enumerated() {
      expect(means.values[e], mean, "mean \(e / d), \(e % d)", scale: sd[e % d])
    }
    let expected = Self.covariances(reference["covariances"], family: family, components: weights.count, dimension: d)
    for (k, matrix) in expected.enumerated() {
      for i in 0..<d {
        for j in 0..<d {
          expect(covariances[k][i, j], matrix[i, j], "covariance \(k), \(i), \(j)", scale: sd[i] * sd[j])
        }
      }
    }
  }

  /// scikit-learn's shapes as K matrices.
  static func covariances(_ json: JSON, family: CovarianceFamily, components: Int, dimension: Int) -> [Matrix] {
    switch family.precisionShape {
    case .full: json.items.map(\.matrix)
    case .tied: Array(repeating: json.matrix, count: components)
    case .diagonal: json.items.map { Matrix.diagonal($0.doubles) }
    case .spherical: json.doubles.map { Matrix.identity(dimension, scale: $0) }
    }
  }

  /// scikit-learn's precisions.
  static func precisions(_ json: JSON, family: CovarianceFamily) -> Precisions {
    switch family.precisionShape {
    case .full: .full(json.items.map(\.matrix))
    case .tied: .tied(json.matrix)
    case .diagonal: .diagonal(json.matrix)
    case .spherical: .spherical(json.doubles)
    }
  }

  /// Iterations, lower bounds, parameters and criteria of a whole fit.
  func expect(_ fit: EMFit, like reference: JSON) {
    #expect(fit.iterations == reference["n_iter"].int, "\(name)")
    let bounds = fit.steps.dropLast().map { $0.logLikelihood / Double(fit.n) }
    for (t, bound) in reference["lower_bounds"].doubles.enumerated() where t < bounds.count {
      expect(bounds[t], bound, "lower bound \(t)")
    }
    for (t, bound) in reference["lower_bounds_head"].doubles.enumerated() where t < bounds.count {
      expect(bounds[t], bound, "lower bound \(t)")
    }
    let tail = reference["lower_bounds_tail"].doubles
    for (t, bound) in tail.enumerated() where bounds.count >= tail.count {
      expect(bounds[bounds.count - tail.count + t], bound, "last lower bounds \(t)")
    }
    expect(
      weights: fit.mixture.weights, means: fit.mixture.means, covariances: fit.mixture.covariances, like: reference,
      family: fit.options.family)
    expect(fit.score, reference["score"].double, "score")
    expect(fit.logLikelihood, reference["loglik"].double, "log-likelihood")
    expect(fit.bic, reference["bic"].double, "BIC")
    expect(fit.aic, reference["aic"].double, "AIC")
    expect(fit.entropy, reference["entropy"].double, "entropy", scale: Double(fit.n))
    expect(fit.icl, reference["icl_lower_better"].double, "ICL")
    #expect(fit.parameterCount == reference["n_parameters"].int, "\(name)")
    let labels = fit.labels
    let counts = (0..<fit.mixture.components).map { k in labels.count { $0 == k } }
    #expect(counts == reference["label_counts"].items.map(\.int), "\(name)")
  }
}
