internal import Reports
package import Tables
internal import Wording

/// How many rows have each pair of values of two columns; rows that lack either are left out.
struct CrossTabulation {
  let down: (heading: String, levels: [String])
  let across: (heading: String, levels: [String])
  /// `counts[i][j]` rows have the `i`-th level of `down` and the `j`-th of `across`.
  let counts: [[Int]]

  var total: Int { counts.joined().reduce(0, +) }

  /// - Parameters:
  ///   - rows: its levels stand down the table.
  ///   - columns: as many cells; its levels stand across.
  /// - Throws: `TableError` when a column has more than 50 different values.
  init(down rows: Column, across columns: Column) throws(TableError) {
    let (downCells, acrossCells) = (rows.asCategories, columns.asCategories)
    for (column, categories) in [(rows, downCells), (columns, acrossCells)] where categories.levels.count > 50 {
      throw TableError(
        "'\(column.name)' has \(categories.levels.count) different values, too many for a cross-tabulation",
        hint: "derive a column that groups them")
    }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: acrossCells.levels.count), count: downCells.levels.count)
    for (i, j) in zip(downCells.codes, acrossCells.codes) where i >= 0 && j >= 0 { counts[Int(i)][Int(j)] += 1 }
    self.counts = counts
    down = (rows.heading, downCells.levels)
    across = (columns.heading, acrossCells.levels)
  }

  /// Counts with their totals.
  ///
  /// - Parameter components: the names of a mixture's components down and across the table, in their order, to be shown
  ///   with their colours; none for levels of other kinds.
  func reportTable(components: (down: [String], across: [String]) = ([], [])) -> Report.Table {
    var columns = [
      Report.Table.TextColumn("\(down.heading) \\ \(across.heading)", texts: down.levels + ["total"], isRowHeader: true)
    ]
    for (j, level) in across.levels.enumerated() {
      let cells = counts.map { Double($0[j]) }
      columns.append(Report.Table.TextColumn(level, numbers: cells + [cells.reduce(0, +)]))
    }
    let totals = counts.map { Double($0.reduce(0, +)) }
    columns.append(Report.Table.TextColumn("total", numbers: totals + [totals.reduce(0, +)]))
    var table = Report.Table(columns)
    for (row, level) in down.levels.enumerated() {
      if let k = components.down.firstIndex(of: level) { table.rows[row][0] = [.component(k, [.text(level)])] }
    }
    for (column, level) in across.levels.enumerated() {
      if let k = components.across.firstIndex(of: level) {
        table.columns[column + 1].title = [.component(k, [.text(level)])]
      }
    }
    return table
  }
}

extension Column {
  /// The cells as categories; numbers by their values, in order.
  package var asCategories: Categories {
    switch cells {
    case .category(let categories): categories
    case .number(let numbers): Categories(numbers.map { $0.isNaN ? nil : NumberFormat.significant(12).string($0) })
    case .boolean(let flags): Categories(flags.map { $0.map { $0 ? "true" : "false" } })
    }
  }
}
