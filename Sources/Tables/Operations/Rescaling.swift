extension Table {
  /// The table with every missing number replaced by the mean of its column; a column without numbers stays as it is.
  package func fillingWithMeans() throws(TableError) -> Table {
    try mapping { column throws(TableError) in
      guard let numbers = column.numbers, numbers.hasMissing else { return column }
      let mean = Summary.mean(of: numbers)
      return try column.changing(numbers) { $0.isNaN ? mean : $0 }
    }
  }

  /// The table with the named numeric columns centred on their means and divided by their standard deviations (with n,
  /// as scikit-learn), their units gone. A constant column becomes zeros.
  ///
  /// - Parameter names: `nil` means every numeric column.
  package func standardized(_ names: [String]? = nil) throws(TableError) -> Table {
    try mapping { column throws(TableError) in
      guard names?.contains(column.name) ?? true, let numbers = column.numbers else { return column }
      var column = column
      column.unit = nil
      // Rounding may leave the mean of equal numbers beside them, and their deviation just above zero.
      guard let range = numbers.range, range.lowerBound < range.upperBound else {
        return try column.changing(numbers) { $0.isNaN ? .nan : 0 }
      }
      let mean = Summary.mean(of: numbers)
      let deviation = Summary.standardDeviation(of: numbers, freedom: 0)
      return try column.changing(numbers) { ($0 - mean) / deviation }
    }
  }
}

extension Column {
  /// The column with each of its numbers changed.
  fileprivate func changing(_ numbers: Numbers, _ change: (Double) -> Double) throws(TableError) -> Column {
    var column = self
    column.cells = .number(try numbers.remade { _, block in block.map(change) })
    return column
  }
}

extension Numbers {
  fileprivate var hasMissing: Bool {
    var found = false
    forEachBlock { _, block in found = found || block.contains(where: \.isNaN) }
    return found
  }

  /// From the smallest to the largest that is not NaN; `nil` of none.
  fileprivate var range: ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    forEachBlock { _, block in
      for number in block where !number.isNaN { (low, high) = (Swift.min(low, number), Swift.max(high, number)) }
    }
    return low <= high ? low...high : nil
  }
}
