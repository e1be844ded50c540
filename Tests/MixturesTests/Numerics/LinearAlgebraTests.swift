import Mixtures
import Testing

@Suite struct LinearAlgebraTests {
  private static let matrix = Matrix([[4, 2, -2], [2, 10, 2], [-2, 2, 6]])!

  @Test func theFactorOfAKnownMatrix() throws {
    let factor = try #require(Cholesky(Self.matrix))
    #expect(factor.lower == [2, 0, 0, 1, 3, 0, -1, 1, 2])
    #expect(abs(factor.logDeterminant - 4.969813299576001) < 1e-14)  // log 144
    #expect(factor.whiten([2, 4, 2]) == [1, 1, 1])
    #expect(factor.color([1, 1, 1]) == [2, 4, 2])
    let unit = factor.whiten(Self.matrix)
    for i in 0..<3 { for j in 0..<3 { #expect(abs(unit[i, j] - (i == j ? 1 : 0)) < 1e-14) } }
  }

  @Test func theInverseTimesTheMatrixIsTheIdentity() throws {
    let inverse = try #require(Cholesky(Self.matrix)).inverse
    for i in 0..<3 {
      for j in 0..<3 {
        let entry = (0..<3).reduce(0.0) { $0 + inverse[i, $1] * Self.matrix[$1, j] }
        #expect(abs(entry - (i == j ? 1 : 0)) < 1e-14)
      }
    }
  }

  @Test(arguments: [[[0.0]], [[-1.0]], [[1, 2], [2, 1]], [[1, 1], [1, 1]], [[.nan]]])
  func matricesThatAreNotPositiveDefiniteHaveNoFactor(_ rows: [[Double]]) throws {
    #expect(Cholesky(try #require(Matrix(rows))) == nil)
  }

  @Test func eigenvaluesAndVectors() {
    let eigen = SymmetricEigen(Matrix([[2, 1, 0], [1, 2, 0], [0, 0, 5]])!)
    for (value, expected) in zip(eigen.values, [1.0, 3, 5]) { #expect(abs(value - expected) < 1e-14) }
    let half = 0.5.squareRoot()
    for (entry, expected) in zip(eigen.vectors.values, [half, half, 0, -half, half, 0, 0, 0, 1]) {
      #expect(abs(entry - expected) < 1e-14)
    }
  }

  @Test func raggedRowsAreNoMatrix() { #expect(Matrix([[1, 2], [3]]) == nil) }
}
