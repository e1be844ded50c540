internal import MixtureKernels

/// Coordinate ascent on the evidence lower bound, with scikit-learn's updates.
///
/// The diagonal and spherical families follow scikit-learn in E log |Λₖ| = Σⱼ ψ((νₖ − j) / 2) + d log 2 − log |Sₖ|,
/// j = 0 … d − 1, which belongs to an unrestricted precision. The bound that goes with it is still a lower bound of
/// the log evidence under λₖⱼ ~ Gamma(ν₀ / 2, s₀ⱼ / 2) — it is that of a model in which every row's density is lessened
/// by factors √tₖⱼ ≤ 1 with tₖⱼ ~ Beta((ν₀ − j) / 2, j / 2), likewise for the spherical family — but it is not attained
/// at K = 1 for d > 1, as it is for full and tied precisions.
struct VariationalProblem: Sendable {
  let family: CovarianceFamily
  let prior: ResolvedPrior
  /// Unrestricted means and covariances (plus F) from the sums of a pass.
  let moments: EMProblem

  init(_ problem: EMProblem, _ prior: ResolvedPrior) {
    family = problem.family
    self.prior = prior
    moments = EMProblem(
      rows: problem.rows, components: problem.components, family: .full, floor: problem.floor,
      dataCovariance: problem.dataCovariance)
  }

  var components: Int { moments.components }
  var rows: CenteredRows { moments.rows }
  /// m₀ in the rows' shifted coordinates.
  var priorMean: [Double] { zip(prior.mean, rows.shift).map { $0 - $1 } }

  /// The posterior that maximises the bound for the responsibilities behind the sums.
  func mStep(from entering: Parameters, _ kernel: KernelMixture, _ sums: PassSums) -> VariationalState {
    let d = rows.dimension
    let own = moments.mStep(from: entering, kernel, sums)
    let (origin, counts) = (priorMean, own.counts)
    let meanPrecisions = counts.map { prior.meanPrecision + $0 }
    var means = own.parameters.means
    // Wₖ + κ₀ nₖ / κₖ (x̄ₖ − m₀)(x̄ₖ − m₀)ᵀ
    var scatters = own.parameters.covariances
    for k in 0..<components {
      let apart = (0..<d).map { counts[k] > 0 ? means[k * d + $0] - origin[$0] : 0 }
      let pull = prior.meanPrecision * counts[k] / meanPrecisions[k]
      for i in 0..<d {
        means[k * d + i] = origin[i] + counts[k] / meanPrecisions[k] * apart[i]
        for j in 0..<d {
          let e = (k * d + i) * d + j
          scatters[e] = counts[k] * scatters[e] + pull * apart[i] * apart[j]
        }
      }
    }
    var degreesOfFreedom = counts.map { prior.degreesOfFreedom + $0 }
    if family == .tied {
      let shared = prior.degreesOfFreedom + counts.reduce(0, +) / Double(components)
      degreesOfFreedom = counts.map { _ in shared }
    }
    let (concentrations, rests) = weights(counts)
    return VariationalState(
      dimension: d, counts: counts, concentrations: concentrations, rests: rests, meanPrecisions: meanPrecisions,
      means: means, degreesOfFreedom: degreesOfFreedom, scales: scales(scatters))
  }

  private func weights(_ counts: [Double]) -> (concentrations: [Double], rests: [Double]) {
    if prior.weights == .dirichlet { return (counts.map { prior.concentration + $0 }, []) }
    var rests = counts
    var later = 0.0
    for k in counts.indices.reversed() {
      rests[k] = prior.concentration + later
      later += counts[k]
    }
    return (counts.map { 1 + $0 }, rests)
  }

  /// S₀ plus what the family keeps of the scatters.
  private func scales(_ scatters: [Double]) -> [Double] {
    let d = rows.dimension
    var result = Array((0..<components).map { _ in prior.covariance.values }.joined())
    for k in 0..<components {
      let base = k * d * d
      switch family.precisionShape {
      case .full:
        for e in 0..<d * d { result[base + e] += scatters[base + e] }
      case .tied:
        for e in 0..<d * d {
          result[base + e] += (0..<components).reduce(0) { $0 + scatters[$1 * d * d + e] } / Double(components)
        }
      case .diagonal:
        for j in 0..<d { result[base + j * d + j] += scatters[base + j * d + j] }
      case .spherical:
        let mean = (0..<d).reduce(0) { $0 + scatters[base + $1 * d + $1] } / Double(d)
        for j in 0..<d { result[base + j * d + j] += mean }
      }
    }
    return result
  }

  /// The kernel whose joint densities are exp E log (πₖ N(x | μₖ, Λₖ⁻¹)), which the E-step normalises:
  /// E log πₖ + ½ E log |Λₖ| − ½ d log 2π − ½ d / κₖ − ½ νₖ (x − mₖ)ᵀ Sₖ⁻¹ (x − mₖ).
  ///
  /// - Throws: `FitError.collapsed` when a scale cannot be factored, or is lost in the rounding of its mean.
  func kernel(_ state: VariationalState, iteration: Int) throws(FitError) -> KernelMixture {
    let parameters = state.plugIn
    if let blurred = parameters.belowPrecision(shift: rows.shift) {
      throw .collapsed(component: blurred, iteration: iteration)
    }
    switch KernelMixture.make(parameters, structure: family.structure) {
    case .failure(let degenerate): throw .collapsed(component: degenerate.component, iteration: iteration)
    case .success(var kernel):
      let (weights, logDeterminants) = (state.expectedLogWeights, kernel.logDeterminants)
      let d = Double(rows.dimension)
      kernel.offsets = (0..<components).map { k in
        let degrees = state.degreesOfFreedom[k]
        let expected = wishartTerm(of: state, k) - d * Elementary.log(degrees) - 2 * logDeterminants[k]
        return weights[k] + 0.5 * (expected - d * Elementary.logTwoPi - d / state.meanPrecisions[k])
      }
      return kernel
    }
  }

  /// Σⱼ ψ((ν − j) / 2) + d log 2: E log |Λₖ| less log |Sₖ⁻¹|. Of a tied precision only what differs between rows and
  /// components matters, so it needs no case of its own.
  private func wishartTerm(of state: VariationalState, _ k: Int) -> Double {
    (0..<rows.dimension).reduce(0) {
      $0 + Elementary.digamma(0.5 * (state.degreesOfFreedom[k] - Double($1))) + Elementary.log(2)
    }
  }
}

extension KernelMixture {
  /// log det Lₖ, K numbers.
  fileprivate var logDeterminants: [Double] {
    let (d, size) = (dimension, structure.isDiagonal ? dimension : dimension * dimension)
    return (0..<components).map { k in
      let start = structure == mk_shared_triangular ? 0 : k * size
      return (0..<d).reduce(0) {
        $0 - Elementary.log(factors[start + (structure.isDiagonal ? $1 : $1 * d + $1)])
      }
    }
  }
}
