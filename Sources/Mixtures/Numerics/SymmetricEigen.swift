/// Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations.
package struct SymmetricEigen: Sendable {
  /// Ascending.
  package let values: [Double]
  /// Column j belongs to `values[j]`; its first entry of largest magnitude is positive.
  package let vectors: Matrix

  package init(_ matrix: Matrix) {
    let d = matrix.rows
    // In units of the largest entry no square overflows or is lost; a power of 2 rounds nothing.
    let largest = matrix.values.reduce(0) { max($0, abs($1)) }
    let unit = largest > 0 && largest.isFinite ? largest.binade : 1
    var a = Matrix(rows: d, columns: d, values: matrix.values.map { $0 / unit })
    var v = Matrix.identity(d)
    for _ in 0..<60 {
      var off = 0.0
      var size = 0.0
      for i in 0..<d {
        size += a[i, i] * a[i, i]
        for j in 0..<i { off += a[i, j] * a[i, j] }
      }
      if off <= size * 0x1p-108 { break }
      for p in 0..<d {
        for q in p + 1..<max(d, p + 1) where a[p, q] != 0 { Self.rotate(&a, &v, p, q) }
      }
    }
    let order = (0..<d).sorted { (a[$0, $0], $0) < (a[$1, $1], $1) }
    values = order.map { a[$0, $0] * unit }
    var sorted = Matrix(rows: d, columns: d)
    for (column, source) in order.enumerated() {
      let largest = (0..<d).max { abs(v[$0, source]) < abs(v[$1, source]) } ?? 0
      let sign: Double = d > 0 && v[largest, source] < 0 ? -1 : 1
      for row in 0..<d { sorted[row, column] = sign * v[row, source] }
    }
    vectors = sorted
  }

  /// The rotation in the plane (p, q) that makes `a[p, q]` zero.
  private static func rotate(_ a: inout Matrix, _ v: inout Matrix, _ p: Int, _ q: Int) {
    let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for i in 0..<a.rows {
      (a[i, p], a[i, q]) = (c * a[i, p] - s * a[i, q], s * a[i, p] + c * a[i, q])
    }
    for i in 0..<a.rows {
      (a[p, i], a[q, i]) = (c * a[p, i] - s * a[q, i], s * a[p, i] + c * a[q, i])
      (v[i, p], v[i, q]) = (c * v[i, p] - s * v[i, q], s * v[i, p] + c * v[i, q])
    }
  }
}
