import Mixtures
import Testing

/// scikit-learn's `BayesianGaussianMixture` from the same responsibilities: the rows in K equal groups by the rank of
/// their first column.
@Suite struct BayesianReferenceTests {
  @Test func parametersAgreeAndBoundsDifferByAConstant() throws {
    let cases = try Reference.json("sk_bayesian")["cases"].items
    #expect(cases.count == 40)
    for reference in cases {
      let samples = try Reference.samples(reference["data"].string)
      let (n, count) = (samples.rowCount, reference["K"].int)
      let order = (0..<n).sorted { (samples[$0, 0], $0) < (samples[$1, 0], $1) }
      var labels = Array(repeating: 0, count: n)
      for (rank, i) in order.enumerated() { labels[i] = rank * count / n }
      let floor = reference["reg_covar"].double
      let family = try CovarianceFamily.named(reference["covariance_type"].string)
      let fit = try EMFit.fit(
        samples,
        EMOptions(
          components: count, family: family, start: .labels(labels),
          tolerance: reference["tol"].double / Double(n), maxIterations: reference["max_iter"].int,
          floor: floor == 0 ? .none : .absolute(floor), method: .variational(prior(reference))))
      let name = [reference["data"].string, family.name, reference["weights_prior"].string].joined(separator: " ")
      try compare(fit, reference, Comparison(name: name, samples: samples))
    }
  }

  private func prior(_ reference: JSON) -> VariationalPrior {
    var prior = VariationalPrior(
      weights: reference["weights_prior"].string == "dirichlet_process" ? .dirichletProcess : .dirichlet)
    let stated = reference["prior"]
    guard stated["mean_prior"].exists else { return prior }
    prior.concentration = stated["weight_concentration_prior"].double
    prior.meanPrecision = stated["mean_precision_prior"].double
    prior.mean = stated["mean_prior"].doubles
    prior.degreesOfFreedom = stated["degrees_of_freedom_prior"].double
    let scale = stated["covariance_prior"]
    if scale.items.isEmpty {
      prior.covariance = .number(scale.double)
    } else if scale[0].items.isEmpty {
      prior.covariance = .diagonal(scale.doubles)
    } else {
      prior.covariance = .full(scale.matrix)
    }
    return prior
  }

  private func compare(_ fit: EMFit, _ reference: JSON, _ comparison: Comparison) throws {
    let posterior = try #require(fit.variational)
    #expect(fit.iterations == reference["n_iter"].int, "\(comparison.name)")
    comparison.expect(
      weights: fit.mixture.weights, means: fit.mixture.means, covariances: fit.mixture.covariances, like: reference,
      family: fit.options.family)
    let concentration = reference["concentration"]
    let firsts = concentration[0].items.isEmpty ? concentration.doubles : concentration[0].doubles
    let degrees = reference["degrees_of_freedom"]
    for k in fit.mixture.weights.indices {
      comparison.expect(posterior.concentrations[k], firsts[k], "concentration \(k)")
      if let rests = posterior.rests { comparison.expect(rests[k], concentration[1][k].double, "rest \(k)") }
      comparison.expect(posterior.meanPrecisions[k], reference["mean_precision"][k].double, "mean precision \(k)")
      comparison.expect(
        posterior.degreesOfFreedom[k], degrees.items.isEmpty ? degrees.double : degrees[k].double, "dof \(k)")
    }
    let theirs = reference["lower_bounds"].doubles
    #expect(theirs.count == fit.iterations)
    // Theirs after their iteration t is ours after ours, less what they leave out.
    let constant = posterior.bounds[1] - theirs[0]
    for t in theirs.indices {
      #expect(
        abs(posterior.bounds[t + 1] - theirs[t] - constant) <= 1e-9 * abs(theirs[t]), "\(comparison.name), bound \(t)")
    }
  }
}
