/// One orientation D for all components: the minimum of the geometric mean, or of the sum, of the volumes
/// vₖ = |diag(Dᵀ Sₖ D)|^(1/d), weighted by nₖ.
///
/// The geometric mean is Flury's criterion for common principal components (VVE), the sum the one that one volume for
/// all leaves (EVE: Browne & McNicholas, Adv. Data Anal. Classif. 8 (2014), 217–226). It may have several minima. A
/// search turns D in one plane of two axes after another, as Flury & Gautschi (SIAM J. Sci. Stat. Comput. 7 (1986),
/// 169–184), by the best of several angles; from there Newton's method for the angles of all planes together leads
/// down to the minimum, to rounding. The criterion never rises.
struct CommonAxes {
  enum Volume { case own, shared }

  let dimension: Int
  let volume: Volume
  let shares: [Double]
  /// What the Sₖ are measured in, so that no product overflows.
  private let unit: Double
  /// D, d × d, row-major: a column is an axis.
  var directions: [Double]
  /// Dᵀ Sₖ D / unit, K × d × d
  var turned: [Double]
  /// log vₖ of these, kept up to date from turn to turn and worked out anew every round; −∞ where a variance is 0.
  var logVolumes: [Double]
  /// The weight of each component in the gradient: nₖ / n, times vₖ where volumes are added.
  var pulls: [Double]
  /// Of the plane in hand: half the sum and half the difference of the two variances, and the covariance.
  var plane: [(sum: Double, difference: Double, product: Double)]

  /// Turns that add up to less than this, as tangents, lead to no other minimum than the one that was near before.
  private static let near = 0.02
  /// A Newton step below this ends at the minimum to rounding, since the next one would be its square.
  private static let settled = 1e-8

  init(of scatters: Scatters, volume: Volume) {
    let (d, count) = (scatters.dimension, scatters.components)
    dimension = d
    self.volume = volume
    shares = scatters.shares
    var largest = 0.0
    for entry in scatters.covariances { largest = max(largest, abs(entry)) }
    unit = largest > 0 && largest.isFinite ? largest.binade : 1
    turned = Array(repeating: 0, count: count * d * d)
    directions = Array(repeating: 0, count: d * d)
    logVolumes = Array(repeating: 0, count: count)
    plane = Array(repeating: (0, 0, 0), count: count)
    pulls = shares
    // At a start all ways down are tried, later the one from the lowest point.
    let searchesWidely = scatters.previous == nil
    var best: (value: Double, turned: [Double], directions: [Double])?
    for candidate in Self.candidates(scatters) {
      directions = candidate.values
      for e in turned.indices { turned[e] = scatters.covariances[e] / unit }
      turn(by: candidate.values)
      if searchesWidely { descend(widely: true) }
      measure()
      if best.map({ value < $0.value }) ?? true { best = (value, turned, directions) }
    }
    if let best { (turned, directions) = (best.turned, best.directions) }
    if !searchesWidely { descend(widely: false) }
  }

  /// D: a column is an axis.
  var axes: Matrix { Matrix(rows: dimension, columns: dimension, values: directions) }

  /// diag(Dᵀ Sₖ D) of component k, never below 0.
  func variances(_ k: Int) -> [Double] {
    let d = dimension
    return (0..<d).map { max(turned[(k * d + $0) * d + $0], 0) * unit }
  }

  /// Orientations to start from: the axes of the average, and those that entered or, at a start, the columns' and each
  /// component's own.
  private static func candidates(_ scatters: Scatters) -> [Matrix] {
    let (d, shares) = (scatters.dimension, scatters.shares)
    func axes(ofAverage values: [Double], _ weights: [Double]) -> Matrix {
      var sum = Array(repeating: 0.0, count: d * d)
      for k in weights.indices {
        for e in 0..<d * d { sum[e] += weights[k] * values[k * d * d + e] }
      }
      return sum.withUnsafeBufferPointer { SymmetricEigen($0, dimension: d) }.vectors
    }
    let pooled = axes(ofAverage: scatters.covariances, shares)
    guard let previous = scatters.previous else {
      return [pooled, .identity(d)] + shares.indices.map { SymmetricEigen(scatters.matrix($0)).vectors }
    }
    // They have one orientation, which an average has too. Uneven weights, so that two shapes do not cancel to a ball.
    var weights = shares
    for k in weights.indices {
      let trace = (0..<d).reduce(0) { $0 + previous[(k * d + $1) * d + $1] }
      let uneven = Double(k + 1) * 0.6180339887498949
      weights[k] = trace > 0 ? (1 + uneven - uneven.rounded(.down)) / trace : 0
    }
    return [pooled, axes(ofAverage: previous, weights)]
  }

  /// Aₖ ← Rᵀ Aₖ R for all components' Dᵀ Sₖ D, R being d × d.
  mutating func turn(by rotation: [Double]) {
    let d = dimension
    withUnsafeTemporaryAllocation(of: Double.self, capacity: d * d) { half in
      turned.withUnsafeMutableBufferPointer { turned in
        rotation.withUnsafeBufferPointer { r in
          for k in shares.indices {
            let a = UnsafeMutableBufferPointer(rebasing: turned[k * d * d..<(k + 1) * d * d])
            for i in 0..<d {
              for j in 0..<d { half[i * d + j] = 0 }
              for l in 0..<d {
                let factor = a[i * d + l]
                for j in 0..<d { half[i * d + j] += factor * r[l * d + j] }
              }
            }
            for i in 0..<d {
              for j in 0...i { a[i * d + j] = 0 }
              for l in 0..<d {
                let factor = r[l * d + i]
                for j in 0...i { a[i * d + j] += factor * half[l * d + j] }
              }
              for j in 0..<i { a[j * d + i] = a[i * d + j] }
            }
          }
        }
      }
    }
  }

  /// Works out log vₖ.
  mutating func measure() {
    let d = dimension
    for k in logVolumes.indices {
      var sum = 0.0
      for j in 0..<d { sum += Elementary.log(max(turned[(k * d + j) * d + j], 0)) }
      logVolumes[k] = sum / Double(d)
    }
  }

  /// The criterion at the axes last measured: the mean of the log volumes, or the logarithm of the sum of the volumes.
  var value: Double {
    var sum = 0.0
    if volume == .own {
      for k in shares.indices where shares[k] > 0 { sum += logVolumes[k] * shares[k] }
      return sum
    }
    var largest = -Double.infinity
    for k in shares.indices where shares[k] > 0 { largest = max(largest, logVolumes[k]) }
    guard largest.isFinite else { return largest }
    for k in shares.indices where shares[k] > 0 { sum += shares[k] * Elementary.exp(logVolumes[k] - largest) }
    return largest + Elementary.log(sum)
  }

  /// Turns the axes to a minimum.
  ///
  /// - Parameter widely: whether it is to be the lowest that angles in one plane lead to; otherwise that is asked only
  ///   where the way to the minimum was long.
  private mutating func descend(widely: Bool) {
    var (searching, before, way) = (widely, Double.infinity, 0.0)
    measure()
    for _ in 0..<200 {
      guard value.isFinite else { return }
      if searching {
        let largest = turnPlanes(searching: true)
        if largest < 1e-9 { return }
        (searching, before) = (false, .infinity)
        continue
      }
      let settled: Bool
      if let largest = turnTogether() {
        settled = largest < Self.settled
        way += largest
      } else {
        let largest = turnPlanes(searching: false)
        settled = largest <= 1e-13 || (largest < 1e-9 && largest >= before)
        before = largest
        way += largest
      }
      if settled && !widely && way < Self.near { return }
      searching = settled
    }
  }
}
