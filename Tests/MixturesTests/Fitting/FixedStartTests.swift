import Mixtures
import Testing

/// scikit-learn's results from stated starts.
@Suite struct FixedStartTests {
  @Test func allCasesAgreeWithTheSameIterationCount() throws {
    let inits = try Reference.json("sk_fixed_inits")["inits"]
    let cases = try Reference.json("sk_fixed_results").items
    #expect(cases.count == 128)
    var data: [String: Samples] = [:]
    for reference in cases {
      let name = reference["dataset"].string
      let samples = try data[name] ?? Reference.samples(name)
      data[name] = samples
      let start = inits[reference["init"].string]
      let family = try CovarianceFamily.named(reference["covariance_type"].string)
      let fit = try EMFit.fit(
        samples,
        EMOptions(
          components: reference["K"].int, family: family,
          start: .given(
            means: start["means_init"].matrix, weights: start["weights_init"].doubles,
            precisions: Comparison.precisions(start["precisions_init"], family: family)),
          tolerance: reference["tol"].double, maxIterations: reference["max_iter"].int,
          floor: .absolute(reference["reg_covar"].double)))
      Comparison(name: reference["id"].string, samples: samples).expect(fit, like: reference)
    }
  }
}
