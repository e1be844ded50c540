extension Matrix {
  var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
    return result
  }

  static func + (a: Matrix, b: Matrix) -> Matrix {
    Matrix(rows: a.rows, columns: a.columns, values: zip(a.values, b.values).map { $0 + $1 })
  }

  static func * (a: Matrix, factor: Double) -> Matrix {
    Matrix(rows: a.rows, columns: a.columns, values: a.values.map { $0 * factor })
  }

  static func * (a: Matrix, b: Matrix) -> Matrix {
    var result = Matrix(rows: a.rows, columns: b.columns)
    for i in 0..<a.rows {
      for l in 0..<a.columns where a[i, l] != 0 {
        for j in 0..<b.columns { result[i, j] += a[i, l] * b[l, j] }
      }
    }
    return result
  }

  /// Σᵢⱼ aᵢⱼ bᵢⱼ, the trace of a bᵀ.
  func inner(_ other: Matrix) -> Double { zip(values, other.values).reduce(0) { $0 + $1.0 * $1.1 } }
}
