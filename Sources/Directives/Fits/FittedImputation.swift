internal import Mixtures
internal import Tables

/// What a fit makes of the cells that its rows lack.
extension FittedMixture {
  /// The probability that a missing cell lies between `low` and `high`.
  private static let coverage = 0.95

  static let imputedShape = ObjectShape.table(
    [ColumnShape("row", type: .number), ColumnShape("column", type: .category)]
      + ["expected", "sd", "low", "high"].map { ColumnShape($0, type: .number) })

  /// One row a missing cell, in the order of the rows: its row’s number in the file, its column, what the fit expects of
  /// it given the row’s other cells, the standard deviation about that, and the ends of the interval that holds it with
  /// a probability of 95 %. The uncertainty of the fit itself is not in these.
  var imputed: Table? {
    let cells = fit.imputed
    let numbers = cells.map { rowNumbers[$0.row] }
    let intervals = cells.map { $0.interval(Self.coverage) }
    return try? Table(
      columns: [
        Column("row", numbers: numbers.map(Double.init)),
        Column("column", texts: cells.map { columns[$0.column].name }),
        Column("expected", numbers: cells.map(\.mean)), Column("sd", numbers: cells.map(\.deviation)),
        Column("low", numbers: intervals.map(\.low)), Column("high", numbers: intervals.map(\.high)),
      ], rowNumbers: RowNumbers(numbers))
  }

  /// The fitted rows with every missing cell at its expected value.
  var completed: Table? {
    let values = fit.completed
    return try? Table(
      columns: columns.enumerated().map { j, column in
        Column(column.name, unit: column.unit, numbers: values[column: j])
      }, rowNumbers: rowNumbers)
  }
}
