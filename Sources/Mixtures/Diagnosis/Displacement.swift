/// A small change of a mixture's parameters, means and covariances in units of each component's Cholesky factor Lₖ.
struct Displacement {
  /// Δπₖ, K numbers.
  private var weights: [Double]
  /// Lₖ⁻¹ Δμₖ, K × d.
  private var means: [Double]
  /// Lₖ⁻¹ ΔΣₖ Lₖ⁻ᵀ, K × d × d.
  private var covariances: [Double]

  /// The change between two neighbours of `center`, whose factors set the units; nil when it has none.
  init?(from old: Parameters, to new: Parameters, at center: Parameters) {
    let d = center.dimension
    weights = zip(new.weights, old.weights).map { $0 - $1 }
    (means, covariances) = ([], [])
    for k in 0..<center.components {
      guard let factor = Cholesky(center.component(k).covariance) else { return nil }
      let (before, after) = (old.component(k), new.component(k))
      means += factor.whiten((0..<d).map { after.mean[$0] - before.mean[$0] })
      let change = (0..<d * d).map { after.covariance.values[$0] - before.covariance.values[$0] }
      covariances += factor.whiten(Matrix(rows: d, columns: d, values: change)).values
    }
  }

  private init(weights: [Double], means: [Double], covariances: [Double]) {
    (self.weights, self.means, self.covariances) = (weights, means, covariances)
  }

  /// A displacement without any symmetry, always the same for parameters of one shape.
  static func random(like parameters: Parameters) -> Displacement {
    var generator = SeededGenerator(seed: 1).stream(named: "displacement")
    let (count, d) = (parameters.components, parameters.dimension)
    var covariances = Array(repeating: 0.0, count: count * d * d)
    for k in 0..<count {
      for i in 0..<d {
        for j in 0...i {
          covariances[(k * d + i) * d + j] = generator.normal()
          covariances[(k * d + j) * d + i] = covariances[(k * d + i) * d + j]
        }
      }
    }
    let means = (0..<count * d).map { _ in generator.normal() }
    return Displacement(weights: Array(repeating: 0, count: count), means: means, covariances: covariances)
  }

  /// The largest entry of a mean's or covariance's change, in standard deviations.
  var largest: Double { (means + covariances).reduce(0) { max($0, abs($1)) } }

  /// The length by the information of the complete data about a row, in which EM's matrix is symmetric:
  /// √(Σₖ Δπₖ²/πₖ + πₖ |Δμₖ|² + ½ πₖ |ΔΣₖ|²).
  func size(at center: Parameters) -> Double {
    let (count, d) = (center.components, center.dimension)
    var sum = 0.0
    for k in 0..<count {
      let weight = max(center.weights[k], 0x1p-52)
      let mean = means[k * d..<(k + 1) * d].reduce(0) { $0 + $1 * $1 }
      let covariance = covariances[k * d * d..<(k + 1) * d * d].reduce(0) { $0 + $1 * $1 }
      sum += weights[k] * weights[k] / weight + weight * (mean + covariance / 2)
    }
    return sum.squareRoot()
  }

  fileprivate func apply(_ scale: Double, to parameters: inout Parameters) {
    let d = parameters.dimension
    for k in 0..<parameters.components {
      let (mean, covariance) = parameters.component(k)
      guard let factor = Cholesky(covariance) else { continue }
      let share = parameters.weights[k]
      parameters.weights[k] = max(share + scale * weights[k], share / 2)
      let move = factor.color(means[k * d..<(k + 1) * d].map { $0 * scale })
      // L S Lᵀ, column by column and row by row.
      let columns = (0..<d).map { j in factor.color((0..<d).map { scale * covariances[(k * d + $0) * d + j] }) }
      for i in 0..<d {
        parameters.means[k * d + i] = mean[i] + move[i]
        let row = factor.color((0..<d).map { columns[$0][i] })
        for j in 0..<d { parameters.covariances[(k * d + i) * d + j] += row[j] }
      }
    }
    let total = parameters.weights.reduce(parameters.noise?.weight ?? 0, +)
    for k in parameters.weights.indices { parameters.weights[k] /= total }
    parameters.noise = parameters.noise?.weighing((parameters.noise?.weight ?? 0) / total)
  }
}

extension Parameters {
  /// These parameters moved by a multiple of a displacement.
  func displaced(by displacement: Displacement, _ scale: Double) -> Parameters {
    var result = self
    displacement.apply(scale, to: &result)
    return result
  }
}
