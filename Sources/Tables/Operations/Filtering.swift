extension Table {
  /// The rows whose flag is true, in order; a missing flag drops its row. Numbers stay where they are kept.
  ///
  /// - Throws: `TableError` when the file for them cannot be written.
  package func filtered(_ keep: [Bool?]) throws(TableError) -> Table {
    let numbers = rowNumbers.indices.lazy.filter { keep[$0] == true }.map { rowNumbers[$0] }
    return try mapping(rowNumbers: RowNumbers(Array(numbers))) { column throws(TableError) in
      var column = column
      switch column.cells {
      case .number(let numbers):
        column.cells = .number(
          try numbers.remade { start, block in
            block.indices.lazy.filter { keep[start + $0] == true }.map { block[$0] }
          })
      case .category(let categories):
        column.cells = .category(categories.taking(keep.indices.lazy.filter { keep[$0] == true }))
      case .boolean(let flags):
        column.cells = .boolean(zip(flags, keep).lazy.filter { $1 == true }.map(\.0))
      }
      return column
    }
  }

  /// The rows that have every cell.
  package func droppingMissing() throws(TableError) -> Table {
    let complete = completeRows
    return complete.contains(false) ? try filtered(complete) : self
  }

  /// For each row whether it has every cell.
  package var completeRows: [Bool] {
    var complete = [Bool](repeating: true, count: rowCount)
    for column in columns {
      switch column.cells {
      case .number(let numbers):
        numbers.forEachBlock { start, block in
          for index in block.indices where block[index].isNaN { complete[start + index] = false }
        }
      case .category, .boolean:
        for row in complete.indices where column.isMissing(at: row) { complete[row] = false }
      }
    }
    return complete
  }
}
