internal import MixtureKernels

/// The log-likelihood of rows over a few parameters of a mixture, all others held where they are.
///
/// EM within a slice moves its parameters alone: the E step is EM's, the M step maximises the same bound over the slice
/// (Meng & Rubin 1993, §2, with the rest as the constraint). Every step of it climbs, and its path lies on the surface.
package struct LikelihoodSlice: Sendable {
  package enum Parameter: Sendable, Hashable {
    /// μₖⱼ, in data units.
    case mean(component: Int, column: Int)
    /// σₖ of a mixture in one dimension, in data units.
    case deviation(component: Int)
    /// πₖ; the weights outside the slice share what is left in the proportions they have.
    case weight(component: Int)
  }

  /// A place in the slice and the log-likelihood there.
  package struct Place: Sendable, Hashable {
    /// In the order of the parameters.
    package let values: [Double]
    /// ℓ in nats.
    package let logLikelihood: Double
  }

  package let parameters: [Parameter]
  package let mixture: GaussianMixture
  private let base: Parameters
  private let samples: Samples
  private let rows: CenteredRows

  /// - Parameter parameters: of the mixture, each named once; deviations only in one dimension.
  package init(_ mixture: GaussianMixture, _ samples: Samples, over parameters: [Parameter]) {
    self.parameters = parameters
    self.mixture = mixture
    self.samples = samples
    rows = CenteredRows(samples, shift: samples.mean)
    base = Parameters(mixture, shift: rows.shift)
  }

  /// Where the mixture itself lies in the slice.
  package var origin: [Double] {
    parameters.map { parameter in
      switch parameter {
      case .mean(let k, let j): mixture.means[k, j]
      case .deviation(let k): mixture.covariances[k][0, 0].squareRoot()
      case .weight(let k): mixture.weights[k]
      }
    }
  }

  /// ℓ in nats; −∞ where a value is none a mixture can have.
  package func logLikelihood(at values: [Double]) -> Double {
    guard let kernel = kernel(at: values) else { return -.infinity }
    let level = rows.pass(kernel).logLikelihood
    return level.isNaN ? -.infinity : level
  }

  /// ℓ of a slice over two parameters at the nodes of a grid: rows of constant y, each over all x.
  package func logLikelihoods(x: [Double], y: [Double], threads: Int) -> [Double] {
    SliceSurface(self, samples, x: x, y: y).values(threads: threads)
  }

  /// The lower bound on ℓ that the E step at one place makes, at other places: Σᵢₖ rᵢₖ log (πₖ N(xᵢ | k) / rᵢₖ) with
  /// the responsibilities of `place`. It touches ℓ there and lies nowhere above it.
  package func lowerBound(touchingAt place: [Double], at points: [[Double]]) -> [Double] {
    guard let kernel = kernel(at: place) else { return points.map { _ in .nan } }
    let entering = rows.evaluation(kernel)
    return points.map { point in
      self.kernel(at: point).map { rows.evaluation($0).lowerBound(under: entering) } ?? -.infinity
    }
  }

  /// EM within the slice, from a place until a step gains less than `tolerance` nats.
  ///
  /// - Returns: the places in order, the first one included; none where ℓ is not finite.
  package func climb(from values: [Double], tolerance: Double = 1e-7, maxSteps: Int = 500) -> [Place] {
    var places: [Place] = []
    var next: [Double]? = values
    while let values = next, places.count <= maxSteps {
      let level = logLikelihood(at: values)
      guard level.isFinite else { break }
      places.append(Place(values: values, logLikelihood: level))
      if places.count > 1, level - places[places.count - 2].logLikelihood < tolerance { break }
      next = step(from: values)
    }
    return places
  }

  // MARK: The mixture at a place

  private func kernel(at values: [Double]) -> KernelMixture? {
    parameters(at: values).flatMap {
      KernelMixture($0, structure: base.dimension == 1 ? mk_diagonal : mk_triangular)
    }
  }

  private func parameters(at values: [Double]) -> Parameters? {
    guard let weights = weights(at: values) else { return nil }
    var result = base
    result.weights = weights
    for (parameter, value) in zip(parameters, values) {
      switch parameter {
      case .mean(let k, let j): result.means[k * base.dimension + j] = value - rows.shift[j]
      case .deviation(let k): result.covariances[k] = value * value
      case .weight: break
      }
    }
    return result
  }

  /// The weights at a place; nil where a value, of a weight or another parameter, is none a mixture can have.
  func weights(at values: [Double]) -> [Double]? {
    var result = mixture.weights
    var free: Set<Int> = []
    for (parameter, value) in zip(parameters, values) {
      switch parameter {
      case .mean: guard value.isFinite else { return nil }
      case .deviation: guard value.isFinite, value > 0 else { return nil }
      case .weight(let k):
        guard value > 0, value < 1 else { return nil }
        result[k] = value
        free.insert(k)
      }
    }
    if free.isEmpty { return result }
    let held = result.indices.filter { !free.contains($0) }
    let left = 1 - free.reduce(0) { $0 + result[$1] }
    let sum = held.reduce(0) { $0 + mixture.weights[$1] }
    guard left > 0, sum > 0 else { return nil }
    for k in held { result[k] = mixture.weights[k] * left / sum }
    return result
  }

  /// μₖ and Σₖ at a place, in data units.
  func component(_ k: Int, at values: [Double]) -> (mean: [Double], covariance: Matrix) {
    var (mean, covariance) = (mixture.means[row: k], mixture.covariances[k])
    for (parameter, value) in zip(parameters, values) {
      switch parameter {
      case .mean(k, let j): mean[j] = value
      case .deviation(k): covariance[0, 0] = value * value
      default: break
      }
    }
    return (mean, covariance)
  }

  // MARK: The M step within the slice

  /// One step of EM that moves the parameters of the slice alone; nil where a component has lost its rows.
  package func step(from values: [Double]) -> [Double]? {
    guard let present = parameters(at: values), let kernel = kernel(at: values) else { return nil }
    let shares = rows.evaluation(kernel).responsibilities
    let components = Set(
      parameters.map { parameter in
        switch parameter {
        case .mean(let k, _), .deviation(let k), .weight(let k): k
        }
      })
    var result = values
    for k in components.sorted() {
      let moments = moments(of: k, shares)
      guard moments.count > 0, let mean = mean(of: k, present, moments.mean) else { return nil }
      for (index, parameter) in parameters.enumerated() {
        switch parameter {
        case .mean(k, let j): result[index] = mean[j] + rows.shift[j]
        case .weight(k): result[index] = moments.count / samples.totalWeight
        case .deviation(k):
          let apart = moments.mean[0] - mean[0]
          result[index] = (moments.variance + apart * apart).squareRoot()
        default: break
        }
      }
    }
    return result
  }

  /// nₖ = Σᵢ wᵢ rᵢₖ, Σᵢ wᵢ rᵢₖ xᵢ / nₖ (shifted) and, of the first column, Σᵢ wᵢ rᵢₖ (xᵢ − mean)² / nₖ.
  private func moments(of k: Int, _ shares: Matrix) -> (count: Double, mean: [Double], variance: Double) {
    let d = base.dimension
    var count = 0.0
    var mean = Array(repeating: 0.0, count: d)
    for i in 0..<shares.rows {
      let share = samples.weight(i) * shares[i, k]
      count += share
      for j in 0..<d { mean[j] += share * (samples[i, j] - rows.shift[j]) }
    }
    for j in 0..<d { mean[j] /= count }
    var variance = 0.0
    for i in 0..<shares.rows {
      let apart = samples[i, 0] - rows.shift[0] - mean[0]
      variance += samples.weight(i) * shares[i, k] * apart * apart
    }
    return (count, mean, variance / count)
  }

  /// The mean that maximises the bound while its columns outside the slice stay: with P = Σ⁻¹, S the columns that move
  /// and R the rest, μ_S = x̄_S + P_SS⁻¹ P_SR (x̄_R − μ_R).
  private func mean(of k: Int, _ present: Parameters, _ average: [Double]) -> [Double]? {
    let d = base.dimension
    let moving = (0..<d).filter { parameters.contains(.mean(component: k, column: $0)) }
    let component = present.component(k)
    var mean = component.mean
    if moving.isEmpty { return mean }
    let staying = (0..<d).filter { !moving.contains($0) }
    guard let precision = Cholesky(component.covariance)?.inverse else { return nil }
    let own = Matrix(
      rows: moving.count, columns: moving.count, values: moving.flatMap { a in moving.map { precision[a, $0] } })
    guard let inverse = Cholesky(own)?.inverse else { return nil }
    let pull = moving.map { a in staying.reduce(0) { $0 + precision[a, $1] * (average[$1] - mean[$1]) } }
    for (a, j) in moving.enumerated() {
      mean[j] = average[j] + moving.indices.reduce(0) { $0 + inverse[a, $1] * pull[$1] }
    }
    return mean
  }
}
