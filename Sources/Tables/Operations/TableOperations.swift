private import Wording

extension Table {
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
}
