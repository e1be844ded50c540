internal import MixtureKernels

extension Samples {
  /// The weighted mean of the observed cells of every column; 0 for a column without any.
  var observedMean: [Double] {
    let d = dimension
    // A second pass over the residuals removes the rounding of the first.
    var mean = Array(repeating: 0.0, count: d)
    for pass in 0..<2 {
      for j in 0..<d {
        var (sum, count) = (0.0, 0.0)
        for i in 0..<rowCount where !self[i, j].isNaN {
          sum += weight(i) * (self[i, j] - (pass == 0 ? 0 : mean[j]))
          count += weight(i)
        }
        mean[j] += count > 0 ? sum / count : 0
      }
    }
    return mean
  }

  /// The weighted covariance (1/n) of every two columns over the rows that have both, about the columns' means; 0 where
  /// no row has both. The diagonal are the variances of the observed cells; the whole need not be positive definite.
  var observedCovariance: Matrix {
    let (d, center) = (dimension, mean)
    var result = Matrix(rows: d, columns: d)
    for j in 0..<d {
      for l in 0...j {
        var (sum, count) = (0.0, 0.0)
        for i in 0..<rowCount where !self[i, j].isNaN && !self[i, l].isNaN {
          sum += weight(i) * (self[i, j] - center[j]) * (self[i, l] - center[l])
          count += weight(i)
        }
        result[j, l] = count > 0 ? sum / count : 0
        result[l, j] = result[j, l]
      }
    }
    return result
  }

  /// The number of rows with an observed cell.
  package var informativeRowCount: Int {
    isComplete ? rowCount : (0..<rowCount).count { i in !self[row: i].allSatisfy(\.isNaN) }
  }

  /// The number of rows that lack a cell.
  package var incompleteRowCount: Int {
    isComplete ? 0 : (0..<rowCount).count { i in self[row: i].contains(where: \.isNaN) }
  }

  /// The first observed cell of a column.
  func firstCell(of column: Int) -> Double {
    (0..<rowCount).lazy.map { self[$0, column] }.first { !$0.isNaN } ?? .nan
  }

  /// The sum of the weights of rows without any cell.
  static func emptyWeight(_ columns: [SampleColumn], _ weights: [Double]?) -> Double {
    (0..<(columns.first?.count ?? 0)).reduce(0) { sum, i in
      columns.allSatisfy { $0[i].isNaN } ? sum + (weights.map { $0[i] } ?? 1) : sum
    }
  }

  /// - Throws: `FitError.nothingObserved` for a column without a cell in any row that counts.
  func requireObservedColumns() throws(FitError) {
    for j in 0..<dimension where !(0..<rowCount).contains(where: { !self[$0, j].isNaN && weight($0) > 0 }) {
      throw .nothingObserved(column: columnNames[j])
    }
  }

  /// - Throws: `FitError.badOption` for what has no meaning where cells are missing.
  func requireNothingOfWholeRows(_ options: EMOptions) throws(FitError) {
    if options.noise != nil {
      throw .badOption(name: "noise", reason: "needs complete rows; drop rows with missing cells, or leave noise out")
    }
    if case .variational = options.method {
      throw .badOption(
        name: "method",
        reason: "variational needs complete rows; drop rows with missing cells, or fit by EM (method: em)")
    }
  }

  /// - Throws: `FitError.neverTogether` when two columns share no row and the family has a covariance between them.
  func requirePairs(for family: CovarianceFamily) throws(FitError) {
    guard !isComplete, !family.structure.isDiagonal else { return }
    for j in 0..<dimension {
      for l in 0..<j where !(0..<rowCount).contains(where: { !self[$0, j].isNaN && !self[$0, l].isNaN }) {
        throw .neverTogether(column: columnNames[l], other: columnNames[j])
      }
    }
  }
}
