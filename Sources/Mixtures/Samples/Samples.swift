/// The rows a mixture is fitted to: n × d finite numbers, some of which may be missing.
package struct Samples: Sendable {
  /// d columns of n numbers; NaN where a cell is missing.
  package let columns: [SampleColumn]
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
    guard values.count % d == 0 else { throw .ragged(values: values.count, columns: d) }
    try self.init(
      columns: Self.columns(of: values, dimension: d), names: columnNames, weights: weights,
      allowingMissing: allowingMissing)
  }

  /// - Parameters:
  ///   - columns: d columns of one length, which are shared and not copied.
  ///   - names: one a column.
  /// - Throws: as from row-major values.
  package init(
    columns: [SampleColumn], names: [String], weights: [Double]? = nil, allowingMissing: Bool = false
  ) throws(FitError) {
    let n = columns.first?.count ?? 0
    guard !names.isEmpty else { throw .noColumns }
    guard columns.count == names.count, columns.allSatisfy({ $0.count == n }) else {
      throw .ragged(values: columns.reduce(0) { $0 + $1.count }, columns: names.count)
    }
    guard n > 0 else { throw .noRows }
    let first = columns.map { $0.firstBad(allowingMissing: allowingMissing) }
    // The first bad cell as one reads: row by row.
    if let row = first.compactMap(\.self).min(), let column = first.firstIndex(of: row) {
      throw .notFinite(row: row, column: names[column], value: columns[column][row])
    }
    self.columns = columns
    columnNames = names
    rowCount = n
    self.weights = weights
    isComplete = !(allowingMissing && columns.contains(where: \.hasMissing))
    let total = try Self.total(of: weights, rows: n)
    let empty = isComplete ? 0 : Self.emptyWeight(columns, weights)
    (totalWeight, emptyWeight) = (empty > 0 ? total - empty : total, empty)
    if !isComplete { try requireObservedColumns() }
  }

  /// The columns of n × d row-major numbers.
  private static func columns(of values: [Double], dimension d: Int) -> [SampleColumn] {
    let n = values.count / d
    return (0..<d).map { j in
      SampleColumn(
        [Double](unsafeUninitializedCapacity: n) { target, count in
          values.withUnsafeBufferPointer { values in
            for i in 0..<n { target.initializeElement(at: i, to: values[i * d + j]) }
          }
          count = n
        })
    }
  }

  /// n × d, row-major: a copy, made when asked for.
  package var values: [Double] {
    let (n, d) = (rowCount, dimension)
    return [Double](unsafeUninitializedCapacity: n * d) { target, count in
      for (j, column) in columns.enumerated() {
        column.withValues { values in
          for i in 0..<n { target.initializeElement(at: i * d + j, to: values[i]) }
        }
      }
      count = n * d
    }
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
    try self.init(
      columns: columns.map { SampleColumn($0) }, names: names, weights: weights, allowingMissing: allowingMissing)
  }

  /// Row i, d numbers.
  package subscript(row i: Int) -> [Double] { columns.map { $0[i] } }

  package subscript(row: Int, column: Int) -> Double { columns[column][row] }

  /// The weighted mean of every column, over its observed cells.
  package var mean: [Double] {
    guard isComplete else { return observedMean }
    return columns.map { column in
      column.withValues { values in
        // A second pass over the residuals removes the rounding of the first.
        var mean = 0.0
        for _ in 0..<2 {
          var sum = 0.0
          for block in column.blocks {
            if let weights {
              for i in block { sum += weights[i] * (values[i] - mean) }
            } else {
              for i in block { sum += values[i] - mean }
            }
            column.passed(block)
          }
          mean += sum / totalWeight
        }
        return mean
      }
    }
  }

  /// The weighted population covariance (1/n), d × d, in products of the columns' units; of every two columns over the
  /// rows that have both.
  package var covariance: Matrix {
    guard isComplete else { return observedCovariance }
    let (d, center) = (dimension, mean)
    let pairs = (0..<d).flatMap { j in (0...j).map { (j, $0) } }
    // All pairs of a block before the next block, so that a column of a file comes into memory once.
    var sums = [Double](repeating: 0, count: pairs.count)
    for block in SampleColumn.blocks(rowCount) {
      let before = sums
      sums = Parallel.map(pairs.count, threads: rowCount < 10_000 ? 1 : Parallel.processors) { place in
        let (j, l) = pairs[place]
        return columns[j].withValues { first in
          columns[l].withValues { second in
            var sum = before[place]
            for i in block { sum += weight(i) * (first[i] - center[j]) * (second[i] - center[l]) }
            return sum
          }
        }
      }
      for column in columns { column.passed(block) }
    }
    var result = Matrix(rows: d, columns: d)
    for ((j, l), sum) in zip(pairs, sums) { (result[j, l], result[l, j]) = (sum / totalWeight, sum / totalWeight) }
    return result
  }

  /// Whether every cell is the same, or missing in both.
  package func hasSameCells(as other: Samples) -> Bool {
    rowCount == other.rowCount && dimension == other.dimension
      && values.elementsEqual(other.values) { $0 == $1 || ($0.isNaN && $1.isNaN) }
  }

  /// The rows and columns at these places, in this order.
  package func part(rows: [Int], columns: [Int]) -> Samples {
    let picked = columns.map { column in self.columns[column].withValues { values in rows.map { values[$0] } } }
    return Samples(
      trusted: picked.map { SampleColumn($0) }, columnNames: columns.map { columnNames[$0] },
      weights: weights.map { weights in rows.map { weights[$0] } },
      isComplete: isComplete || !picked.contains { $0.contains(where: \.isNaN) })
  }

  /// The same rows with every missing cell filled from n × d numbers; a row without any cell gets weight 0.
  func filled(with numbers: [Double]) -> Samples {
    let own = (0..<rowCount).map { self[row: $0].allSatisfy(\.isNaN) ? 0 : weight($0) }
    let filled = columns.enumerated().map { j, column in
      SampleColumn((0..<rowCount).map { column[$0].isNaN ? numbers[$0 * dimension + j] : column[$0] })
    }
    return Samples(
      trusted: filled, columnNames: columnNames, weights: emptyWeight > 0 ? own : weights, isComplete: true)
  }

  /// Every column with mean 0 and population standard deviation 1 (1/n); constant columns only centred.
  package var standardized: Samples {
    let (center, scales) = (mean, standardScales)
    let scaled = columns.enumerated().map { j, column in
      SampleColumn(column.withValues { values in values.map { ($0 - center[j]) / scales[j] } })
    }
    return Samples(trusted: scaled, columnNames: columnNames, weights: weights, isComplete: isComplete)
  }

  /// What `standardized` divides every column by: its population standard deviation, 1 where that is 0.
  package var standardScales: [Double] {
    covariance.diagonal.map { $0 > 0 && $0.isFinite ? $0.squareRoot() : 1 }
  }

  /// The rows at these places, in this order.
  func taking(_ rows: [Int]) -> Samples { part(rows: rows, columns: Array(0..<dimension)) }

  /// Finite numbers or missing cells that fill their rows, and weights that fit them.
  private init(trusted columns: [SampleColumn], columnNames: [String], weights: [Double]?, isComplete: Bool) {
    self.columns = columns
    self.columnNames = columnNames
    self.weights = weights
    rowCount = columns.first?.count ?? 0
    self.isComplete = isComplete
    emptyWeight = isComplete ? 0 : Self.emptyWeight(columns, weights)
    totalWeight = (weights?.reduce(0, +) ?? Double(rowCount)) - emptyWeight
  }
}
