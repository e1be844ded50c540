/// A small change of a mixture's parameters, means and covariances in units of each component's Cholesky factor Lₖ.
struct Displacement {
  fileprivate let components: Int
  fileprivate let dimension: Int
  /// Δπₖ, K numbers; Lₖ⁻¹ Δμₖ, K × d; Lₖ⁻¹ ΔΣₖ Lₖ⁻ᵀ, K × d × d.
  fileprivate var values: [Double]

  fileprivate var means: Int { components }
  fileprivate var covariances: Int { components * (1 + dimension) }

  /// A displacement without any symmetry, always the same for parameters of one shape.
  static func random(like parameters: Parameters) -> Displacement {
    var generator = SeededGenerator(seed: 1).stream(named: "displacement")
    let (count, d) = (parameters.components, parameters.dimension)
    var result = Displacement(
      components: count, dimension: d, values: Array(repeating: 0, count: count * (1 + d + d * d)))
    for k in 0..<count {
      for i in 0..<d {
        for j in 0...i {
          let entry = generator.normal()
          result.values[result.covariances + (k * d + i) * d + j] = entry
          result.values[result.covariances + (k * d + j) * d + i] = entry
        }
      }
    }
    for e in 0..<count * d { result.values[result.means + e] = generator.normal() }
    return result
  }

  /// The largest entry of a mean's or covariance's change, in standard deviations.
  var largest: Double {
    var result = 0.0
    for e in means..<values.count { result = max(result, abs(values[e])) }
    return result
  }

  static func *= (a: inout Displacement, factor: Double) {
    for e in a.values.indices { a.values[e] *= factor }
  }

  /// Adds a multiple of another one.
  mutating func add(_ other: Displacement, times factor: Double) {
    for e in values.indices { values[e] += factor * other.values[e] }
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
    var result = Displacement(
      components: count, dimension: d, values: new.weights + new.means + new.covariances)
    let (means, covariances) = (result.means, result.covariances)
    for k in 0..<count { result.values[k] -= old.weights[k] }
    for e in 0..<count * d { result.values[means + e] -= old.means[e] }
    for e in 0..<count * d * d { result.values[covariances + e] -= old.covariances[e] }
    result.values.withUnsafeMutableBufferPointer { values in
      factors.withUnsafeBufferPointer { factors in
        guard let factors = factors.baseAddress, let values = values.baseAddress else { return }
        for k in 0..<count {
          Cholesky.whiten(values + means + k * d, vectorBy: factors + k * d * d, dimension: d)
          Cholesky.whiten(values + covariances + k * d * d, by: factors + k * d * d, dimension: d)
        }
      }
    }
    return result
  }

  /// The product by the information of the complete data about a row, in which EM's matrix is symmetric:
  /// Σₖ Δπₖ Δ′πₖ/πₖ + πₖ Δμₖ·Δ′μₖ + ½ πₖ ΔΣₖ·Δ′Σₖ.
  func inner(_ a: Displacement, _ b: Displacement) -> Double {
    let (count, d) = (center.components, center.dimension)
    var sum = 0.0
    for k in 0..<count {
      let weight = max(center.weights[k], 0x1p-52)
      var (mean, covariance) = (0.0, 0.0)
      for e in a.means + k * d..<a.means + (k + 1) * d { mean += a.values[e] * b.values[e] }
      for e in a.covariances + k * d * d..<a.covariances + (k + 1) * d * d { covariance += a.values[e] * b.values[e] }
      sum += a.values[k] * b.values[k] / weight + weight * (mean + covariance / 2)
    }
    return sum
  }

  /// The length by that product.
  func size(of displacement: Displacement) -> Double { inner(displacement, displacement).squareRoot() }

  /// The centre moved by a multiple of a displacement.
  func displaced(by displacement: Displacement, _ scale: Double) -> Parameters {
    let (count, d) = (center.components, center.dimension)
    var result = center
    withUnsafeTemporaryAllocation(of: Double.self, capacity: d * d) { half in
      for k in 0..<count {
        let share = center.weights[k]
        result.weights[k] = max(share + scale * displacement.values[k], share / 2)
        let (vector, block) = (k * d, k * d * d)
        // L times the scaled change, and of a covariance's that times Lᵀ.
        for i in 0..<d {
          for j in 0..<d { half[i * d + j] = 0 }
          for l in 0...i {
            let factor = scale * factors[block + i * d + l]
            result.means[vector + i] += factor * displacement.values[displacement.means + vector + l]
            let row = displacement.covariances + block + l * d
            for j in 0..<d { half[i * d + j] += factor * displacement.values[row + j] }
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
