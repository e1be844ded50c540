/// Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations.
package struct SymmetricEigen: Sendable {
  /// Ascending.
  package let values: [Double]
  /// Column j belongs to `values[j]`; its first entry of largest magnitude is positive.
  package let vectors: Matrix

  package init(_ matrix: Matrix) {
    let d = matrix.rows
    var values = Array(repeating: 0.0, count: d)
    var vectors = matrix
    values.withUnsafeMutableBufferPointer { values in
      vectors.values.withUnsafeMutableBufferPointer { vectors in
        guard let values = values.baseAddress, let vectors = vectors.baseAddress else { return }
        Self.decompose(vectors, dimension: d, values: values)
      }
    }
    (self.values, self.vectors) = (values, vectors)
  }

  /// Replaces d × d numbers by the eigenvectors, and writes the d eigenvalues, both in the order described above.
  static func decompose(
    _ matrix: UnsafeMutablePointer<Double>, dimension d: Int, values: UnsafeMutablePointer<Double>
  ) {
    // In units of the largest entry no square overflows or is lost; a power of 2 rounds nothing.
    var largest = 0.0
    for e in 0..<d * d { largest = max(largest, abs(matrix[e])) }
    let unit = largest > 0 && largest.isFinite ? largest.binade : 1
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(2 * d * d, 1)) { space in
      guard let a = space.baseAddress else { return }
      let v = a + d * d
      for i in 0..<d {
        for j in 0..<d { (a[i * d + j], v[i * d + j]) = (matrix[i * d + j] / unit, i == j ? 1 : 0) }
      }
      diagonalize(a, v, d)
      var last = -1
      for column in 0..<d {
        // The next one in the order of values, and of places where they are equal.
        var source = -1
        for i in 0..<d where i != last && !(last >= 0 && precedes(a, d, i, last)) {
          if source < 0 || precedes(a, d, i, source) { source = i }
        }
        // Numbers that are none have no order.
        if source < 0 { source = column }
        last = source
        values[column] = a[source * d + source] * unit
        write(v + source * d, to: matrix + column, d)
      }
    }
  }

  private static func precedes(_ a: UnsafeMutablePointer<Double>, _ d: Int, _ i: Int, _ j: Int) -> Bool {
    let (first, second) = (a[i * d + i], a[j * d + j])
    return first != second ? first < second : i < j
  }

  /// Writes a row of numbers as a column, its first entry of largest magnitude positive.
  private static func write(_ row: UnsafePointer<Double>, to column: UnsafeMutablePointer<Double>, _ d: Int) {
    var largest = 0
    for i in 0..<d where abs(row[i]) > abs(row[largest]) { largest = i }
    let sign: Double = row[largest] < 0 ? -1 : 1
    for i in 0..<d { column[i * d] = sign * row[i] }
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
