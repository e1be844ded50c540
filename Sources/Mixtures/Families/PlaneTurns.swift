/// Turns of common axes in one plane of two of them after another.
extension AxesSearch {
  /// Turns in every plane once; the largest turn, as the tangent of its angle.
  ///
  /// - Parameter searching: by the best of several angles first, which may lead to another minimum; by a Newton step from
  ///   there.
  func turnPlanes(searching: Bool) -> Double {
    var largest = 0.0
    for p in 0..<dimension {
      for q in p + 1..<max(dimension, p + 1) { largest = max(largest, abs(improve(p, q, searching: searching))) }
    }
    measure()
    return largest
  }

  /// Turns the axes p and q in their plane; by how much, as the tangent of the angle.
  private func improve(_ p: Int, _ q: Int, searching: Bool) -> Double {
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
    for k in 0..<count where pulls[k] > 0 {
      let part = plane[k]
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
  func weigh() {
    guard volume == .shared else {
      pulls.update(from: shares, count: count)
      return
    }
    // nₖ vₖ / Σ, in units of the largest volume.
    var largest = -Double.infinity
    for k in 0..<count { largest = max(largest, logVolumes[k]) }
    var sum = 0.0
    for k in 0..<count {
      pulls[k] = shares[k] > 0 ? shares[k] * Elementary.exp(logVolumes[k] - largest) : 0
      sum += pulls[k]
    }
    for k in 0..<count { pulls[k] /= sum }
  }

  private func enter(_ p: Int, _ q: Int) {
    let d = dimension
    for k in 0..<count {
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
    for k in 0..<count where pulls[k] > 0 {
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

  private func rotate(_ p: Int, _ q: Int, by tangent: Double) {
    let d = dimension
    let square = tangent * tangent
    if volume == .shared {
      let (c, s) = ((1 - square) / (1 + square), 2 * tangent / (1 + square))
      for k in 0..<count where shares[k] > 0 { logVolumes[k] += logChange(of: k, c, s) }
    }
    let c = 1 / (1 + square).squareRoot()
    let s = tangent * c
    turnColumns(of: directions, p, q, c, s)
    for k in 0..<count {
      let part = turned + k * d * d
      turnColumns(of: part, p, q, c, s)
      for i in 0..<d {
        let (first, second) = (part[p * d + i], part[q * d + i])
        (part[p * d + i], part[q * d + i]) = (c * first + s * second, c * second - s * first)
      }
    }
  }

  private func turnColumns(of matrix: UnsafeMutablePointer<Double>, _ p: Int, _ q: Int, _ c: Double, _ s: Double) {
    let d = dimension
    for i in 0..<d {
      let (first, second) = (matrix[i * d + p], matrix[i * d + q])
      (matrix[i * d + p], matrix[i * d + q]) = (c * first + s * second, c * second - s * first)
    }
  }
}
