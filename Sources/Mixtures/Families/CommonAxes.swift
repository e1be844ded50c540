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

  /// D: a column is an axis.
  let axes: Matrix
  /// diag(Dᵀ Sₖ D), never below 0, K × d.
  private let allVariances: [Double]

  /// diag(Dᵀ Sₖ D) of component k, never below 0.
  func variances(_ k: Int) -> [Double] { Array(allVariances[k * axes.rows..<(k + 1) * axes.rows]) }

  init(of scatters: Scatters, volume: Volume) {
    let (d, count) = (scatters.dimension, scatters.components)
    var axes = Array(repeating: 0.0, count: d * d)
    var variances = Array(repeating: 0.0, count: count * d)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: AxesSearch.spaceCount(dimension: d, components: count)) {
      space in
      guard let start = space.baseAddress else { return }
      var search = AxesSearch(scatters, volume: volume, space: start)
      search.run(scatters)
      for e in 0..<d * d { axes[e] = search.directions[e] }
      for e in 0..<count * d { variances[e] = max(search.turned[e * d + e % d], 0) * search.unit }
    }
    self.axes = Matrix(rows: d, columns: d, values: axes)
    allVariances = variances
  }
}

/// The search for common axes, in space lent to it.
struct AxesSearch {
  let dimension: Int
  let count: Int
  let volume: CommonAxes.Volume
  /// What the Sₖ are measured in, so that no product overflows.
  let unit: Double
  /// nₖ / n
  let shares: UnsafeMutablePointer<Double>
  /// The weight of each component in the gradient: nₖ / n, times vₖ where volumes are added.
  let pulls: UnsafeMutablePointer<Double>
  /// Of the plane in hand, for each component: half the sum and half the difference of the two variances, and the
  /// covariance.
  let plane: UnsafeMutablePointer<(sum: Double, difference: Double, product: Double)>
  /// Dᵀ Sₖ D / unit, K × d × d; then D, d × d, row-major; then log vₖ, kept up to date from turn to turn and worked out
  /// anew every round, −∞ where a variance is 0.
  let turned: UnsafeMutablePointer<Double>
  let directions: UnsafeMutablePointer<Double>
  let logVolumes: UnsafeMutablePointer<Double>
  /// Copies of these three: where a step began, and the best so far.
  let before: UnsafeMutablePointer<Double>
  let best: UnsafeMutablePointer<Double>
  /// A matrix of d × d, and what else a step needs.
  let half: UnsafeMutablePointer<Double>
  let workspace: UnsafeMutablePointer<Double>

  /// Turns that add up to less than this, as tangents, lead to no other minimum than the one that was near before.
  private static let near = 0.02
  /// A Newton step below this ends at the minimum to rounding, since the next one would be its square.
  private static let settled = 1e-8

  private var stateCount: Int { count * dimension * dimension + dimension * dimension + count }

  static func spaceCount(dimension d: Int, components: Int) -> Int {
    let state = components * d * d + d * d + components
    return max(5 * components + 3 * state + d * d + stepSpaceCount(dimension: d), 1)
  }

  init(_ scatters: Scatters, volume: CommonAxes.Volume, space: UnsafeMutablePointer<Double>) {
    let (d, count) = (scatters.dimension, scatters.components)
    (dimension, self.count, self.volume) = (d, count, volume)
    var largest = 0.0
    for entry in scatters.covariances { largest = max(largest, abs(entry)) }
    unit = largest > 0 && largest.isFinite ? largest.binade : 1
    shares = space
    pulls = shares + count
    plane = UnsafeMutableRawPointer(pulls + count).assumingMemoryBound(
      to: (sum: Double, difference: Double, product: Double).self)
    turned = pulls + 4 * count
    directions = turned + count * d * d
    logVolumes = directions + d * d
    before = logVolumes + count
    let state = count * d * d + d * d + count
    best = before + state
    half = best + state
    workspace = half + d * d
    for (k, share) in scatters.shares.enumerated() { shares[k] = share }
  }

  /// Goes to the minimum: at a start the lowest that all ways down lead to, later the one below the better of two points.
  mutating func run(_ scatters: Scatters) {
    let d = dimension
    let searchesWidely = scatters.previous == nil
    var least = Double.infinity
    for candidate in 0..<(searchesWidely ? 2 + count : 2) {
      orient(candidate, scatters)
      for e in 0..<count * d * d { turned[e] = scatters.covariances[e] / unit }
      turn(by: directions)
      measure()
      if searchesWidely { descend(widely: true) }
      let reached = value
      if candidate == 0 || reached < least {
        least = reached
        best.update(from: turned, count: stateCount)
      }
    }
    turned.update(from: best, count: stateCount)
    if !searchesWidely { descend(widely: false) }
  }

  /// Takes one of the orientations to start from: the axes of the average, and those that entered or, at a start, the
  /// columns' and each component's own.
  private mutating func orient(_ candidate: Int, _ scatters: Scatters) {
    let d = dimension
    for e in 0..<d * d { directions[e] = 0 }
    switch (candidate, scatters.previous) {
    case (0, _):
      for k in 0..<count { add(scatters.covariances, k, times: shares[k]) }
    case (1, let previous?):
      // They have one orientation, which an average has too. Uneven weights, so that two shapes do not cancel to a ball.
      for k in 0..<count {
        var trace = 0.0
        for j in 0..<d { trace += previous[(k * d + j) * d + j] }
        let uneven = Double(k + 1) * 0.6180339887498949
        add(previous, k, times: trace > 0 ? (1 + uneven - uneven.rounded(.down)) / trace : 0)
      }
    case (1, nil):
      for j in 0..<d { directions[j * d + j] = 1 }
      return
    default: add(scatters.covariances, candidate - 2, times: 1)
    }
    SymmetricEigen.decompose(directions, dimension: d, values: half)
  }

  private func add(_ covariances: [Double], _ k: Int, times weight: Double) {
    let size = dimension * dimension
    for e in 0..<size { directions[e] += weight * covariances[k * size + e] }
  }

  /// Aₖ ← Rᵀ Aₖ R for all components' Dᵀ Sₖ D, R being d × d.
  func turn(by rotation: UnsafePointer<Double>) {
    let (d, half) = (dimension, half)
    for k in 0..<count {
      let a = turned + k * d * d
      for i in 0..<d {
        for j in 0..<d { half[i * d + j] = 0 }
        for l in 0..<d {
          let factor = a[i * d + l]
          for j in 0..<d { half[i * d + j] += factor * rotation[l * d + j] }
        }
      }
      for i in 0..<d {
        for j in 0...i { a[i * d + j] = 0 }
        for l in 0..<d {
          let factor = rotation[l * d + i]
          for j in 0...i { a[i * d + j] += factor * half[l * d + j] }
        }
        for j in 0..<i { a[j * d + i] = a[i * d + j] }
      }
    }
  }

  /// Works out log vₖ.
  func measure() {
    let d = dimension
    for k in 0..<count {
      var sum = 0.0
      for j in 0..<d { sum += Elementary.log(max(turned[(k * d + j) * d + j], 0)) }
      logVolumes[k] = sum / Double(d)
    }
  }

  /// The criterion at the axes last measured: the mean of the log volumes, or the logarithm of the sum of the volumes.
  var value: Double {
    var sum = 0.0
    if volume == .own {
      for k in 0..<count where shares[k] > 0 { sum += logVolumes[k] * shares[k] }
      return sum
    }
    var largest = -Double.infinity
    for k in 0..<count where shares[k] > 0 { largest = max(largest, logVolumes[k]) }
    guard largest.isFinite else { return largest }
    for k in 0..<count where shares[k] > 0 { sum += shares[k] * Elementary.exp(logVolumes[k] - largest) }
    return largest + Elementary.log(sum)
  }

  /// Turns the axes, which have been measured, to a minimum.
  ///
  /// - Parameter widely: whether it is to be the lowest that angles in one plane lead to; otherwise that is asked only
  ///   where the way to the minimum was long.
  private mutating func descend(widely: Bool) {
    var (searching, before, way, level) = (widely, Double.infinity, 0.0, value)
    for _ in 0..<200 {
      guard level.isFinite else { return }
      if searching {
        let largest = turnPlanes(searching: true)
        if largest < 1e-9 { return }
        (searching, before, level) = (false, .infinity, value)
        continue
      }
      let settled: Bool
      if let step = turnTogether(from: level) {
        settled = step.largest < Self.settled
        way += step.largest
        level = step.level
      } else {
        let largest = turnPlanes(searching: false)
        settled = largest <= 1e-13 || (largest < 1e-9 && largest >= before)
        (before, level) = (largest, value)
        way += largest
      }
      if settled && !widely && way < Self.near { return }
      searching = settled
    }
  }
}
