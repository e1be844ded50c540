internal import MixtureKernels

/// Parameters in the form the kernels take, in coordinates shifted by the rows' centre.
struct KernelMixture {
  let structure: mk_structure
  /// Those of the kernels: the noise is the last one, if any, with factors of 0 so that no distance counts.
  let components: Int
  let dimension: Int
  /// Σ π = 1.
  let weights: [Double]
  /// K × d, shifted; whitened when the factor is shared.
  let means: [Double]
  /// Lower Cholesky factors with reciprocal diagonals, or reciprocal standard deviations.
  let factors: [Double]
  /// log πₖ − ½ d log 2π − log det Lₖ
  var offsets: [Double]

  /// Any mixture, each component with its own Cholesky factor.
  init(_ mixture: GaussianMixture, shift: [Double]) {
    let parameters = Parameters(mixture, shift: shift)
    if let kernel = KernelMixture(parameters, structure: mk_triangular) {
      self = kernel
      return
    }
    // A mixture holds positive definite covariances only, so this has no density to speak of.
    structure = mk_triangular
    components = mixture.components
    dimension = mixture.dimension
    weights = mixture.weights
    means = parameters.means
    factors = Array(repeating: 0, count: components * dimension * dimension)
    offsets = Array(repeating: -.infinity, count: components)
  }

  /// - Returns: nil when a covariance has no Cholesky factor.
  init?(_ parameters: Parameters, structure: mk_structure) {
    guard case .success(let kernel) = KernelMixture.make(parameters, structure: structure) else { return nil }
    self = kernel
  }

  /// Parameters whose covariances are identities: nothing to factor.
  init(unit parameters: Parameters, structure: mk_structure) {
    let (count, d) = (parameters.components, parameters.dimension)
    let factor = structure.isDiagonal ? Array(repeating: 1.0, count: d) : Matrix.identity(d).values
    self.init(
      parameters, structure, means: parameters.means, factors: Array((0..<count).map { _ in factor }.joined()),
      logDets: Array(repeating: 0, count: count))
  }

  private init(
    _ parameters: Parameters, _ structure: mk_structure, means: [Double], factors: [Double], logDets: [Double]
  ) {
    let d = parameters.dimension
    self.structure = structure
    dimension = d
    guard let noise = parameters.noise else {
      components = parameters.components
      weights = parameters.weights
      self.means = means
      self.factors = factors
      offsets = Self.offsets(weights: parameters.weights, logDets: logDets, dimension: d)
      return
    }
    components = parameters.components + 1
    weights = parameters.weights + [noise.weight]
    self.means = means + Array(repeating: 0, count: d)
    self.factors = factors + Array(repeating: 0, count: structure.isDiagonal ? d : d * d)
    offsets =
      Self.offsets(weights: parameters.weights, logDets: logDets, dimension: d)
      + [Elementary.log(noise.weight) + noise.logDensity]
  }

  /// Weights, means and factors as they are, without noise; `logDets` are the log det Lₖ.
  init(
    _ structure: mk_structure, dimension: Int, weights: [Double], means: [Double], factors: [Double],
    logDets: [Double]
  ) {
    self.structure = structure
    self.dimension = dimension
    self.weights = weights
    self.means = means
    self.factors = factors
    components = weights.count
    offsets = Self.offsets(weights: weights, logDets: logDets, dimension: dimension)
  }

  private static func offsets(weights: [Double], logDets: [Double], dimension: Int) -> [Double] {
    let constant = 0.5 * Double(dimension) * Elementary.logTwoPi
    var result = weights
    result.withUnsafeMutableBufferPointer { Elementary.takeLogs($0) }
    for k in result.indices { result[k] = result[k] - constant - logDets[k] }
    return result
  }

  /// - Returns: the component whose covariance has no Cholesky factor, on failure.
  static func make(_ parameters: Parameters, structure: mk_structure) -> Result<KernelMixture, Degenerate> {
    let (count, d) = (parameters.components, parameters.dimension)
    switch structure {
    case mk_diagonal, mk_spherical:
      var scales = Array(repeating: 0.0, count: count * d)
      var logs = scales
      for k in 0..<count {
        for j in 0..<d {
          let variance = parameters.covariances[(k * d + j) * d + j]
          guard variance > 0x1p-1000, variance.isFinite else { return .failure(Degenerate(component: k)) }
          scales[k * d + j] = 1 / variance.squareRoot()
          logs[k * d + j] = variance
        }
      }
      let logDets = Self.sumsOfLogs(logs, times: 0.5, dimension: d)
      return .success(.init(parameters, structure, means: parameters.means, factors: scales, logDets: logDets))
    case mk_shared_triangular:
      guard let factor = Cholesky(parameters.covariances[..<(d * d)], dimension: d) else {
        return .failure(Degenerate(component: 0))
      }
      let whitened = (0..<count).flatMap { factor.whiten(Array(parameters.means[$0 * d..<($0 + 1) * d])) }
      let logDet = 0.5 * factor.logDeterminant
      return .success(
        .init(
          parameters, structure, means: whitened, factors: factor.kernelFactor,
          logDets: Array(repeating: logDet, count: count)))
    default:
      var factors = parameters.covariances
      var pivots = Array(repeating: 0.0, count: count * d)
      let degenerate = factors.withUnsafeMutableBufferPointer { factors -> Int? in
        for k in 0..<count {
          let factor = UnsafeMutableBufferPointer(rebasing: factors[k * d * d..<(k + 1) * d * d])
          guard Cholesky.factor(factor, dimension: d) else { return k }
          for j in 0..<d {
            pivots[k * d + j] = factor[j * d + j]
            factor[j * d + j] = 1 / factor[j * d + j]
          }
        }
        return nil
      }
      if let degenerate { return .failure(Degenerate(component: degenerate)) }
      let logDets = Self.sumsOfLogs(pivots, dimension: d)
      return .success(.init(parameters, structure, means: parameters.means, factors: factors, logDets: logDets))
    }
  }

  /// Σⱼ log xₖⱼ of K × d numbers, each logarithm first multiplied by a factor.
  private static func sumsOfLogs(_ numbers: consuming [Double], times factor: Double = 1, dimension d: Int) -> [Double]
  {
    numbers.withUnsafeMutableBufferPointer { Elementary.takeLogs($0) }
    return (0..<numbers.count / max(d, 1)).map { k in (0..<d).reduce(0) { $0 + factor * numbers[k * d + $1] } }
  }

  struct Degenerate: Error { let component: Int }

  /// Sums of a pass with a second moment for every column. Where the kernels know only their trace, every column has the
  /// same share of the variance, Σ r y² − (Σ r y)² / Σ r.
  func expanded(_ sums: [Double]) -> [Double] {
    guard structure == mk_spherical else { return sums }
    let d = dimension
    var result = [sums[0]]
    result.reserveCapacity(1 + components * (1 + 2 * d))
    for k in 0..<components {
      let (from, scale) = (1 + k * (2 + d), factors[k * d])
      let count = sums[from]
      let first = (0..<d).map { sums[from + 1 + $0] * scale }
      let squares = first.map { count > 0 ? $0 * $0 / count : 0 }
      let share = (sums[from + 1 + d] * scale * scale - squares.reduce(0, +)) / Double(d)
      result.append(count)
      result += first
      result += squares.map { $0 + share }
    }
    return result
  }

  /// Lends the C view of these parameters.
  func withKernel<Result>(_ body: (UnsafePointer<mk_mixture>) -> Result) -> Result {
    means.withUnsafeBufferPointer { means in
      factors.withUnsafeBufferPointer { factors in
        offsets.withUnsafeBufferPointer { offsets in
          var view = mk_mixture(
            structure: Int32(structure.rawValue), components: components, means: means.baseAddress,
            factors: factors.baseAddress, offsets: offsets.baseAddress)
          return body(&view)
        }
      }
    }
  }
}
