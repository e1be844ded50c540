internal import Tables

/// Rows divided into groups.
struct Partition {
  let heading: String
  /// The group of each row, from 0.
  let labels: [Int]
  let names: [String]
  /// Whether the groups are the components of a mixture, in their order.
  let areComponents: Bool
  /// What each group's value is, for groups that a column of numbers makes.
  let values: [Double]?
  /// The numbers of the rows in their file, ascending.
  let rowNumbers: RowNumbers

  init(
    heading: String, labels: [Int], names: [String], areComponents: Bool = false, values: [Double]? = nil,
    rowNumbers: RowNumbers
  ) {
    self.heading = heading
    self.labels = labels
    self.names = names
    self.areComponents = areComponents
    self.values = values
    self.rowNumbers = rowNumbers
  }

  /// None when the groups are something else.
  var componentNames: [String] { areComponents ? names : [] }

  /// The groups that the values of a column make; rows that lack it belong to none.
  init(_ column: Column, rowNumbers: RowNumbers) {
    let categories = column.asCategories
    let present = categories.codes.indices.filter { categories.codes[$0] >= 0 }
    var values = column.numbers.map { _ in [Double](repeating: 0, count: categories.levels.count) }
    for row in present { values?[Int(categories.codes[row])] = column.numbers?[row] ?? 0 }
    self.init(
      heading: column.heading, labels: present.map { Int(categories.codes[$0]) }, names: categories.levels,
      values: values, rowNumbers: RowNumbers(present.map { rowNumbers[$0] }))
  }

  /// The groups of the rows that both divide, row by row.
  func sharedLabels(with other: Partition) -> ([Int], [Int]) {
    var (i, j) = (0, 0)
    var (left, right): ([Int], [Int]) = ([], [])
    while i < rowNumbers.count, j < other.rowNumbers.count {
      if rowNumbers[i] == other.rowNumbers[j] {
        left.append(labels[i])
        right.append(other.labels[j])
        (i, j) = (i + 1, j + 1)
      } else if rowNumbers[i] < other.rowNumbers[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return (left, right)
  }
}
