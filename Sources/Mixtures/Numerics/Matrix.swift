/// A dense matrix, row by row.
package struct Matrix: Sendable, Hashable {
  package let rows: Int
  package let columns: Int
  /// `rows × columns` numbers, row-major.
  package var values: [Double]

  package init(rows: Int, columns: Int, values: [Double]) {
    precondition(values.count == rows * columns, "a matrix holds rows × columns values")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// A matrix of one repeated number.
  package init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.init(rows: rows, columns: columns, values: Array(repeating: value, count: rows * columns))
  }

  /// A matrix of the given rows; nil unless they are equally long.
  package init?(_ nested: [[Double]]) {
    let width = nested.first?.count ?? 0
    guard nested.allSatisfy({ $0.count == width }) else { return nil }
    self.init(rows: nested.count, columns: width, values: Array(nested.joined()))
  }

  /// The d × d identity times `scale`.
  package static func identity(_ d: Int, scale: Double = 1) -> Matrix {
    diagonal(Array(repeating: scale, count: d))
  }

  /// The square matrix with these entries on its diagonal.
  package static func diagonal(_ entries: [Double]) -> Matrix {
    var result = Matrix(rows: entries.count, columns: entries.count)
    for (j, entry) in entries.enumerated() { result[j, j] = entry }
    return result
  }

  package subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  /// One row.
  package subscript(row row: Int) -> [Double] { Array(values[row * columns..<(row + 1) * columns]) }

  /// One column.
  package subscript(column column: Int) -> [Double] { (0..<rows).map { self[$0, column] } }

  /// The diagonal entries.
  package var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

  /// All rows as nested arrays.
  package var nested: [[Double]] { (0..<rows).map { self[row: $0] } }
}
