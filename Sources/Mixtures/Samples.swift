/// The rows a mixture is fitted to: n × d finite numbers, some of which may be missing.
package struct Samples: Sendable {
  /// n × d, row-major; NaN where a cell is missing.
  package let values: [Double]
  /// n
  package let rowCount: Int
  /// The names of the d columns, as used in messages.
  package let columnNames: [String]
  /// How many rows each row stands for, n numbers of 0 or more; nil where each stands for itself.
  package let weights: [Double]?
  /// The sum of the weights, n without weights, over the rows with any cell: what a log-likelihood is a sum of, and what
  /// BIC counts.
  package let totalWeight: Double
  /// The sum of the weights of rows without any cell, which say nothing.
  package let emptyWeight: Double
  /// Whether no cell is missing.
  package let isComplete: Bool

  /// d
  package var dimension: Int { columnNames.count }

  /// - Parameters:
  ///   - values: n × d numbers, row by row.
  ///   - columnNames: one name a column.
  ///   - weights: one a row, 0 or more and not all 0.
  ///   - allowingMissing: whether NaN stands for a missing cell; otherwise it is an error.
  /// - Throws: `FitError.noColumns`, `.noRows`, `.ragged`, `.notFinite` at the first infinity or NaN that is no missing
  ///   cell, `.badWeight`, or `.nothingObserved` for a column all of whose cells are missing.
  package init(
    values: [Double], columnNames: [String], weights: [Double]? = nil, allowingMissing: Bool = false
  ) throws(FitError) {
    let d = columnNames.count
    guard d > 0 else { throw .noColumns }
    guard !values.isEmpty else { throw .noRows }
    guard values.count % d == 0 else { throw .ragged(values: values.count, columns: d) }
    if let bad = values.firstIndex(where: { !$0.isFinite && !(allowingMissing && $0.isNaN) }) {
      throw .notFinite(row: bad / d, column: columnNames[bad % d], value: values[bad])
    }
    self.values = values
    self.columnNames = columnNames
    rowCount = values.count / d
    self.weights = weights
    isComplete = !(allowingMissing && values.contains(where: \.isNaN))
    let total = try Self.total(of: weights, rows: rowCount)
    let empty = isComplete ? 0 : Self.emptyWeight(values, dimension: d, weights)
    (totalWeight, emptyWeight) = (empty > 0 ? total - empty : total, empty)
    if !isComplete { try requireObservedColumns() }
  }

  /// The sum of weights that are fit to be used.
  private static func total(of weights: [Double]?, rows: Int) throws(FitError) -> Double {
    guard let weights else { return Double(rows) }
    guard weights.count == rows else { throw .ragged(values: weights.count, columns: 1) }
    if let bad = weights.firstIndex(where: { !($0 >= 0 && $0 < 0x1p500) }) {
      throw .badWeight(row: bad, value: weights[bad])
    }
    let total = weights.reduce(0, +)
    guard total > 0 else { throw .noWeight }
    return total
  }

  /// The weight of row i.
  package func weight(_ i: Int) -> Double { weights.map { $0[i] } ?? 1 }

  /// Columns named "column 1", "column 2", ….
  package init(values: [Double], dimension: Int) throws(FitError) {
    try self.init(values: values, columnNames: (0..<max(dimension, 0)).map { "column \($0 + 1)" })
  }

  package init(
    columns: [[Double]], names: [String], weights: [Double]? = nil, allowingMissing: Bool = false
  ) throws(FitError) {
    let n = columns.first?.count ?? 0
    guard columns.count == names.count, columns.allSatisfy({ $0.count == n }) else {
      throw .ragged(values: columns.reduce(0) { $0 + $1.count }, columns: names.count)
    }
    var values: [Double] = []
    values.reserveCapacity(n * columns.count)
    for i in 0..<n { for column in columns { values.append(column[i]) } }
    try self.init(values: values, columnNames: names, weights: weights, allowingMissing: allowingMissing)
  }

  /// Row i, d numbers.
  package subscript(row i: Int) -> ArraySlice<Double> { values[i * dimension..<(i + 1) * dimension] }

  package subscript(row: Int, column: Int) -> Double { values[row * dimension + column] }

  /// The weighted mean of every column, over its observed cells.
  package var mean: [Double] {
    guard isComplete else { return observedMean }
    let d = dimension
    // A second pass over the residuals removes the rounding of the first.
    var mean = Array(repeating: 0.0, count: d)
    for pass in 0..<2 {
      var sum = Array(repeating: 0.0, count: d)
      for i in 0..<rowCount {
        let weight = weight(i)
        for j in 0..<d { sum[j] += weight * (values[i * d + j] - (pass == 0 ? 0 : mean[j])) }
      }
      for j in 0..<d { mean[j] += sum[j] / totalWeight }
    }
    return mean
  }

  /// The weighted population covariance (1/n), d × d, in products of the columns' units; of every two columns over the
  /// rows that have both.
  package var covariance: Matrix {
    guard isComplete else { return observedCovariance }
    let (d, center) = (dimension, mean)
    var result = Matrix(rows: d, columns: d)
    values.withUnsafeBufferPointer { values in
      result.values.withUnsafeMutableBufferPointer { result in
        for i in 0..<rowCount {
          for j in 0..<d {
            let a = weight(i) * (values[i * d + j] - center[j])
            for l in 0...j { result[j * d + l] += a * (values[i * d + l] - center[l]) }
          }
        }
      }
    }
    for j in 0..<d {
      for l in 0...j {
        result[j, l] /= totalWeight
        result[l, j] = result[j, l]
      }
    }
    return result
  }

  /// Whether every cell is the same, or missing in both.
  package func hasSameCells(as other: Samples) -> Bool {
    values.elementsEqual(other.values) { $0 == $1 || ($0.isNaN && $1.isNaN) }
  }

  /// The rows and columns at these places, in this order.
  package func part(rows: [Int], columns: [Int]) -> Samples {
    let cells = rows.flatMap { i in columns.map { self[i, $0] } }
    return Samples(
      trusted: cells, columnNames: columns.map { columnNames[$0] },
      weights: weights.map { weights in rows.map { weights[$0] } },
      isComplete: isComplete || !cells.contains(where: \.isNaN))
  }

  /// The same rows with every missing cell filled from n × d numbers; a row without any cell gets weight 0.
  func filled(with numbers: [Double]) -> Samples {
    let own = (0..<rowCount).map { self[row: $0].allSatisfy(\.isNaN) ? 0 : weight($0) }
    return Samples(
      trusted: values.indices.map { values[$0].isNaN ? numbers[$0] : values[$0] }, columnNames: columnNames,
      weights: emptyWeight > 0 ? own : weights, isComplete: true)
  }

  /// Every column with mean 0 and population standard deviation 1 (1/n); constant columns only centred.
  package var standardized: Samples {
    let (d, center) = (dimension, mean)
    let scales = standardScales
    return Samples(
      trusted: values.indices.map { (values[$0] - center[$0 % d]) / scales[$0 % d] }, columnNames: columnNames,
      weights: weights, isComplete: isComplete)
  }

  /// What `standardized` divides every column by: its population standard deviation, 1 where that is 0.
  package var standardScales: [Double] {
    covariance.diagonal.map { $0 > 0 && $0.isFinite ? $0.squareRoot() : 1 }
  }

  /// The rows at these places, in this order.
  func taking(_ rows: [Int]) -> Samples { part(rows: rows, columns: Array(0..<dimension)) }

  /// Finite numbers or missing cells that fill their rows, and weights that fit them.
  private init(trusted values: [Double], columnNames: [String], weights: [Double]?, isComplete: Bool) {
    let d = columnNames.count
    self.values = values
    self.columnNames = columnNames
    self.weights = weights
    rowCount = values.count / d
    self.isComplete = isComplete
    emptyWeight = isComplete ? 0 : Self.emptyWeight(values, dimension: d, weights)
    totalWeight = (weights?.reduce(0, +) ?? Double(rowCount)) - emptyWeight
  }
}
