/// A small change of a mixture's parameters, means and covariances in units of each component's Cholesky factor Lₖ.
struct Displacement {
  /// Δπₖ, K numbers.
  fileprivate var weights: [Double]
  /// Lₖ⁻¹ Δμₖ, K × d.
  fileprivate var means: [Double]
  /// Lₖ⁻¹ ΔΣₖ Lₖ⁻ᵀ, K × d × d.
  fileprivate var covariances: [Double]

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
  var largest: Double {
    var result = 0.0
    for entry in means { result = max(result, abs(entry)) }
    for entry in covariances { result = max(result, abs(entry)) }
    return result
  }
}

/// Parameters about which displacements are measured: their factors set the units.
struct DisplacementFrame {
  let center: Parameters
  /// Lₖ, K × d × d.
  private let factors: [Double]

  /// Nil where a covariance cannot be factored.
  init?(at center: Parameters) {
    let d = center.dimension
    var factors = center.covariances
    let whole = factors.withUnsafeMutableBufferPointer { factors in
      (0..<center.components).allSatisfy {
        Cholesky.factor(UnsafeMutableBufferPointer(rebasing: factors[$0 * d * d..<($0 + 1) * d * d]), dimension: d)
      }
    }
    guard whole else { return nil }
    (self.center, self.factors) = (center, factors)
  }

  /// The change from one neighbour of the centre to another.
  func displacement(from old: Parameters, to new: Parameters) -> Displacement {
    let (d, count) = (center.dimension, center.components)
    var result = Displacement(weights: new.weights, means: new.means, covariances: new.covariances)
    for k in 0..<count { result.weights[k] -= old.weights[k] }
    for e in 0..<count * d { result.means[e] -= old.means[e] }
    for e in 0..<count * d * d { result.covariances[e] -= old.covariances[e] }
    result.means.withUnsafeMutableBufferPointer { means in
      result.covariances.withUnsafeMutableBufferPointer { covariances in
        factors.withUnsafeBufferPointer { factors in
          guard let factors = factors.baseAddress, let means = means.baseAddress,
            let covariances = covariances.baseAddress
          else { return }
          for k in 0..<count {
            Cholesky.whiten(means + k * d, vectorBy: factors + k * d * d, dimension: d)
            Cholesky.whiten(covariances + k * d * d, by: factors + k * d * d, dimension: d)
          }
        }
      }
    }
    return result
  }

  /// The length by the information of the complete data about a row, in which EM's matrix is symmetric:
  /// √(Σₖ Δπₖ²/πₖ + πₖ |Δμₖ|² + ½ πₖ |ΔΣₖ|²).
  func size(of displacement: Displacement) -> Double {
    let (count, d) = (center.components, center.dimension)
    var sum = 0.0
    for k in 0..<count {
      let weight = max(center.weights[k], 0x1p-52)
      var (mean, covariance) = (0.0, 0.0)
      for e in k * d..<(k + 1) * d { mean += displacement.means[e] * displacement.means[e] }
      for e in k * d * d..<(k + 1) * d * d {
        covariance += displacement.covariances[e] * displacement.covariances[e]
      }
      sum += displacement.weights[k] * displacement.weights[k] / weight + weight * (mean + covariance / 2)
    }
    return sum.squareRoot()
  }

  /// The centre moved by a multiple of a displacement.
  func displaced(by displacement: Displacement, _ scale: Double) -> Parameters {
    let (count, d) = (center.components, center.dimension)
    var result = center
    withUnsafeTemporaryAllocation(of: Double.self, capacity: d * d) { half in
      for k in 0..<count {
        let share = center.weights[k]
        result.weights[k] = max(share + scale * displacement.weights[k], share / 2)
        let (vector, block) = (k * d, k * d * d)
        // L times the scaled change, and of a covariance's that times Lᵀ.
        for i in 0..<d {
          for j in 0..<d { half[i * d + j] = 0 }
          for l in 0...i {
            let factor = scale * factors[block + i * d + l]
            result.means[vector + i] += factor * displacement.means[vector + l]
            for j in 0..<d { half[i * d + j] += factor * displacement.covariances[block + l * d + j] }
          }
        }
        for i in 0..<d {
          for j in 0...i {
            var move = 0.0
            for l in 0...j { move += half[i * d + l] * factors[block + j * d + l] }
            result.covariances[block + i * d + j] += move
            if j < i { result.covariances[block + j * d + i] += move }
          }
        }
      }
    }
    let total = result.weights.reduce(result.noise?.weight ?? 0, +)
    for k in result.weights.indices { result.weights[k] /= total }
    result.noise = result.noise?.weighing((result.noise?.weight ?? 0) / total)
    return result
  }
}
