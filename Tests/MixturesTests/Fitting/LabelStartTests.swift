import Mixtures
import Testing

/// scikit-learn's results from one M-step of stated labels.
@Suite struct LabelStartTests {
  @Test func allCasesAgreeWithTheSameIterationCount() throws {
    let file = try Reference.json("sk_label_init")
    let cases = file["cases"].items
    #expect(cases.count == 124)
    for reference in cases {
      let key = reference["labels"].string
      let samples = try Reference.samples(String(key.prefix { $0 != "|" }))
      let labels = file["labels"][key]["labels"].string.compactMap(\.wholeNumberValue)
      let fit = try EMFit.fit(
        samples,
        EMOptions(
          components: reference["K"].int, family: try CovarianceFamily.named(reference["covariance_type"].string),
          start: .labels(labels), tolerance: reference["tol"].double, maxIterations: reference["max_iter"].int,
          floor: .absolute(reference["reg_covar"].double)))
      Comparison(name: reference["id"].string, samples: samples).expect(fit, like: reference)
    }
  }
}
