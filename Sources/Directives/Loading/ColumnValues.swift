internal import Tables

extension Session {
  /// Works out an expression over the rows of a table.
  ///
  /// Of a table in a file, what the expression makes stays in a file too. Block by block it does not take up memory
  /// either, unless a summary such as `mean(x)` needs its columns as a whole.
  func value(of expression: Expression, over table: Table) throws -> Value {
    guard table.isInFile else { return try value(of: expression, columnsOf: table) }
    guard expression.isCellwise else { return try value(of: expression, columnsOf: table).inFile() }
    func cells(_ rows: Range<Int>) throws -> Column.Cells? {
      guard case .column(let column, _) = try value(of: expression, columnsOf: table.block(rows)) else { return nil }
      return column.cells
    }
    switch try cells(0..<min(table.rowCount, Numbers.blockLength)) {
    case nil, .category: return try value(of: expression, columnsOf: table)
    case .number:
      let numbers = try Numbers.inFile(count: table.rowCount) { rows in
        guard case .number(let numbers)? = try cells(rows) else { return [] }
        return numbers.array
      }
      return .column(Column("", .number(numbers)), rows: table.rowNumbers)
    case .boolean:
      var flags: [Bool?] = []
      for start in stride(from: 0, to: table.rowCount, by: Numbers.blockLength) {
        guard case .boolean(let more)? = try cells(start..<min(start + Numbers.blockLength, table.rowCount)) else {
          continue
        }
        flags += more
      }
      return .column(Column("", .boolean(flags)), rows: table.rowNumbers)
    }
  }
}

extension Value {
  /// The same, a column of numbers moved to a file.
  fileprivate func inFile() throws -> Value {
    guard case .column(var column, let rows) = self, let numbers = column.numbers?.array else { return self }
    column.cells = .number(try .inFile(count: numbers.count) { Array(numbers[$0]) })
    return .column(column, rows: rows)
  }
}
