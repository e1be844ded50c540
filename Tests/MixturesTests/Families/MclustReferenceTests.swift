import Mixtures
import Testing

/// mclust's results from stated responsibilities.
@Suite struct MclustReferenceTests {
  /// mclust stops its inner iterations early for these; for VVE it reaches no maximum.
  private static let inexact: Set = ["VEE", "EVE"]

  private static func data(_ start: String) throws -> (samples: Samples, labels: [Int]) {
    let samples = try Reference.samples(start.hasPrefix("iris") ? "iris4" : "faithful")
    let isIris = samples.dimension == 4
    return (samples, (0..<samples.rowCount).map { isIris ? $0 / 50 : samples[$0, 0] > 3 ? 1 : 0 })
  }

  private static func fit(_ samples: Samples, _ labels: [Int], _ model: String) throws -> EMFit {
    try EMFit.fit(
      samples,
      EMOptions(
        components: (labels.max() ?? 0) + 1, family: CovarianceFamily.named(model), start: .labels(labels),
        tolerance: 1e-14, maxIterations: 3000, floor: .none))
  }

  /// Every case of the file but VVE: after one M-step, after mclust's iterations, and at the end.
  @Test func allFamiliesFromFixedResponsibilities() throws {
    let cases = try Reference.json("mclust_me_fixed_z")["cases"].items
    #expect(cases.count == 28)
    for reference in cases {
      let (model, name) = (reference["model"].string, reference["id"].string)
      let (samples, labels) = try Self.data(reference["start"].string)
      let fit = try Self.fit(samples, labels, model)
      #expect(fit.parameterCount == reference["npar"].int, "\(name)")
      let step = reference["mstep"]
      let shares = labels.map { label in (0..<fit.mixture.components).map { $0 == label ? 1.0 : 0 } }
      try Self.expectNoLower(fit.steps[0].mixture, than: step, samples, shares, name)
      guard model != "VVE" else { continue }
      let comparison = Comparison(name: name, samples: samples, tolerance: Self.inexact.contains(model) ? 1e-5 : 1e-9)
      Self.expect(fit.steps[0].mixture, like: step, comparison)
      comparison.expect(fit.steps[0].logLikelihood, step["loglik_after"].double, "ℓ after one M-step")
      #expect(abs(fit.logLikelihood - reference["tight"]["loglik"].double) <= 1e-6, "\(name)")
      // mclust's ℓ is that of the parameters that entered its last E-step.
      let iterations = reference["default"]["iterations"].int
      let inner = Self.inexact.contains(model) ? 1e-5 : 1e-8
      #expect(abs(fit.steps[iterations - 1].logLikelihood - reference["default"]["loglik"].double) <= inner, "\(name)")
    }
  }

  @Test(arguments: [0, 1])
  func commonAxesAreExact(_ index: Int) throws {
    let reference = try Reference.json("exact_VVE_EVE")[index]
    let name = reference["model"].string
    let (samples, labels) = try Self.data(reference["start"].string)
    let fit = try Self.fit(samples, labels, name)
    // The file's own orientation has a gradient of 4e-7.
    Self.expect(
      fit.steps[0].mixture, like: reference["mstep"], Comparison(name: name, samples: samples, tolerance: 2e-7))
    let shares = labels.map { label in (0..<3).map { $0 == label ? 1.0 : 0 } }
    try Self.expectNoLower(fit.steps[0].mixture, than: reference["mstep"], samples, shares, name)
    for (t, expected) in reference["loglik_trace"].doubles.enumerated() {
      #expect(abs(fit.steps[t].logLikelihood - expected) <= 2e-6, "\(name), iteration \(t)")
    }
  }

  /// Soft responsibilities, those of four equal balls, which belong to every family.
  @Test(arguments: CovarianceFamily.all)
  func oneStepFromBallsOnTheRedWines(_ family: CovarianceFamily) throws {
    let file = try Reference.json("mclust_red4")
    let reference = try #require(file["cases"].items.first { $0["model"].string == family.mclustName })
    let wines = try Reference.samples("red_11")
    let values = (0..<wines.rowCount).flatMap { [wines[$0, 0], wines[$0, 3], 1000 * wines[$0, 7], wines[$0, 10]] }
    let samples = try Samples(values: values, dimension: 4)
    let quarter = Matrix.identity(4, scale: 0.25)
    let precisions: Precisions =
      switch family.precisionShape {
      case .full: .full(Array(repeating: quarter, count: 4))
      case .tied: .tied(quarter)
      case .diagonal: .diagonal(Matrix(rows: 4, columns: 4, repeating: 0.25))
      case .spherical: .spherical(Array(repeating: 0.25, count: 4))
      }
    let means = Matrix([0, 399, 799, 1199].map { Array(samples[row: $0]) })
    let weights = [0.1, 0.2, 0.3, 0.4]
    let fit = try EMFit.fit(
      samples,
      EMOptions(
        components: 4, family: family, start: .given(means: means, weights: weights, precisions: precisions),
        maxIterations: 1, floor: .none))
    let shares = (0..<fit.n).map { Naive(mixture: fit.steps[0].mixture).responsibilities(Array(samples[row: $0])) }
    var step = fit.mixture
    try Self.expectNoLower(step, than: reference, samples, shares, family.mclustName)
    guard family != .vve else { return }
    let tolerance = Self.inexact.contains(family.mclustName) ? 1e-5 : 1e-9
    let comparison = Comparison(name: family.mclustName, samples: samples, tolerance: tolerance)
    Self.expect(step, like: reference, comparison)
    comparison.expect(fit.logLikelihood, reference["loglik"].double, "ℓ")
    step = fit.steps[0].mixture
    #expect(Membership.violation(of: family, by: step.covariances) == nil)
  }

  @Test(arguments: CovarianceFamily.all)
  func parameterCounts(_ family: CovarianceFamily) throws {
    let counts = try Reference.json("mclust_red4")["counts"]
    for (index, expected) in counts[family.mclustName].items.enumerated() {
      let (d, k) = (counts["d"][index].int, counts["G"][index].int)
      #expect(family.parameterCount(components: k, dimension: d) == expected.int, "d \(d), K \(k)")
    }
  }

  private static func expect(_ mixture: GaussianMixture, like reference: JSON, _ comparison: Comparison) {
    let deviations = comparison.samples.covariance.diagonal.map { $0.squareRoot() }
    for (k, weight) in reference["pro"].doubles.enumerated() { comparison.expect(mixture.weights[k], weight, "weight") }
    for (k, matrix) in reference["sigma"].items.map(\.matrix).enumerated() {
      for i in 0..<matrix.rows {
        for j in 0..<matrix.rows {
          comparison.expect(
            mixture.covariances[k][i, j], matrix[i, j], "covariance \(k), \(i), \(j)",
            scale: deviations[i] * deviations[j])
        }
      }
    }
  }

  /// The expected complete-data log-likelihood is at least that of the reference's covariances.
  private static func expectNoLower(
    _ mixture: GaussianMixture, than reference: JSON, _ samples: Samples, _ shares: [[Double]], _ name: String
  ) throws {
    let other = try GaussianMixture(
      weights: mixture.weights, means: mixture.means, covariances: reference["sigma"].items.map(\.matrix).map(symmetric)
    )
    let (ours, theirs) = (
      Naive(mixture: mixture).expectedCompleteData(samples, shares),
      Naive(mixture: other).expectedCompleteData(samples, shares)
    )
    #expect(ours >= theirs - 1e-11 * abs(theirs), "\(name)")
  }

  private static func symmetric(_ matrix: Matrix) -> Matrix {
    var result = matrix
    for i in 0..<matrix.rows { for j in 0..<i { result[i, j] = matrix[j, i] } }
    return result
  }
}
