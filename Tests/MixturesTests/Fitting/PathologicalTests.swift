import Mixtures
import Testing

/// Ill-conditioned data, where 80-bit arithmetic is the truth and scikit-learn's errors become clear ones.
@Suite struct PathologicalTests {
  private static func fit(_ reference: JSON) throws -> EMFit {
    let id = reference["id"].string
    let family = try CovarianceFamily.named(reference["covariance_type"].string)
    let floor = reference["reg_covar"].double
    let start = reference["init"]
    return try EMFit.fit(
      try Reference.samples(String(id.prefix { $0 != "|" })),
      EMOptions(
        components: reference["K"].int, family: family,
        start: reference["labels"].exists
          ? .labels(reference["labels"].string.compactMap(\.wholeNumberValue))
          : .given(
            means: start["means_init"].matrix, weights: start["weights_init"].doubles,
            precisions: Comparison.precisions(start["precisions_init"], family: family)),
        tolerance: reference["tol"].double, maxIterations: reference["max_iter"].int,
        floor: floor == 0 ? .none : .absolute(floor)))
  }

  @Test func offsetsDoNotCancelVariances() throws {
    let cases = try Reference.json("sk_pathological").items.filter { $0["longdouble"].exists }
    #expect(cases.count == 12)
    for reference in cases {
      let truth = reference["longdouble"]
      let fit = try Self.fit(reference)
      let comparison = Comparison(
        name: "\(reference["id"].string) \(fit.options.family.name)", samples: fit.samples, tolerance: 2e-9)
      // scikit-learn's own count is wrong where its variances cancelled, so steps are compared one by one.
      for (t, bound) in truth["lower_bounds"].doubles.enumerated() where t < fit.iterations {
        comparison.expect(fit.steps[t].logLikelihood / Double(fit.n), bound, "lower bound \(t)")
      }
      comparison.expect(fit.score, truth["score"].double, "score")
    }
  }

  @Test func degenerateDataFitWithAFloor() throws {
    let cases = try Reference.json("sk_pathological").items.filter {
      $0["labels"].exists && !$0["error"].exists
        && !$0["id"].string.hasPrefix("syn_duplicates|labels by row blocks|reg0")
    }
    #expect(cases.count == 15)
    for reference in cases {
      let fit = try Self.fit(reference)
      // The floor is all the width some directions have, so the determinant holds about 1e-9 of relative accuracy.
      Comparison(
        name: reference["id"].string + fit.options.family.name, samples: fit.samples, tolerance: 1e-8, floor: 1e-6
      )
      .expect(fit, like: reference)
    }
  }

  @Test func withoutAFloorTheErrorSaysWhatIsWrong() throws {
    let messages = [
      "syn_collinear":
        "x_plus_y is a linear combination of x, y, so no covariance of these columns can be inverted; drop one of "
        + "them, or set a floor",
      "syn_constcol":
        "const is 3.25 in every row, so its variance is 0; drop the column or set an absolute floor "
        + "(regularization: 1e-6)",
      "syn_duplicates":
        "component 1 collapsed at iteration 0: its rows leave no width in some direction; ask for fewer components, "
        + "raise the floor, or choose a simpler covariance",
    ]
    // scikit-learn scores tied duplicates without a floor at 47.6 nats a row, all of it rounding.
    let cases = try Reference.json("sk_pathological").items.filter {
      $0["error"].exists || $0["id"].string.hasPrefix("syn_duplicates|labels by row blocks|reg0")
    }
    #expect(cases.count == 9)
    for reference in cases {
      let data = String(reference["id"].string.prefix { $0 != "|" })
      let error = #expect(throws: FitError.self) { try Self.fit(reference) }
      #expect(error?.description == messages[data])
    }
  }
}
