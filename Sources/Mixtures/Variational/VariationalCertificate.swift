extension EMFit {
  /// The laws of coordinate ascent on the bound, in place of those of EM: the likelihood of the plug-in mixture may
  /// fall, and its moments are drawn towards the prior's.
  func variationalCertificate(_ posterior: VariationalPosterior) -> [Theorem] {
    var monotone = TheoremCheck(
      "The evidence lower bound never falls", #"\mathcal{L}_{t+1} \ge \mathcal{L}_t"#,
      measure: "nats, relative to |bound|", tolerance: 1e-10)
    var weights = TheoremCheck(
      "The weights add up to 1", #"\sum_k \pi_k = 1"#, measure: "", tolerance: 1e-13)
    var counts = TheoremCheck(
      "The components hold all rows", #"\sum_k n_k = n"#, measure: "relative to n", tolerance: 1e-12)
    if floor.allSatisfy({ $0 == 0 }) {
      for (t, pair) in zip(posterior.bounds, posterior.bounds.dropFirst()).enumerated() {
        monotone.note((pair.0 - pair.1) / max(1, abs(pair.0)), at: t + 1)
      }
    }
    for step in steps { weights.note(abs(step.mixture.weights.reduce(0, +) - 1), at: step.iteration) }
    counts.note(abs(posterior.state.counts.reduce(0, +) / samples.totalWeight - 1), at: iterations)
    let moments = posteriorMoments(posterior)
    return ([monotone, weights, counts] + moments + [fixedPoint(posterior)]).compactMap(\.theorem)
  }

  /// Every row counts once in the posterior's means, and the prior κ₀ times for each component; full and tied scales
  /// likewise. About the mean of the data, in its standard deviations.
  private func posteriorMoments(_ posterior: VariationalPosterior) -> [TheoremCheck] {
    var means = TheoremCheck(
      "The means average to those of prior and data", #"\sum_k \kappa_k m_k = K \kappa_0 m_0 + n \bar x"#,
      measure: "standard deviations", tolerance: 1e-9)
    var scales = TheoremCheck(
      "Scales and means add up to those of prior and data",
      #"\sum_k (S_k + \kappa_k m_k m_k^\top) = K (S_0 + \kappa_0 m_0 m_0^\top) + n (S + F + \bar x \bar x^\top)"#,
      measure: "products of standard deviations", tolerance: 1e-9)
    let (state, prior, d) = (posterior.state, posterior.prior, samples.dimension)
    let (n, count) = (samples.totalWeight, Double(state.components))
    let (mean, covariance) = (samples.mean, samples.covariance)
    let origin = (0..<d).map { prior.mean[$0] - mean[$0] }
    let deviations = (0..<d).map { (covariance[$0, $0] + floor[$0]).squareRoot() }
    // The prior's own weight may be far above that of the rows.
    let total = n + count * prior.meanPrecision
    for i in 0..<d {
      let first = (0..<state.components).reduce(-count * prior.meanPrecision * origin[i]) {
        $0 + state.meanPrecisions[$1] * state.means[$1 * d + i]
      }
      means.note(abs(first) / (total * max(deviations[i], abs(origin[i]))), at: iterations)
      guard options.family == .full || options.family == .tied else { continue }
      for j in 0...i {
        let drawn = prior.covariance[i, j] + prior.meanPrecision * origin[i] * origin[j]
        let own = covariance[i, j] + (i == j ? floor[i] : 0)
        let sum = (0..<state.components).reduce(-count * drawn - n * own) {
          let (a, b) = (state.means[$1 * d + i], state.means[$1 * d + j])
          return $0 + state.scales[($1 * d + i) * d + j] + state.meanPrecisions[$1] * a * b
        }
        let size = count * abs(drawn) + n * deviations[i] * deviations[j]
        scales.note(abs(sum) / size, at: iterations)
      }
    }
    return [means, scales]
  }

  private func fixedPoint(_ posterior: VariationalPosterior) -> TheoremCheck {
    var fixed = TheoremCheck(
      "At convergence one more iteration moves no component", #"M(q) = q"#, measure: "standard deviations",
      tolerance: Verdict.stepLimit)
    guard outcome.isConverged,
      let problem = (try? StartSearch(PreparedSamples(samples), options))?.variational,
      let next = try? problem.update(posterior.state, iteration: iterations)
    else { return fixed }
    fixed.note(Difference(from: posterior.state.plugIn, to: next.state.plugIn).largest, at: iterations)
    return fixed
  }
}
