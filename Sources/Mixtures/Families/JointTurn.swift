/// Newton's method for the angles of all planes of common axes together.
///
/// With D turned by exp T, T skew with T(j, i) the angle in the plane of axes i < j, and A = Dᵀ Sₖ D, u = 1 / diag A,
/// log vₖ changes by (1/d) (Σⱼ uⱼ bⱼ + Σⱼ uⱼ cⱼ − ½ Σⱼ uⱼ² bⱼ²) to second order, where bⱼ = 2 (A T)ⱼⱼ and
/// cⱼ = (Tᵀ A T)ⱼⱼ + (A T²)ⱼⱼ. The second-order terms are a quadratic form in every column l of T, with matrix
/// Aᵢⱼ (uₗ − ½ (uᵢ + uⱼ)) − 2 uₗ² Aₗᵢ Aₗⱼ.
extension AxesSearch {
  /// With more axes the system to solve costs more than many rounds in single planes.
  private static let most = 24

  /// The doubles that a step needs.
  static func stepSpaceCount(dimension d: Int) -> Int {
    let planes = d * (d - 1) / 2
    return d > most ? 0 : planes * planes + 2 * planes + d * d * d + 2 * d * d + d
  }

  /// Takes one step; the largest angle of it, and the criterion it leads to. Nil, with nothing changed, where the
  /// criterion is not convex or would rise.
  func turnTogether(from level: Double) -> (largest: Double, level: Double)? {
    guard dimension <= Self.most else { return nil }
    let (d, planes) = (dimension, dimension * (dimension - 1) / 2)
    let (angles, rotation) = (workspace, workspace + planes)
    guard solve(angles, workspace + planes) else { return nil }
    var largest = 0.0
    for plane in 0..<planes { largest = max(largest, abs(angles[plane])) }
    guard largest.isFinite else { return nil }
    if largest > 0.25 {
      for plane in 0..<planes { angles[plane] *= 0.25 / largest }
      largest = 0.25
    }
    let state = count * d * d + d * d + count
    before.update(from: turned, count: state)
    rotate(by: angles, rotation, rotation + d * d)
    turn(by: rotation)
    turnDirections(by: rotation)
    measure()
    let reached = value
    guard reached <= level + 1e-14 * (1 + abs(level)) else {
      turned.update(from: before, count: state)
      return nil
    }
    return (largest, reached)
  }

  /// Writes −H⁻¹ ∇ for the planes (0, 1), (0, 2), (1, 2), (0, 3), …; false where H is not positive definite.
  private func solve(_ step: UnsafeMutablePointer<Double>, _ space: UnsafeMutablePointer<Double>) -> Bool {
    let d = dimension
    let planes = d * (d - 1) / 2
    weigh()
    let hessian = space
    let own = hessian + planes * planes
    let columns = own + planes
    let reciprocals = columns + d * d * d
    step.update(repeating: 0, count: planes)
    hessian.update(repeating: 0, count: planes * planes)
    columns.update(repeating: 0, count: d * d * d)
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

  /// Writes Cayley's rotation (I − T/2)⁻¹ (I + T/2), which is exp T to second order, d × d.
  private func rotate(
    by angles: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ left: UnsafeMutablePointer<Double>
  ) {
    let d = dimension
    var plane = 0
    for q in 0..<d {
      (left[q * d + q], result[q * d + q]) = (1, 1)
      for p in 0..<q {
        let half = angles[plane] / 2
        (result[q * d + p], result[p * d + q]) = (half, -half)
        (left[q * d + p], left[p * d + q]) = (-half, half)
        plane += 1
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
  }

  /// D ← D R
  private func turnDirections(by rotation: UnsafePointer<Double>) {
    let (d, half) = (dimension, half)
    for i in 0..<d {
      for j in 0..<d { half[j] = 0 }
      for l in 0..<d {
        let factor = directions[i * d + l]
        for j in 0..<d { half[j] += factor * rotation[l * d + j] }
      }
      for j in 0..<d { directions[i * d + j] = half[j] }
    }
  }
}
