/// The lower triangular L with L Lᵀ = A, for symmetric positive definite A.
package struct Cholesky: Sendable {
  package let dimension: Int
  /// d × d, row-major; zero above the diagonal.
  package private(set) var lower: [Double]

  /// - Returns: nil when a pivot is not positive beyond rounding (that is, at most `d · 2⁻⁵²` of its diagonal entry).
  package init?(_ matrix: Matrix) {
    self.init(matrix.values[...], dimension: matrix.rows)
  }

  init?(_ values: ArraySlice<Double>, dimension d: Int) {
    dimension = d
    lower = Array(values)
    let factored = lower.withUnsafeMutableBufferPointer { Self.factor($0, dimension: d) }
    guard factored else { return nil }
  }

  /// Replaces A by L in place; false when A is not positive definite.
  static func factor(_ a: UnsafeMutableBufferPointer<Double>, dimension d: Int) -> Bool {
    for j in 0..<d {
      let original = a[j * d + j]
      var pivot = original
      for i in 0..<j { pivot -= a[j * d + i] * a[j * d + i] }
      guard pivot > Double(d) * 0x1p-52 * original, pivot.isFinite else { return false }
      let root = pivot.squareRoot()
      a[j * d + j] = root
      for row in j + 1..<max(d, j + 1) {
        var sum = a[row * d + j]
        for i in 0..<j { sum -= a[row * d + i] * a[j * d + i] }
        a[row * d + j] = sum / root
      }
      for column in j + 1..<max(d, j + 1) { a[j * d + column] = 0 }
    }
    return true
  }

  /// log det A.
  package var logDeterminant: Double {
    (0..<dimension).reduce(0) { $0 + 2 * Elementary.log(lower[$1 * dimension + $1]) }
  }

  /// L⁻¹ v, in units of which A is the identity.
  package func whiten(_ v: [Double]) -> [Double] {
    var y = v
    for j in 0..<dimension {
      for i in 0..<j { y[j] -= lower[j * dimension + i] * y[i] }
      y[j] /= lower[j * dimension + j]
    }
    return y
  }

  /// L v.
  package func color(_ v: [Double]) -> [Double] {
    (0..<dimension).map { j in (0...j).reduce(0) { $0 + lower[j * dimension + $1] * v[$1] } }
  }

  /// L⁻¹ B L⁻ᵀ for symmetric B.
  package func whiten(_ b: Matrix) -> Matrix {
    var result = b
    result.values.withUnsafeMutableBufferPointer { values in
      lower.withUnsafeBufferPointer { lower in
        guard let values = values.baseAddress, let lower = lower.baseAddress else { return }
        Self.whiten(values, by: lower, dimension: dimension)
      }
    }
    return result
  }

  /// B ← L⁻¹ B L⁻ᵀ for symmetric B, d × d.
  static func whiten(
    _ b: UnsafeMutablePointer<Double>, by lower: UnsafePointer<Double>, dimension d: Int
  ) {
    for side in 0..<2 {
      for j in 0..<d {
        for i in 0..<j {
          let factor = lower[j * d + i]
          for c in 0..<d { b[j * d + c] -= factor * b[i * d + c] }
        }
        let pivot = lower[j * d + j]
        for c in 0..<d { b[j * d + c] /= pivot }
      }
      guard side == 0 else { return }
      for i in 0..<d { for j in 0..<i { swap(&b[i * d + j], &b[j * d + i]) } }
    }
  }

  /// v ← L⁻¹ v
  static func whiten(_ v: UnsafeMutablePointer<Double>, vectorBy lower: UnsafePointer<Double>, dimension d: Int) {
    for j in 0..<d {
      for i in 0..<j { v[j] -= lower[j * d + i] * v[i] }
      v[j] /= lower[j * d + j]
    }
  }

  /// A⁻¹.
  package var inverse: Matrix {
    let d = dimension
    var result = Matrix(rows: d, columns: d)
    let columns = (0..<d).map { j in whiten((0..<d).map { $0 == j ? 1 : 0 }) }
    for i in 0..<d {
      for j in 0..<d { result[i, j] = (0..<d).reduce(0) { $0 + columns[i][$1] * columns[j][$1] } }
    }
    return result
  }

  /// L with reciprocal diagonal, as the kernels take it.
  var kernelFactor: [Double] {
    var result = lower
    for j in 0..<dimension { result[j * dimension + j] = 1 / result[j * dimension + j] }
    return result
  }
}
