/// One orientation D for all components: the minimum of the geometric mean, or of the sum, of the volumes
/// vₖ = |diag(Dᵀ Sₖ D)|^(1/d), weighted by nₖ.
///
/// The geometric mean is Flury's criterion for common principal components (VVE), the sum the one that one volume for
/// all leaves (EVE: Browne & McNicholas, Adv. Data Anal. Classif. 8 (2014), 217–226). D is turned in one plane of two
/// axes after another, as by Flury & Gautschi (SIAM J. Sci. Stat. Comput. 7 (1986), 169–184), never to a higher value:
/// by the best of several angles in the first and last rounds, by a Newton step for the angle in those between, until no
/// angle changes beyond rounding.
struct CommonAxes {
  enum Volume { case own, shared }

  /// D: a column is an axis.
  private(set) var axes: Matrix
  /// diag(Dᵀ Sₖ D), never below 0.
  var variances: [[Double]] {
    shares.indices.map { k in (0..<dimension).map { max(turned[(k * dimension + $0) * dimension + $0], 0) * unit } }
  }

  private let dimension: Int
  private let volume: Volume
  private let shares: [Double]
  /// What the Sₖ are measured in, so that no product overflows.
  private let unit: Double
  /// Dᵀ Sₖ D / unit, K × d × d
  private var turned: [Double]
  /// log vₖ of these, kept up to date from turn to turn and worked out anew every round.
  private var logVolumes: [Double] = []
  /// The weight of each component in the gradient: nₖ / n, times vₖ where volumes are added.
  private var pulls: [Double] = []
  /// Of the plane in hand: half the sum and half the difference of the two variances, and the covariance.
  private var plane: [(sum: Double, difference: Double, product: Double)]

  init(of scatters: Scatters, volume: Volume) {
    let (d, count) = (scatters.dimension, scatters.components)
    dimension = d
    self.volume = volume
    shares = scatters.shares
    let largest = scatters.covariances.reduce(0) { max($0, abs($1)) }
    unit = largest > 0 && largest.isFinite ? largest.binade : 1
    turned = []
    plane = Array(repeating: (0, 0, 0), count: count)
    axes = Matrix.identity(d)
    // The criterion may have several minima: at a start all ways down are tried, later the one from the lowest point.
    let searchesWidely = scatters.previous == nil
    pulls = shares
    var best = (value: Double.infinity, turned: turned, axes: axes)
    for candidate in Self.candidates(scatters) {
      (turned, axes) = (Self.turn(scatters, by: candidate, unit: unit), candidate)
      if searchesWidely { descend() }
      measure()
      if value < best.value || best.turned.isEmpty { best = (value, turned, axes) }
    }
    (turned, axes) = (best.turned, best.axes)
    if !searchesWidely { descend() }
  }

  /// Orientations to start from: the axes of the average, and those that entered or, at a start, the columns' and each
  /// component's own.
  private static func candidates(_ scatters: Scatters) -> [Matrix] {
    let (d, shares) = (scatters.dimension, scatters.shares)
    func average(_ values: [Double], _ weights: [Double]) -> Matrix {
      var result = Matrix(rows: d, columns: d)
      for (k, weight) in weights.enumerated() {
        for e in 0..<d * d { result.values[e] += weight * values[k * d * d + e] }
      }
      return result
    }
    let pooled = SymmetricEigen(average(scatters.covariances, shares)).vectors
    guard let previous = scatters.previous else {
      return [pooled, .identity(d)] + shares.indices.map { SymmetricEigen(scatters.matrix($0)).vectors }
    }
    // They have one orientation, which an average has too. Uneven weights, so that two shapes do not cancel to a ball.
    let weights = shares.indices.map { k in
      let trace = scatters.matrix(k, of: previous).diagonal.reduce(0, +)
      let uneven = Double(k + 1) * 0.6180339887498949
      return trace > 0 ? (1 + uneven - uneven.rounded(.down)) / trace : 0
    }
    return [pooled, SymmetricEigen(average(previous, weights)).vectors]
  }

  /// Dᵀ Sₖ D / unit for all k.
  private static func turn(_ scatters: Scatters, by axes: Matrix, unit: Double) -> [Double] {
    let d = scatters.dimension
    return (0..<scatters.components).flatMap { k in
      var half = Array(repeating: 0.0, count: d * d)
      for i in 0..<d {
        for j in 0..<d { half[i * d + j] = (0..<d).reduce(0) { $0 + scatters[k, i, $1] / unit * axes[$1, j] } }
      }
      var result = half
      for i in 0..<d {
        for j in 0..<d { result[i * d + j] = (0..<d).reduce(0) { $0 + axes[$1, i] * half[$1 * d + j] } }
      }
      return result
    }
  }

  /// Works out log vₖ, −∞ where a variance is 0.
  private mutating func measure() {
    let d = dimension
    logVolumes = shares.indices.map { k in
      (0..<d).reduce(0) { $0 + Elementary.log(max(turned[(k * d + $1) * d + $1], 0)) } / Double(d)
    }
  }

  /// The criterion at the axes last measured: the mean of the log volumes, or the logarithm of the sum of the volumes.
  private var value: Double {
    switch volume {
    case .own: zip(logVolumes, shares).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.1 : $0 }
    case .shared:
      Elementary.logSumExp(zip(logVolumes, shares).filter { $0.1 > 0 }.map { $0.0 + Elementary.log($0.1) })
    }
  }

  private mutating func descend() {
    var (searching, before) = (true, Double.infinity)
    for _ in 0..<200 {
      measure()
      guard value.isFinite else { return }
      var largest = 0.0
      for p in 0..<dimension {
        for q in p + 1..<max(dimension, p + 1) { largest = max(largest, abs(improve(p, q, searching: searching))) }
      }
      let settled = largest <= 1e-13 || (largest < 1e-9 && largest >= before)
      if settled && searching { return }
      (searching, before) = (settled, largest)
    }
  }

  /// Turns the axes p and q in their plane; by how much, as the tangent of the angle.
  private mutating func improve(_ p: Int, _ q: Int, searching: Bool) -> Double {
    let d = dimension
    weigh()
    enter(p, q)
    var whole = 0.0
    if searching, let found = search() {
      rotate(p, q, by: found)
      whole = found
      weigh()
      enter(p, q)
    }
    var (slope, curvature, mean) = (0.0, 0.0, 0.0)
    for (k, part) in plane.enumerated() where pulls[k] > 0 {
      let product = (part.sum - part.difference) * (part.sum + part.difference)
      guard product > 0 else { return whole }
      // The first two derivatives of log vₖ by twice the angle, at 0.
      let ratio = -2 * part.difference * part.product / product
      let bend = -2 * (part.product * part.product - part.difference * part.difference) / product - ratio * ratio
      slope += pulls[k] * ratio / Double(d)
      curvature += pulls[k] * bend / Double(d)
      if volume == .shared { mean += pulls[k] * ratio * ratio / Double(d * d) }
    }
    if volume == .shared { curvature += mean - slope * slope }
    guard slope != 0 else { return whole }
    // Of a small angle, half is its half's tangent.
    var step = (curvature > 0 ? -slope / curvature : slope > 0 ? -0.2 : 0.2) / 2
    step = min(max(step, -0.25), 0.25)
    // Where the gain would drown in rounding, Newton's step is better than any comparison of values.
    if abs(step * slope) > 1e-14 {
      var halvings = 0
      while change(at: step) > 0 {
        step /= 2
        halvings += 1
        if halvings > 40 { return whole }
      }
    }
    rotate(p, q, by: step)
    return whole + step
  }

  /// The weights of the gradient at the present axes.
  private mutating func weigh() {
    guard volume == .shared else {
      pulls = shares
      return
    }
    // nₖ vₖ / Σ, in units of the largest volume.
    let largest = logVolumes.max() ?? 0
    var sum = 0.0
    for k in pulls.indices {
      pulls[k] = shares[k] > 0 ? shares[k] * Elementary.exp(logVolumes[k] - largest) : 0
      sum += pulls[k]
    }
    for k in pulls.indices { pulls[k] /= sum }
  }

  private mutating func enter(_ p: Int, _ q: Int) {
    let d = dimension
    for k in plane.indices {
      let (first, second) = (turned[(k * d + p) * d + p], turned[(k * d + q) * d + q])
      plane[k] = ((first + second) / 2, (first - second) / 2, turned[(k * d + p) * d + q])
    }
  }

  /// How the criterion would change by turning the plane by the angle of this tangent.
  private func change(at tangent: Double) -> Double {
    let square = tangent * tangent
    // Of twice the angle.
    let (c, s) = ((1 - square) / (1 + square), 2 * tangent / (1 + square))
    var sum = 0.0
    for k in plane.indices where pulls[k] > 0 {
      let change = logChange(of: k, c, s)
      sum += pulls[k] * (volume == .own ? change : Elementary.exp(change))
    }
    return volume == .own ? sum : Elementary.log(sum)
  }

  /// The change of log vₖ by a turn of which the cosine and sine of twice the angle are given.
  private func logChange(of k: Int, _ c: Double, _ s: Double) -> Double {
    let part = plane[k]
    let offset = part.difference * c + part.product * s
    let before = (part.sum - part.difference) * (part.sum + part.difference)
    let after = (part.sum - offset) * (part.sum + offset)
    return after > 0 ? Elementary.log(after / before) / Double(dimension) : -.infinity
  }

  /// The best of 15 angles in the first quadrant, after which the criterion repeats itself, by its tangent; nil where
  /// none is better than 0 beyond rounding.
  private func search() -> Double? {
    var best = (change: -1e-12, tangent: 0.0)
    for step in 1..<16 {
      let tangent = step <= 8 ? Double(step) / 8 : 8 / Double(16 - step)
      let change = change(at: tangent)
      if change < best.change { best = (change, tangent) }
    }
    return best.tangent > 0 ? best.tangent : nil
  }

  private mutating func rotate(_ p: Int, _ q: Int, by tangent: Double) {
    let d = dimension
    let square = tangent * tangent
    if volume == .shared {
      let (c, s) = ((1 - square) / (1 + square), 2 * tangent / (1 + square))
      for k in plane.indices where shares[k] > 0 { logVolumes[k] += logChange(of: k, c, s) }
    }
    let c = 1 / (1 + square).squareRoot()
    let s = tangent * c
    for i in 0..<d {
      (axes[i, p], axes[i, q]) = (c * axes[i, p] + s * axes[i, q], c * axes[i, q] - s * axes[i, p])
    }
    turned.withUnsafeMutableBufferPointer { turned in
      for k in 0..<shares.count {
        let part = k * d * d
        for i in 0..<d {
          let (first, second) = (turned[part + i * d + p], turned[part + i * d + q])
          (turned[part + i * d + p], turned[part + i * d + q]) = (c * first + s * second, c * second - s * first)
        }
        for i in 0..<d {
          let (first, second) = (turned[part + p * d + i], turned[part + q * d + i])
          (turned[part + p * d + i], turned[part + q * d + i]) = (c * first + s * second, c * second - s * first)
        }
      }
    }
  }
}
