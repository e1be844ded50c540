internal import MixtureKernels

/// The evidence lower bound (ELBO) of a variational fit, in nats and with every constant.
///
/// For responsibilities r and the posterior that is best for them it is the entropy of r plus the logarithms of the
/// normalising constants that the posterior has gained over the prior (Bishop 2006, section 10.2):
///
///     ELBO = − Σ rᵢₖ log rᵢₖ − ½ n d log 2π + log Z(π | r) / Z₀(π)
///            + Σₖ [½ d log κ₀ / κₖ + log Z(νₖ, Sₖ) − log Z(ν₀, S₀)],
///     log Z(ν, S) = ½ ν d log 2 − ½ ν log |S| + Σⱼ log Γ((ν − j) / 2),  j = 0 … d − 1,
///
/// where Z(π) is a product of Beta functions B(aₖ, bₖ) for sticks and the Dirichlet's constant otherwise. It never
/// exceeds the log evidence log p(X), of the infinite mixture for a Dirichlet process. scikit-learn's `lower_bound_`
/// leaves out ½ n d log 2π and the prior's constants, and for tied precisions writes K log Z(ν, S) for
/// log Z(K ν, K S): both differ from this by a number that stays the same from iteration to iteration.
extension VariationalProblem {
  /// - Parameter entropy: −Σᵢₖ wᵢ rᵢₖ log rᵢₖ of the responsibilities that led to the state.
  func bound(_ state: VariationalState, entropy: Double) -> Double {
    let d = Double(rows.dimension)
    let n = state.counts.reduce(0, +)
    var bound = entropy - 0.5 * n * d * Elementary.logTwoPi + logWeightEvidence(state)
    for precision in state.meanPrecisions { bound += 0.5 * d * Elementary.log(prior.meanPrecision / precision) }
    let size = rows.dimension * rows.dimension
    let count = Double(components)
    if family == .tied {
      let shared = state.degreesOfFreedom[0]
      bound += logWishart(count * shared, state.scales[..<size], times: count)
      bound -= logWishart(count * prior.degreesOfFreedom, prior.covariance.values[...], times: count)
    } else {
      for k in 0..<components {
        bound += logWishart(state.degreesOfFreedom[k], state.scales[k * size..<(k + 1) * size])
      }
      bound -= count * logWishart(prior.degreesOfFreedom, prior.covariance.values[...])
    }
    return bound
  }

  /// log ∫ p(z | π) p(π) dπ, z being shared out as the counts say.
  private func logWeightEvidence(_ state: VariationalState) -> Double {
    let (count, gamma) = (Double(components), prior.concentration)
    guard state.rests.isEmpty else {
      // 1 / B(1, γ) = γ
      return zip(state.concentrations, state.rests).reduce(count * Elementary.log(gamma)) {
        $0 + Elementary.logBeta($1.0, $1.1)
      }
    }
    let own = state.concentrations.reduce(0) { $0 + Elementary.logGamma($1) }
    return own - Elementary.logGamma(state.concentrations.reduce(0, +)) + Elementary.logGamma(count * gamma)
      - count * Elementary.logGamma(gamma)
  }

  /// log Z(ν, c S), without the powers of π that cancel.
  private func logWishart(_ degrees: Double, _ scale: ArraySlice<Double>, times factor: Double = 1) -> Double {
    let d = rows.dimension
    let determinant = (Cholesky(scale, dimension: d)?.logDeterminant ?? .nan) + Double(d) * Elementary.log(factor)
    return (0..<d).reduce(0.5 * degrees * (Double(d) * Elementary.log(2) - determinant)) {
      $0 + Elementary.logGamma(0.5 * (degrees - Double($1)))
    }
  }

  /// −Σᵢₖ wᵢ rᵢₖ log rᵢₖ of the E-step behind the sums: log rᵢₖ = offsetₖ − ½ |yᵢₖ|² − log Σⱼ exp(offsetⱼ − ½ |yᵢⱼ|²).
  func entropy(_ kernel: KernelMixture, _ sums: PassSums) -> Double {
    let d = rows.dimension
    let isDiagonal = kernel.structure.isDiagonal
    let stride = 1 + d + (isDiagonal ? d : d * d)
    var entropy = sums.logLikelihood
    for k in 0..<components {
      let start = 1 + k * stride
      let distances = (0..<d).reduce(0) { $0 + sums.values[start + 1 + d + (isDiagonal ? $1 : $1 * d + $1)] }
      if sums.values[start] > 0 { entropy -= sums.values[start] * kernel.offsets[k] - 0.5 * distances }
    }
    return max(entropy, 0)
  }
}
