extension Samples {
  /// - Throws: `FitError.tooFewDistinctRows` unless at least `count` rows differ from each other.
  func requireDistinctRows(_ count: Int) throws(FitError) {
    let different = differentRows(upTo: count)
    if different < count { throw .tooFewDistinctRows(distinct: different, components: count) }
  }

  /// How many rows with any cell differ from each other, counted no further than `limit`.
  func differentRows(upTo limit: Int) -> Int {
    var seen = Set<[Double]>()
    for i in 0..<rowCount where seen.count < limit && (isComplete || !self[row: i].allSatisfy(\.isNaN)) {
      // NaN differs from itself; infinity is no cell's value.
      seen.insert(self[row: i].map { $0.isNaN ? .infinity : $0 })
    }
    return seen.count
  }

  /// - Throws: `FitError` when no mixture of this kind can have an invertible covariance, with or without a floor.
  func check(for options: EMOptions, covariance: Matrix, floor: [Double]) throws(FitError) {
    if !isComplete { try requireObservedColumns() }
    for (j, name) in columnNames.enumerated() {
      guard covariance[j, j].isFinite, covariance[j, j] < 0x1p1000 else { throw .tooLarge(column: name) }
    }
    let rows = informativeRowCount
    guard rows >= options.components else { throw .tooFewRows(rows: rows, components: options.components) }
    try requireDistinctRows(options.components)
    try requirePairs(for: options.family)
    if !isComplete { try requireNothingOfWholeRows(options) }
    let floored = options.family.projected(covariance, floor: floor)
    for (j, name) in columnNames.enumerated() {
      // A constant column's variance is 0 up to the rounding of its mean.
      guard floored[j, j] > 0x1p-1000, !isConstant(j) || floored[j, j] > 2 * covariance[j, j] else {
        throw .constantColumn(column: name, value: firstCell(of: j))
      }
    }
    try requireIndependentColumns(floored)
  }

  private func isConstant(_ column: Int) -> Bool {
    let first = firstCell(of: column)
    return (0..<rowCount).allSatisfy { self[$0, column] == first || self[$0, column].isNaN }
  }

  /// - Throws: `FitError.collinear` when a column's variance given the columns before it is below 1e-13 of its own.
  private func requireIndependentColumns(_ covariance: Matrix) throws(FitError) {
    let d = dimension
    var lower = Matrix(rows: d, columns: d)
    for j in 0..<d {
      var pivot = covariance[j, j]
      for i in 0..<j {
        var sum = covariance[j, i]
        for l in 0..<i { sum -= lower[j, l] * lower[i, l] }
        lower[j, i] = sum / lower[i, i]
        pivot -= lower[j, i] * lower[j, i]
      }
      guard pivot > 1e-13 * covariance[j, j] else {
        throw .collinear(column: columnNames[j], others: partners(of: j, lower))
      }
      lower[j, j] = pivot.squareRoot()
    }
  }

  /// The columns that take part in the regression of column j on those before it.
  private func partners(of j: Int, _ lower: Matrix) -> [String] {
    var coefficients = (0..<j).map { lower[j, $0] }
    for i in stride(from: j - 1, through: 0, by: -1) {
      for l in i + 1..<max(j, i + 1) { coefficients[i] -= lower[l, i] * coefficients[l] }
      coefficients[i] /= lower[i, i]
    }
    let scaled = (0..<j).map { abs(coefficients[$0]) * (0...$0).reduce(0) { $0 + lower[$1, $1] } }
    let largest = scaled.max() ?? 0
    return (0..<j).filter { scaled[$0] > 1e-6 * largest }.map { columnNames[$0] }
  }
}

extension CovarianceFamily {
  /// One covariance plus the floor's diagonal, restricted to the family.
  func projected(_ covariance: Matrix, floor: [Double]) -> Matrix {
    var raised = covariance
    for (j, value) in floor.enumerated() { raised[j, j] += value }
    var scatters = Scatters(dimension: covariance.rows, counts: [1], covariances: raised.values)
    project(&scatters)
    return Matrix(rows: covariance.rows, columns: covariance.rows, values: scatters.covariances)
  }
}
