/// Named columns of equal length, and the number each row had in its file.
package struct Table: Sendable, Hashable {
  /// At least one; names are unique.
  package private(set) var columns: [Column]
  /// For each row its number in the file it was read from, from 1, without the header. Filters keep these.
  package private(set) var rowNumbers: RowNumbers

  package var rowCount: Int { rowNumbers.count }
  package var columnNames: [String] { columns.map(\.name) }

  /// - Parameters:
  ///   - columns: all of the same length.
  ///   - rowNumbers: `nil` numbers the rows 1, 2, ….
  /// - Throws: `TableError` when a name is there twice or a column has another length than the first.
  package init(columns: [Column], rowNumbers: RowNumbers? = nil) throws(TableError) {
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
    self.rowNumbers = rowNumbers ?? RowNumbers(count: count)
  }

  /// The rows at these places (from 0), in this order, with their numbers; in memory wherever they come from.
  package func taking(rows indices: [Int]) -> Table {
    var table = self
    table.columns = columns.map { $0.taking(indices) }
    table.rowNumbers = RowNumbers(indices.map { rowNumbers[$0] })
    return table
  }

  /// Rows one after another, given by their places (from 0); in memory wherever they come from.
  package func block(_ rows: Range<Int>) -> Table {
    defer { for column in columns { column.numbers?.release(rows) } }
    return taking(rows: Array(rows))
  }

  /// Whether its numbers are kept in a file.
  package var isInFile: Bool { columns.contains { $0.numbers?.place == .file } }

  /// The column of this name; `nil` when there is none.
  package subscript(name: String) -> Column? { columns.first { $0.name == name } }

  /// The table with every column made anew from the old one; `change` keeps names, and lengths to those of `rowNumbers`.
  func mapping(
    rowNumbers: RowNumbers? = nil, _ change: (Column) throws(TableError) -> Column
  ) throws(TableError) -> Table {
    var table = self
    for place in columns.indices { table.columns[place] = try change(columns[place]) }
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

  init(_ error: StorageError) { self.init(error.message, hint: error.hint) }
}
