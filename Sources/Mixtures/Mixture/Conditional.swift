/// What a mixture says of some columns once the values of others are known.
package struct Conditional: Sendable, Hashable {
  /// p(x_a | x_b), the components numbered as before.
  package let mixture: GaussianMixture
  /// log p(x_b), in nats.
  package let logDensity: Double
  /// How far the given values lie from the nearest component, in its standard deviations: the least Mahalanobis
  /// distance of x_b.
  package let distance: Double
}

extension GaussianMixture {
  /// p(x_a | x_b) = Σₖ πₖ′ N(x_a | μ_a + Σ_ab Σ_bb⁻¹ (x_b − μ_b), Σ_aa − Σ_ab Σ_bb⁻¹ Σ_ba), with πₖ′ proportional to
  /// πₖ N(x_b | μ_b, Σ_bb) (Bishop, *Pattern Recognition and Machine Learning*, 2.81, 2.82).
  ///
  /// One Cholesky factor of each component, with the given columns first, holds all of it: L = [L_b 0; B L_s] gives
  /// y = L_b⁻¹ (x_b − μ_b), the mean μ_a + B y and the covariance L_s L_sᵀ, which is positive definite whatever the
  /// rounding.
  ///
  /// - Parameters:
  ///   - columns: the columns a, in the order of the result; those of neither a nor b are integrated out.
  ///   - given: the columns b and their values, which are finite.
  /// - Returns: nil where a value lies so far out that its distance or a mean is beyond the range of doubles.
  /// - Precondition: the mixture has no noise; no column is named twice; at least one is in a.
  package func conditional(columns: [Int], given: [(column: Int, value: Double)]) -> Conditional? {
    if given.isEmpty { return Conditional(mixture: marginal(columns: columns), logDensity: 0, distance: 0) }
    let (a, b) = (columns.count, given.count)
    let ordered = marginal(columns: given.map(\.column) + columns)
    var offsets: [Double] = []
    var whitened: [[Double]] = []
    var means: [Double] = []
    var schur: [Matrix] = []
    for k in 0..<components {
      guard let factor = Cholesky(ordered.covariances[k]) else { return nil }
      func lower(_ i: Int, _ j: Int) -> Double { factor.lower[i * (a + b) + j] }
      var y = (0..<b).map { given[$0].value - ordered.means[k, $0] }
      for j in 0..<b {
        for i in 0..<j { y[j] -= lower(j, i) * y[i] }
        y[j] /= lower(j, j)
      }
      means += (b..<a + b).map { i in (0..<b).reduce(ordered.means[k, i]) { $0 + lower(i, $1) * y[$1] } }
      var rest = Matrix(rows: a, columns: a)
      for i in 0..<a {
        for j in 0...i {
          rest[i, j] = (0...j).reduce(0) { $0 + lower(b + i, b + $1) * lower(b + j, b + $1) }
          rest[j, i] = rest[i, j]
        }
      }
      schur.append(rest)
      whitened.append(y)
      let logDeterminant = (0..<b).reduce(0) { $0 + Elementary.log(lower($1, $1)) }
      offsets.append(Elementary.log(weights[k]) - 0.5 * Double(b) * Elementary.logTwoPi - logDeterminant)
    }
    guard means.allSatisfy(\.isFinite), let shares = FarShares(offsets: offsets, whitened: whitened) else { return nil }
    return Conditional(
      mixture: GaussianMixture(trusted: shares.shares, Matrix(rows: components, columns: a, values: means), schur),
      logDensity: shares.logDensity, distance: shares.distance)
  }
}

/// The shares πₖ N(x | μₖ, Σₖ) / p(x) of a point however far it lies from every component: squared distances are taken
/// in units of the longest one, so that none is beyond the range of doubles, and the exponentials against the nearest.
struct FarShares {
  /// K numbers that add up to 1.
  let shares: [Double]
  /// log p(x), in nats; −∞ where it is below the range of doubles.
  let logDensity: Double
  /// minₖ |yₖ|
  let distance: Double

  /// - Parameters:
  ///   - offsets: log πₖ − ½ d log 2π − log det Lₖ; −∞ for a component of weight 0.
  ///   - whitened: yₖ = Lₖ⁻¹ (x − μₖ).
  /// - Returns: nil where a coordinate is not finite.
  init?(offsets: [Double], whitened: [[Double]]) {
    guard whitened.joined().allSatisfy(\.isFinite) else { return nil }
    let unit = whitened.joined().reduce(0) { max($0, abs($1)) }
    let squares = whitened.map { y in unit > 0 ? y.reduce(0) { $0 + ($1 / unit) * ($1 / unit) } : 0 }
    let present = offsets.indices.filter { offsets[$0] > -.infinity }
    guard let least = present.map({ squares[$0] }).min() else { return nil }
    let logs = offsets.indices.map { k in
      offsets[k] > -.infinity ? offsets[k] - 0.5 * (unit * (unit * (squares[k] - least))) : -.infinity
    }
    let total = Elementary.logSumExp(logs)
    let weights = logs.map { Elementary.exp($0 - total) }
    let sum = weights.reduce(0, +)
    shares = weights.map { $0 / sum }
    logDensity = total - 0.5 * (unit * (unit * least))
    distance = unit * least.squareRoot()
  }
}
