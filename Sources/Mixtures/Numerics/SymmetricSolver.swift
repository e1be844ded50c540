/// Symmetric positive definite systems of equations in buffers of the caller's.
enum SymmetricSolver {
  /// Replaces `right` by A⁻¹ `right`; false, with both spoilt, where A is not positive definite beyond rounding.
  ///
  /// Gaussian elimination row by row, so that neighbours in memory are worked on together.
  ///
  /// - Parameters:
  ///   - upper: A, n × n, row-major, of which the upper triangle is read; overwritten.
  ///   - right: n numbers.
  static func solve(_ upper: UnsafeMutablePointer<Double>, _ right: UnsafeMutablePointer<Double>, count n: Int) -> Bool
  {
    for j in 0..<n {
      let row = upper + j * n
      let pivot = row[j]
      guard pivot > 0, pivot.isFinite else { return false }
      for i in j + 1..<max(n, j + 1) {
        let factor = row[i] / pivot
        if factor == 0 { continue }
        let target = upper + i * n
        let before = target[i]
        for c in i..<n { target[c] -= factor * row[c] }
        guard target[i] > Double(n) * 0x1p-52 * before else { return false }
        right[i] -= factor * right[j]
      }
    }
    for j in stride(from: n - 1, through: 0, by: -1) {
      let row = upper + j * n
      for i in j + 1..<max(n, j + 1) { right[j] -= row[i] * right[i] }
      right[j] /= row[j]
    }
    return true
  }
}
