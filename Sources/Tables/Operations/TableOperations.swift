private import Wording

extension Table {
  /// The rows whose flag is true, in order; a missing flag drops its row.
  package func filtered(_ keep: [Bool?]) -> Table {
    taking(rows: keep.indices.filter { keep[$0] == true })
  }

  /// The rows at these places (from 0), in this order, with their numbers.
  package func taking(rows indices: [Int]) -> Table {
    mapping(rowNumbers: indices.map { rowNumbers[$0] }) { $0.taking(indices) }
  }

  /// The rows that have every cell of the named columns.
  ///
  /// - Parameter names: `nil` means all columns.
  package func droppingMissing(in names: [String]? = nil) -> Table {
    let checked = columns.filter { names?.contains($0.name) ?? true }
    let complete = (0..<rowCount).filter { row in checked.allSatisfy { !$0.isMissing(at: row) } }
    return complete.count == rowCount ? self : taking(rows: complete)
  }

  /// The table with every missing number replaced by the mean of its column; a column without numbers stays as it is.
  package func fillingWithMeans() -> Table {
    mapping { column in
      guard let numbers = column.numbers, numbers.contains(where: \.isNaN) else { return column }
      let mean = Summary.mean(of: numbers)
      return Column(column.name, unit: column.unit, numbers: numbers.map { $0.isNaN ? mean : $0 })
    }
  }

  /// The named columns, in this order.
  ///
  /// - Throws: `TableError` for a name the table does not have.
  package func selecting(_ names: [String]) throws(TableError) -> Table {
    var chosen: [Column] = []
    for name in names { chosen.append(try column(name)) }
    return try Table(columns: chosen, rowNumbers: rowNumbers)
  }

  /// The column of this name.
  ///
  /// - Throws: `TableError` with the nearest name when there is none.
  package func column(_ name: String) throws(TableError) -> Column {
    if let column = self[name] { return column }
    let near = nearestName(to: name, in: columnNames)
    throw TableError(
      "unknown column '\(name)'",
      hint: near.map { "did you mean '\($0)'?" } ?? "the columns are \(joined(columnNames))")
  }

  /// The table with a column more at the end, or with the column of that name replaced.
  package func adding(_ column: Column) throws(TableError) -> Table {
    var all = columns
    if let place = all.firstIndex(where: { $0.name == column.name }) {
      all[place] = column
    } else {
      all.append(column)
    }
    return try Table(columns: all, rowNumbers: rowNumbers)
  }

  /// The table with columns renamed; old names that it does not have are ignored.
  package func renaming(_ newNames: [String: String]) throws(TableError) -> Table {
    var all = columns
    for place in all.indices { all[place].name = newNames[all[place].name] ?? all[place].name }
    return try Table(columns: all, rowNumbers: rowNumbers)
  }

  /// The table with the named numeric columns centred on their means and divided by their standard deviations (with n,
  /// as scikit-learn), their units gone. A constant column becomes zeros.
  ///
  /// - Parameter names: `nil` means every numeric column.
  package func standardized(_ names: [String]? = nil) -> Table {
    mapping { column in
      guard names?.contains(column.name) ?? true, let numbers = column.numbers else { return column }
      let present = numbers.filter { !$0.isNaN }
      // Rounding may leave the mean of equal numbers beside them, and their deviation just above zero.
      guard let low = present.min(), let high = present.max(), low < high else {
        return Column(column.name, numbers: numbers.map { $0.isNaN ? .nan : 0 })
      }
      let mean = Summary.mean(of: numbers)
      let deviation = Summary.standardDeviation(of: numbers, freedom: 0)
      return Column(column.name, numbers: numbers.map { ($0 - mean) / deviation })
    }
  }
}
