package import Reports

/// What the `table` directive can show beside the rows of a table: the parameters of a fit, the cells of a selection.
package protocol Tabulated: Inspectable {
  /// - Parameters:
  ///   - columns: the names of the table's columns to show; all when `nil`. What has none takes no notice.
  ///   - decimals: `nil` chooses them for each column.
  /// - Returns: columns, rows and the caption to stand when the notebook gives none.
  func reportTable(columns: [String]?, decimals: Int?) -> Report.Table
}
