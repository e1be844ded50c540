extension EMFit {
  /// The laws that EM, or a variational fit, obeys, each with its worst residual over the kept history.
  ///
  /// A law is listed only where it applies: those without a floor when the floor is 0, the fixed point when the fit
  /// converged. Iterations that re-seeded a component are left out, since no law holds across them.
  package func certificate() -> [Theorem] {
    if let variational { return variationalCertificate(variational) }
    let repaired = Set(repairs.map(\.cause.iteration))
    let bare = floor.allSatisfy { $0 == 0 }
    var checks = CertificateChecks(self)
    var entering = steps[0].mixture.evaluate(samples, threads: options.threadCount)
    checks.expectation(entering, at: 0)
    for t in 0..<iterations {
      let leaving = steps[t + 1].mixture.evaluate(samples, threads: options.threadCount)
      checks.expectation(leaving, at: t + 1)
      if !repaired.contains(t + 1) {
        checks.step(t, entering, leaving)
        if logPriors == nil { checks.moments(t + 1) }
        if bare, logPriors == nil { checks.traces(t + 1, entering, leaving) }
      }
      entering = leaving
    }
    if outcome.isConverged { checks.fixedPoint() }
    return checks.theorems(bare: bare)
  }

  /// The largest fall of ℓ between two steps, in nats, and the step it led to; nil when ℓ never fell. Without a floor
  /// or a re-seeded component there is none beyond rounding.
  package var largestFall: (amount: Double, iteration: Int)? {
    let falls = (0..<iterations).map { (steps[$0].logLikelihood - steps[$0 + 1].logLikelihood, $0 + 1) }
    return falls.filter { $0.0 > 0 }.max { $0.0 < $1.0 }.map { (amount: $0.0, iteration: $0.1) }
  }
}

extension FitError {
  /// The iteration at which a component had to be re-seeded, −1 for other errors.
  var iteration: Int {
    switch self {
    case .collapsed(_, let iteration), .empty(_, let iteration): iteration
    default: -1
    }
  }
}
