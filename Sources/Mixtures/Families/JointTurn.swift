/// Newton's method for the angles of all planes of common axes together.
///
/// With D turned by exp T, T skew with T(j, i) the angle in the plane of axes i < j, and A = Dᵀ Sₖ D, u = 1 / diag A,
/// log vₖ changes by (1/d) (Σⱼ uⱼ bⱼ + Σⱼ uⱼ cⱼ − ½ Σⱼ uⱼ² bⱼ²) to second order, where bⱼ = 2 (A T)ⱼⱼ and
/// cⱼ = (Tᵀ A T)ⱼⱼ + (A T²)ⱼⱼ. The second-order terms are a quadratic form in every column l of T, with matrix
/// Aᵢⱼ (uₗ − ½ (uᵢ + uⱼ)) − 2 uₗ² Aₗᵢ Aₗⱼ.
extension CommonAxes {
  /// With more axes the system to solve costs more than many rounds in single planes.
  private static let most = 24

  /// Takes one step; the largest angle of it. Nil, with nothing changed, where the criterion is not convex or would
  /// rise.
  mutating func turnTogether() -> Double? {
    guard dimension <= Self.most, var angles = newtonStep() else { return nil }
    var largest = 0.0
    for angle in angles { largest = max(largest, abs(angle)) }
    guard largest.isFinite else { return nil }
    if largest > 0.25 {
      for a in angles.indices { angles[a] *= 0.25 / largest }
      largest = 0.25
    }
    let (level, before) = (value, (turned, directions, logVolumes))
    let rotation = rotation(by: angles)
    turn(by: rotation)
    turnDirections(by: rotation)
    measure()
    guard value <= level + 1e-14 * (1 + abs(level)) else {
      (turned, directions, logVolumes) = before
      return nil
    }
    return largest
  }

  /// −H⁻¹ ∇ for the planes (0, 1), (0, 2), (1, 2), (0, 3), …; nil where H is not positive definite.
  private mutating func newtonStep() -> [Double]? {
    let (d, count) = (dimension, shares.count)
    let planes = d * (d - 1) / 2
    weigh()
    var step = Array(repeating: 0.0, count: planes)
    let solved = withUnsafeTemporaryAllocation(of: Double.self, capacity: planes * planes + planes + d * d * d + d) {
      space -> Bool in
      space.initialize(repeating: 0)
      guard let hessian = space.baseAddress else { return false }
      let own = hessian + planes * planes
      let columns = own + planes
      let reciprocals = columns + d * d * d
      return turned.withUnsafeBufferPointer { turned in
        step.withUnsafeMutableBufferPointer { step in
          guard let turned = turned.baseAddress, let step = step.baseAddress else { return false }
          for k in 0..<count where pulls[k] > 0 {
            let (a, pull) = (turned + k * d * d, pulls[k])
            for j in 0..<d {
              guard a[j * d + j] > 0 else { return false }
              reciprocals[j] = 1 / a[j * d + j]
            }
            Self.addColumns(of: a, reciprocals, times: pull, d, to: columns)
            var plane = 0
            for q in 0..<d {
              for p in 0..<q {
                own[plane] = 2 * a[q * d + p] * (reciprocals[p] - reciprocals[q]) / Double(d)
                step[plane] += pull * own[plane]
                plane += 1
              }
            }
            if volume == .shared { Self.addSquare(of: own, times: pull, planes, to: hessian) }
          }
          if volume == .shared { Self.addSquare(of: step, times: -1, planes, to: hessian) }
          Self.fold(columns, d, planes, to: hessian)
          for plane in 0..<planes { step[plane] = -step[plane] }
          return SymmetricSolver.solve(hessian, step, count: planes)
        }
      }
    }
    return solved ? step : nil
  }

  /// The forms' matrices of one component, lower triangles, for all columns l: d × d × d numbers.
  private static func addColumns(
    of a: UnsafePointer<Double>, _ u: UnsafePointer<Double>, times pull: Double, _ d: Int,
    to columns: UnsafeMutablePointer<Double>
  ) {
    for l in 0..<d {
      let (row, own) = (a + l * d, pull * u[l])
      for i in 0..<d {
        let (target, source) = (columns + (l * d + i) * d, a + i * d)
        let (across, half, other) = (2 * own * u[l] * row[i], 0.5 * pull, own - 0.5 * pull * u[i])
        for j in 0...i { target[j] += source[j] * (other - half * u[j]) - across * row[j] }
      }
    }
  }

  /// Writes the forms of the columns as one form in the angles: its upper triangle.
  private static func fold(
    _ columns: UnsafePointer<Double>, _ d: Int, _ planes: Int, to hessian: UnsafeMutablePointer<Double>
  ) {
    func place(_ i: Int, _ l: Int) -> Int { i > l ? i * (i - 1) / 2 + l : l * (l - 1) / 2 + i }
    for l in 0..<d {
      for i in 0..<d where i != l {
        let first = place(i, l)
        for j in 0...i where j != l {
          let second = place(j, l)
          let entry = 2 * columns[(l * d + i) * d + j] / Double(d)
          let index = min(first, second) * planes + max(first, second)
          hessian[index] += (i > l) == (j > l) ? entry : -entry
        }
      }
    }
  }

  /// Adds `factor` v vᵀ to an upper triangle.
  private static func addSquare(
    of v: UnsafePointer<Double>, times factor: Double, _ count: Int, to upper: UnsafeMutablePointer<Double>
  ) {
    for i in 0..<count {
      let (row, scale) = (upper + i * count, factor * v[i])
      for j in i..<count { row[j] += scale * v[j] }
    }
  }

  /// Cayley's rotation (I − T/2)⁻¹ (I + T/2), which is exp T to second order, d × d.
  private func rotation(by angles: [Double]) -> [Double] {
    let d = dimension
    var result = Array(repeating: 0.0, count: d * d)
    var left = result
    for q in 0..<d {
      (left[q * d + q], result[q * d + q]) = (1, 1)
      for p in 0..<q {
        let half = angles[q * (q - 1) / 2 + p] / 2
        (result[q * d + p], result[p * d + q]) = (half, -half)
        (left[q * d + p], left[p * d + q]) = (-half, half)
      }
    }
    // Its symmetric part is the identity, so that elimination needs no pivoting.
    for j in 0..<d {
      for i in 0..<d where i != j {
        let factor = left[i * d + j] / left[j * d + j]
        if factor == 0 { continue }
        for c in j..<d { left[i * d + c] -= factor * left[j * d + c] }
        for c in 0..<d { result[i * d + c] -= factor * result[j * d + c] }
      }
    }
    for i in 0..<d {
      for c in 0..<d { result[i * d + c] /= left[i * d + i] }
    }
    return result
  }

  /// D ← D R
  private mutating func turnDirections(by rotation: [Double]) {
    let d = dimension
    var result = Array(repeating: 0.0, count: d * d)
    for i in 0..<d {
      for l in 0..<d {
        let factor = directions[i * d + l]
        for j in 0..<d { result[i * d + j] += factor * rotation[l * d + j] }
      }
    }
    directions = result
  }
}
