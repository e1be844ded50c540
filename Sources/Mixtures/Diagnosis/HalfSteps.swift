/// One iteration of EM seen as two ascents of the evidence lower bound (ELBO), with ℓ = ELBO + KL throughout.
package struct HalfStep: Sendable, Hashable {
  /// The step whose parameters entered.
  package let iteration: Int
  /// ℓ of the entering parameters: what the E-step lifts the ELBO to, KL being 0 then. In nats.
  package let logLikelihood: Double
  /// Σᵢₖ rᵢₖ log (πₖ N(xᵢ | k) / rᵢₖ) with the entering responsibilities and the leaving parameters.
  package let elbo: Double
  /// Σᵢₖ rᵢₖ log (rᵢₖ / r′ᵢₖ), from the entering to the leaving responsibilities; never negative.
  package let divergence: Double
  /// ℓ of the leaving parameters.
  package let nextLogLikelihood: Double
}

extension EMFit {
  /// The ELBO and KL after one M-step: the one that leads from step `t` to the next.
  package func halfStep(from t: Int) -> HalfStep {
    let (entering, leaving) = (
      steps[t].mixture.evaluate(samples, threads: options.threadCount),
      steps[t + 1].mixture.evaluate(samples, threads: options.threadCount)
    )
    return HalfStep(
      iteration: t, logLikelihood: steps[t].logLikelihood, elbo: leaving.lowerBound(under: entering),
      divergence: leaving.divergence(from: entering), nextLogLikelihood: steps[t + 1].logLikelihood)
  }
}

extension Evaluation {
  /// The ELBO of these parameters under another evaluation's responsibilities.
  func lowerBound(under other: Evaluation) -> Double {
    other.expectation { e, i in logJoint.values[e] - (other.logJoint.values[e] - other.logDensities[i]) }
  }

  /// KL from another evaluation's responsibilities to these, never negative by rounding.
  func divergence(from other: Evaluation) -> Double {
    let sum = other.expectation { e, i in
      (other.logJoint.values[e] - other.logDensities[i]) - (logJoint.values[e] - logDensities[i])
    }
    return max(sum, 0)
  }

  /// Σᵢₖ wᵢ rᵢₖ f(i K + k, i), over the entries that are not 0.
  func expectation(_ value: (_ entry: Int, _ row: Int) -> Double) -> Double {
    let count = responsibilities.columns
    var sum = 0.0
    for i in 0..<responsibilities.rows {
      for e in i * count..<(i + 1) * count where responsibilities.values[e] > 0 {
        sum += weight(i) * responsibilities.values[e] * value(e, i)
      }
    }
    return sum
  }
}
