import Mixtures

/// The laws of one fit, in plain arithmetic.
struct LawCheck {
  private let fit: EMFit
  private let n: Double
  private let dimension: Int

  init(_ fit: EMFit) {
    self.fit = fit
    n = Double(fit.n)
    dimension = fit.samples.dimension
  }

  /// The first that does not hold.
  func violation() -> String? {
    let steps = Set([0, 1, 2, fit.iterations / 2, fit.iterations - 1]).filter { $0 >= 0 && $0 < fit.iterations }
    for t in steps.sorted() {
      if let problem = shares(t) { return "iteration \(t): \(problem)" }
    }
    guard fit.repairs.isEmpty else { return nil }
    for t in steps.sorted() {
      if let problem = step(t) ?? moments(t + 1) { return "iteration \(t + 1): \(problem)" }
    }
    if let problem = monotone() { return problem }
    if let broken = fit.certificate().first(where: { !$0.holds }) { return "certificate: \(broken)" }
    return fixedPoint()
  }

  /// Law 2, the likelihood itself, and the family.
  private func shares(_ t: Int) -> String? {
    let (mixture, samples) = (fit.steps[t].mixture, fit.samples)
    let plain = Naive(mixture: mixture).logLikelihood(samples)
    if !(abs(fit.steps[t].logLikelihood - plain) <= 1e-8 * max(1, abs(plain))) {
      return "ℓ is \(fit.steps[t].logLikelihood), not \(plain)"
    }
    if abs(mixture.weights.reduce(0, +) - 1) > 1e-13 { return "the weights add up to \(mixture.weights.reduce(0, +))" }
    let shares = mixture.responsibilities(samples)
    for i in 0..<fit.n where !(abs(shares[row: i].reduce(0, +) - 1) <= 1e-13) { return "row \(i) is not shared out" }
    // A stated start of a common family may have covariances of its own.
    return Membership.violation(of: fit.options.family, by: mixture.covariances)
  }

  /// Laws 1, 3 and 4 of the M-step that follows step t.
  private func step(_ t: Int) -> String? {
    let (before, after) = (Naive(mixture: fit.steps[t].mixture), Naive(mixture: fit.steps[t + 1].mixture))
    let rows = (0..<fit.n).map { Array(fit.samples[row: $0]) }
    let shares = rows.map(before.responsibilities)
    let counts = (0..<after.mixture.components).map { k in shares.reduce(0) { $0 + $1[k] } }
    func objective(_ mixture: Naive) -> Double {
      mixture.expectedCompleteData(fit.samples, shares) - penalty(mixture, counts)
    }
    let (first, second) = (objective(before), objective(after))
    if !(second >= first - 1e-9 * max(1, abs(first))) { return "the M-step lowered Q by \(first - second)" }
    if fit.floor.allSatisfy({ $0 == 0 }) {
      var sum = 0.0
      for (x, r) in zip(rows, shares) {
        for k in counts.indices { sum += r[k] * after.squaredDistance(x, k) }
      }
      if !(abs(sum / (n * Double(dimension)) - 1) <= 1e-8) {
        return "Σ tr(Σ⁻¹ W) / n d = \(sum / n / Double(dimension))"
      }
    }
    return nil
  }

  /// Law 3.
  private func moments(_ t: Int) -> String? {
    let (mixture, mean, covariance) = (fit.steps[t].mixture, fit.samples.mean, fit.samples.covariance)
    for j in 0..<dimension where !(abs(mixture.mean[j] - mean[j]) <= 1e-10 * covariance[j, j].squareRoot()) {
      return "the mean of column \(j) is \(mixture.mean[j]), not \(mean[j])"
    }
    guard fit.options.family == .full || fit.options.family == .tied else { return nil }
    let whole = mixture.covariance
    for i in 0..<dimension {
      for j in 0..<dimension {
        let expected = covariance[i, j] + (i == j ? fit.floor[i] : 0)
        if !(abs(whole[i, j] - expected) <= 1e-9 * (covariance[i, i] * covariance[j, j]).squareRoot()) {
          return "the covariance at \(i), \(j) is \(whole[i, j]), not \(expected)"
        }
      }
    }
    return nil
  }

  /// Law 1: ℓ at floor 0, and ℓ less its penalty for the families of one covariance, never fall.
  private func monotone() -> String? {
    let isOne = ["EII", "EEI", "EEE"].contains(fit.options.family.mclustName)
    let bare = fit.floor.allSatisfy { $0 == 0 }
    guard bare || isOne else { return nil }
    let values = fit.steps.map { step in
      step.logLikelihood - (bare ? 0 : penalty(Naive(mixture: step.mixture), step.mixture.weights.map { $0 * n }))
    }
    for t in 1..<values.count where !(values[t] >= values[t - 1] - 1e-10 * max(1, abs(values[t]))) {
      return "iteration \(t): ℓ fell by \(values[t - 1] - values[t])"
    }
    return nil
  }

  /// ½ Σₖ nₖ tr(Σₖ⁻¹ F)
  private func penalty(_ mixture: Naive, _ counts: [Double]) -> Double {
    var sum = 0.0
    for (k, count) in counts.enumerated() {
      for (j, floor) in fit.floor.enumerated() where floor > 0 {
        var x = mixture.mixture.means[row: k]
        x[j] += floor.squareRoot()
        sum += 0.5 * count * mixture.squaredDistance(x, k)
      }
    }
    return sum
  }

  /// Law 5: at convergence one more step from the same parameters moves nothing.
  private func fixedPoint() -> String? {
    guard fit.outcome.isConverged else { return nil }
    let inverses = fit.mixture.covariances.compactMap { Cholesky($0)?.inverse }
    let precisions: Precisions =
      switch fit.options.family.precisionShape {
      case .full: .full(inverses)
      case .tied: .tied(inverses[0])
      case .diagonal: .diagonal(Matrix(inverses.map(\.diagonal))!)
      case .spherical: .spherical(inverses.map { $0[0, 0] })
      }
    var options = fit.options
    options.start = .given(means: fit.mixture.means, weights: fit.mixture.weights, precisions: precisions)
    options.maxIterations = 1
    guard let next = try? EMFit.fit(fit.samples, options).mixture else { return "no step from the end of the fit" }
    for k in 0..<next.components {
      let old = fit.mixture.covariances[k]
      for i in 0..<dimension {
        let sd = old[i, i].squareRoot()
        let shift = abs(next.means[k, i] - fit.mixture.means[k, i]) / sd
        if !(shift <= 0.01) { return "one more step moves mean \(k) by \(shift) standard deviations" }
        for j in 0..<dimension {
          let change = abs(next.covariances[k][i, j] - old[i, j]) / (sd * old[j, j].squareRoot())
          if !(change <= 0.02) { return "one more step changes covariance \(k) by \(change)" }
        }
      }
    }
    return nil
  }
}
