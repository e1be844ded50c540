package import Reports

/// What the `table` directive can show beside the rows of a table: the parameters of a fit, their errors, the cells of a
/// selection.
package protocol Tabulated: Inspectable {
  /// - Parameters:
  ///   - columns: the names of the table's columns to show; all when `nil`. What has none takes no notice.
  ///   - decimals: `nil` chooses them for each column.
  /// - Returns: columns, rows and the caption to stand when the notebook gives none.
  func reportTable(columns: [String]?, decimals: Int?) -> Report.Table
  /// What stands after any caption, the notebook's own too, because readers must know it.
  var tableNote: String? { get }
}

extension Tabulated {
  package var tableNote: String? { nil }
}
