import Mixtures
import Testing

/// EM with missing cells against numbers that other programs made.
@Suite struct MissingReferenceTests {
  @Test func everyIterationOfTheWorkedExample() throws {
    let reference = try Reference.json("worked_examples")["missing"]
    let samples = try MissingData.faithful()
    let start = reference["start"]
    let precisions = start["covariances"].items.map { Matrix.diagonal($0.matrix.diagonal.map { 1 / $0 }) }
    let fit = try EMFit.fit(
      samples,
      EMOptions(
        components: 2,
        start: .given(
          means: start["means"].matrix, weights: start["weights"].doubles, precisions: .full(precisions)),
        tolerance: 1e-12, floor: .none))
    let comparison = Comparison(name: "faithful with gaps", samples: samples)
    let trace = reference["loglik_trace"].doubles
    #expect(trace.count == reference["n_iter"].int)
    for (t, level) in trace.enumerated() {
      Comparison(name: "faithful with gaps", samples: samples, tolerance: 1e-13)
        .expect(fit.steps[t].logLikelihood, level, "log-likelihood \(t)")
    }
    #expect(fit.iterations == reference["n_iter"].int)
    comparison.expect(fit.logLikelihood, reference["loglik"].double, "log-likelihood")
    comparison.expect(fit.logLikelihood, reference["direct_maximum_BFGS_loglik"].double, "maximum")
    let end = try #require(fit.steps.indices.contains(trace.count - 1) ? fit.steps[trace.count - 1].mixture : nil)
    Comparison(name: "faithful with gaps", samples: samples, tolerance: 1e-11).expect(
      weights: end.weights, means: end.means, covariances: end.covariances, like: reference, family: .full)
    let imputed = fit.imputed
    #expect(imputed.count == 39 + 25)
    #expect(imputed[0].row == 0 && imputed[0].column == 0 && imputed[1].row == 3 && imputed[1].column == 1)
    Comparison(name: "row 0", samples: samples, tolerance: 1e-7)
      .expect(imputed[0].mean, reference["imputed_row0_eruptions"].double, "eruptions")
    Comparison(name: "row 3", samples: samples, tolerance: 1e-7)
      .expect(imputed[1].mean, reference["imputed_row3_waiting"].double, "waiting")
  }

  @Test(arguments: Start.unaided)
  func everyStartFindsTheMaximum(_ start: Start) throws {
    let fit = try EMFit.fit(
      MissingData.faithful(), EMOptions(components: 2, start: start, restarts: 5, tolerance: 1e-12, floor: .none))
    let reference = try Reference.json("worked_examples")["missing"]["loglik"].double
    #expect(abs(fit.logLikelihood - reference) <= 1e-8 * abs(reference))
  }

  @Test func oneComponent() throws {
    let reference = try Reference.json("worked_examples")["missing_K1"]
    let samples = try MissingData.faithful()
    let start = Start.given(
      means: Matrix([[3.5, 70]]), weights: [1], precisions: .full([.diagonal([1, 1 / 180.0])]))
    let last = reference["n_iter"].int - 1
    let fit = try EMFit.fit(
      samples, EMOptions(components: 1, start: start, tolerance: 0, maxIterations: last, floor: .none))
    let comparison = Comparison(name: "one component", samples: samples, tolerance: 1e-12)
    comparison.expect(fit.logLikelihood, reference["loglik"].double, "log-likelihood")
    for j in 0..<2 {
      comparison.expect(fit.mixture.means[0, j], reference["mean"][j].double, "mean \(j)")
      for l in 0..<2 {
        comparison.expect(fit.mixture.covariances[0][j, l], reference["covariance"][j][l].double, "covariance")
      }
    }
  }

  /// The maximum that BFGS finds without EM, from the same groups.
  @Test(arguments: [CovarianceFamily.full, .tied, .diagonal])
  func theMaximumOfTheObservedData(_ family: CovarianceFamily) throws {
    let reference = try Reference.json("missing_direct")["families"][family.name]
    let samples = try MissingData.iris()
    let fit = try EMFit.fit(
      samples,
      EMOptions(
        components: 2, family: family, start: .labels((0..<150).map { $0 < 50 ? 0 : 1 }), tolerance: 1e-13,
        maxIterations: 20_000, floor: .none))
    #expect(fit.outcome == .converged)
    let comparison = Comparison(name: family.name, samples: samples, tolerance: 1e-10)
    comparison.expect(fit.logLikelihood, reference["loglik"].double, "log-likelihood")
    let expected = reference["covariances"].items.map(\.matrix)
    let parameters = Comparison(name: family.name, samples: samples, tolerance: 2e-5)
    let deviations = samples.covariance.diagonal.map { $0.squareRoot() }
    for k in 0..<2 {
      parameters.expect(fit.mixture.weights[k], reference["weights"][k].double, "weight")
      for j in 0..<4 {
        parameters.expect(fit.mixture.means[k, j], reference["means"][k][j].double, "mean \(j)")
        for l in 0..<4 {
          parameters.expect(
            fit.mixture.covariances[k][j, l], expected[k][j, l], "covariance \(j), \(l)",
            scale: deviations[j] * deviations[l])
        }
      }
    }
  }
}
