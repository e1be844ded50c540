/// Named columns of equal length, and the number each row had in its file.
package struct Table: Sendable, Hashable {
  /// At least one; names are unique.
  package private(set) var columns: [Column]
  /// For each row its number in the file it was read from, from 1, without the header. Filters keep these.
  package private(set) var rowNumbers: [Int]

  package var rowCount: Int { rowNumbers.count }
  package var columnNames: [String] { columns.map(\.name) }

  /// - Parameters:
  ///   - columns: all of the same length.
  ///   - rowNumbers: `nil` numbers the rows 1, 2, ….
  /// - Throws: `TableError` when a name is there twice or a column has another length than the first.
  package init(columns: [Column], rowNumbers: [Int]? = nil) throws(TableError) {
    let count = rowNumbers?.count ?? columns.first?.count ?? 0
    var names: Set<String> = []
    for column in columns {
      guard names.insert(column.name).inserted else {
        throw TableError("there are two columns '\(column.name)'")
      }
      guard column.count == count else {
        throw TableError("column '\(column.name)' has \(column.count) cells where the table has \(count) rows")
      }
    }
    self.columns = columns
    self.rowNumbers = rowNumbers ?? Array(1..<(count + 1))
  }

  /// The column of this name; `nil` when there is none.
  package subscript(name: String) -> Column? { columns.first { $0.name == name } }

  /// The table with every column made anew from the old one; `change` keeps names and lengths.
  func mapping(rowNumbers: [Int]? = nil, _ change: (Column) -> Column) -> Table {
    var table = self
    table.columns = columns.map(change)
    table.rowNumbers = rowNumbers ?? self.rowNumbers
    return table
  }
}

/// Why a table cannot be made, as a sentence for people.
package struct TableError: Error, Sendable, Hashable {
  package let message: String
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
