/// Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations.
package struct SymmetricEigen: Sendable {
  /// Ascending.
  package let values: [Double]
  /// Column j belongs to `values[j]`; its first entry of largest magnitude is positive.
  package let vectors: Matrix

  package init(_ matrix: Matrix) {
    let d = matrix.rows
    self = matrix.values.withUnsafeBufferPointer { SymmetricEigen($0, dimension: d) }
  }

  /// Of d × d numbers.
  init(_ entries: UnsafeBufferPointer<Double>, dimension d: Int) {
    // In units of the largest entry no square overflows or is lost; a power of 2 rounds nothing.
    var largest = 0.0
    for entry in entries { largest = max(largest, abs(entry)) }
    let unit = largest > 0 && largest.isFinite ? largest.binade : 1
    var values = Array(repeating: 0.0, count: d)
    var vectors = Matrix(rows: d, columns: d)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(2 * d * d, 1)) { space in
      guard let a = space.baseAddress else { return }
      let v = a + d * d
      for i in 0..<d {
        for j in 0..<d { (a[i * d + j], v[i * d + j]) = (entries[i * d + j] / unit, i == j ? 1 : 0) }
      }
      Self.diagonalize(a, v, d)
      let order = (0..<d).sorted { (a[$0 * d + $0], $0) < (a[$1 * d + $1], $1) }
      for (column, source) in order.enumerated() {
        values[column] = a[source * d + source] * unit
        let vector = v + source * d
        var largest = 0
        for row in 0..<d where abs(vector[row]) > abs(vector[largest]) { largest = row }
        let sign: Double = vector[largest] < 0 ? -1 : 1
        for row in 0..<d { vectors.values[row * d + column] = sign * vector[row] }
      }
    }
    (self.values, self.vectors) = (values, vectors)
  }

  /// Makes A diagonal; the rows of `v` become its eigenvectors.
  private static func diagonalize(_ a: UnsafeMutablePointer<Double>, _ v: UnsafeMutablePointer<Double>, _ d: Int) {
    for _ in 0..<60 {
      var (off, size) = (0.0, 0.0)
      for i in 0..<d {
        size += a[i * d + i] * a[i * d + i]
        for j in 0..<i { off += a[i * d + j] * a[i * d + j] }
      }
      if off <= size * 0x1p-108 { return }
      for p in 0..<d {
        for q in p + 1..<max(d, p + 1) where a[p * d + q] != 0 { rotate(a, v, d, p, q) }
      }
    }
  }

  /// The rotation in the plane (p, q) that makes `a[p, q]` zero.
  private static func rotate(
    _ a: UnsafeMutablePointer<Double>, _ v: UnsafeMutablePointer<Double>, _ d: Int, _ p: Int, _ q: Int
  ) {
    let across = a[p * d + q]
    let theta = (a[q * d + q] - a[p * d + p]) / (2 * across)
    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    // The block of the plane itself, turned from the right and then from the left.
    let (pp, pq) = (c * a[p * d + p] - s * across, s * a[p * d + p] + c * across)
    let (qp, qq) = (c * across - s * a[q * d + q], s * across + c * a[q * d + q])
    turn(a + p * d, a + q * d, d, c, s)
    turn(v + p * d, v + q * d, d, c, s)
    for i in 0..<d {
      a[i * d + p] = a[p * d + i]
      a[i * d + q] = a[q * d + i]
    }
    (a[p * d + p], a[q * d + q]) = (c * pp - s * qp, s * pq + c * qq)
    (a[p * d + q], a[q * d + p]) = (c * pq - s * qq, s * pp + c * qp)
  }

  private static func turn(
    _ first: UnsafeMutablePointer<Double>, _ second: UnsafeMutablePointer<Double>, _ count: Int, _ c: Double,
    _ s: Double
  ) {
    for i in 0..<count {
      let (x, y) = (first[i], second[i])
      first[i] = c * x - s * y
      second[i] = s * x + c * y
    }
  }
}
