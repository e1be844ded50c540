package import Reports

/// What the `table` directive can show beside the rows of a table: the parameters of a fit, the cells of a selection.
package protocol Tabulated: Inspectable {
  /// - Parameter decimals: `nil` chooses them for each column.
  /// - Returns: columns, rows and the caption to stand when the notebook gives none.
  func reportTable(decimals: Int?) -> Report.Table
}
