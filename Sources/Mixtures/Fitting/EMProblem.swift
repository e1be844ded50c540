internal import MixtureKernels

/// What stays the same over all starts of a fit.
struct EMProblem: Sendable {
  let rows: CenteredRows
  let components: Int
  let family: CovarianceFamily
  /// The diagonal of F.
  let floor: [Double]
  /// The population covariance of the rows, d × d.
  let dataCovariance: Matrix
  /// What starts make of missing cells; nil where there are none.
  var completion: Completion?
  /// log 1 / V of the noise; nil without noise.
  var noiseLogDensity: Double?
  /// What draws means and covariances; nil without a prior.
  var prior: PosteriorMode?

  /// How the kernels whiten rows: the noise has no part in a factor that is shared.
  var structure: mk_structure {
    noiseLogDensity != nil && family.structure == mk_shared_triangular ? mk_triangular : family.structure
  }

  /// What EM climbs: ℓ, with the log prior (but for a constant) where there is one.
  func objective(_ parameters: Parameters, _ logLikelihood: Double) -> Double {
    prior.map { logLikelihood + $0.logDensity(parameters) } ?? logLikelihood
  }

  /// How many of these threads a pass should use: sharing out a short one would take longer than the pass.
  func worthwhile(_ threads: Int) -> Int {
    rows.count * components * (rows.dimension * rows.dimension + 8) < 1_000_000 ? 1 : threads
  }

  /// The sums of one E-step, from which the M-step follows; `given` replaces its responsibilities.
  func pass(
    _ kernel: KernelMixture, given: Membership? = nil, scratch: AlignedBuffer? = nil, threads: Int = 1
  ) -> PassSums {
    rows.pass(kernel, given: given, scratch: scratch, threads: threads)
  }

  /// The E-step of these parameters; nil where a covariance cannot be factored.
  func expectation(at parameters: Parameters, threads: Int = 1) -> (kernel: KernelMixture, sums: PassSums)? {
    KernelMixture(parameters, structure: structure).map { ($0, pass($0, threads: threads)) }
  }

  /// The parameters that maximise the expected complete-data log-likelihood, and the log prior, for the sums of a pass,
  /// with F added to each component's own covariance before its family restricts it.
  ///
  /// With ȳ = Σ r y / nₖ in the whitened coordinates of the entering parameters, the mean is μ + L ȳ and the covariance
  /// L (Σ r y yᵀ / nₖ − ȳ ȳᵀ) Lᵀ: no large offset cancels.
  ///
  /// - Parameters:
  ///   - isStart: whether the entering parameters are coordinates only, and no mixture to improve on.
  ///   - restricting: whether the family is to restrict the covariances; weights and means do not depend on it.
  func mStep(
    from entering: Parameters, _ kernel: KernelMixture, _ sums: PassSums, isStart: Bool = false,
    restricting: Bool = true
  )
    -> (parameters: Parameters, counts: [Double])
  {
    let d = rows.dimension
    let diagonal = kernel.structure.isDiagonal
    let stride = 1 + d + (diagonal ? d : d * d)
    let counts = (0..<components).map { sums.values[1 + $0 * stride] }
    let noiseCount = noiseLogDensity == nil ? 0 : sums.values[1 + components * stride]
    let total = counts.reduce(0, +) + noiseCount
    var means = entering.means
    var covariances = Array(repeating: 0.0, count: components * d * d)
    sums.values.withUnsafeBufferPointer { values in
      kernel.factors.withUnsafeBufferPointer { factors in
        for k in 0..<components where counts[k] > 0 {
          let block = UnsafeBufferPointer(rebasing: values[(2 + k * stride)..<(1 + (k + 1) * stride)])
          let size = diagonal ? d : d * d
          let start = kernel.structure == mk_shared_triangular ? 0 : k * size
          let factor = UnsafeBufferPointer(rebasing: factors[start..<start + size])
          if diagonal {
            updateDiagonal(k, counts[k], block, factor, &means, &covariances)
          } else {
            updateTriangular(k, counts[k], block, factor, &means, &covariances)
          }
        }
      }
    }
    var scatters = Scatters(
      dimension: d, counts: counts, covariances: covariances, previous: isStart ? nil : entering.covariances)
    prior?.apply(to: &scatters, means: &means)
    if restricting { family.project(&scatters) }
    let parameters = Parameters(
      dimension: d, weights: counts.map { $0 / total }, means: means, covariances: scatters.covariances,
      noise: noiseLogDensity.map { UniformNoise(weight: noiseCount / total, logDensity: $0) })
    return (parameters, counts)
  }

  private func updateDiagonal(
    _ k: Int, _ count: Double, _ block: UnsafeBufferPointer<Double>, _ scales: UnsafeBufferPointer<Double>,
    _ means: inout [Double], _ covariances: inout [Double]
  ) {
    let d = rows.dimension
    for j in 0..<d {
      let shift = block[j] / count
      means[k * d + j] += shift / scales[j]
      let variance = max(block[d + j] / count - shift * shift, 0)
      covariances[(k * d + j) * d + j] = variance / (scales[j] * scales[j]) + floor[j]
    }
  }

  private func updateTriangular(
    _ k: Int, _ count: Double, _ block: UnsafeBufferPointer<Double>, _ factor: UnsafeBufferPointer<Double>,
    _ means: inout [Double], _ covariances: inout [Double]
  ) {
    let d = rows.dimension
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * d * d + d) { space in
      // L with its own diagonal, B, L B, and ȳ.
      let (lower, scatter, product, shift) = (0, d * d, 2 * d * d, 3 * d * d)
      for j in 0..<d {
        space[shift + j] = block[j] / count
        for i in 0..<j { space[lower + j * d + i] = factor[j * d + i] }
        space[lower + j * d + j] = 1 / factor[j * d + j]
      }
      for j in 0..<d {
        for i in 0...j {
          let value = block[d + j * d + i] / count - space[shift + i] * space[shift + j]
          space[scatter + j * d + i] = value
          space[scatter + i * d + j] = value
        }
      }
      for j in 0..<d {
        var move = 0.0
        for i in 0...j { move += space[lower + j * d + i] * space[shift + i] }
        means[k * d + j] += move
        for column in 0..<d { space[product + j * d + column] = 0 }
        for i in 0...j {
          let scale = space[lower + j * d + i]
          for column in 0..<d { space[product + j * d + column] += scale * space[scatter + i * d + column] }
        }
      }
      covariances.withUnsafeMutableBufferPointer { covariances in
        for j in 0..<d {
          for column in 0...j {
            var sum = 0.0
            for i in 0...column { sum += space[product + j * d + i] * space[lower + column * d + i] }
            covariances[(k * d + j) * d + column] = sum
            covariances[(k * d + column) * d + j] = sum
          }
          covariances[(k * d + j) * d + j] += floor[j]
        }
      }
    }
  }
}
