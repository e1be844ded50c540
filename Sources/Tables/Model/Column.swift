/// What the cells of a column are.
package enum ColumnType: String, Sendable, Hashable { case number, category, boolean }

/// A column of a table: its name, its unit and its cells, some of which may be missing.
package struct Column: Sendable, Hashable {
  package enum Cells: Sendable, Hashable {
    /// A missing cell is NaN.
    case number(Numbers)
    case category(Categories)
    /// A missing cell is `nil`.
    case boolean([Bool?])
  }

  package var name: String
  /// `g/L`, `min`; `nil` when not known.
  package var unit: String?
  package var cells: Cells

  package init(_ name: String, unit: String? = nil, _ cells: Cells) {
    self.name = name
    self.unit = unit
    self.cells = cells
  }

  /// A column of numbers; NaN stands for a missing cell.
  package init(_ name: String, unit: String? = nil, numbers: [Double]) {
    self.init(name, unit: unit, .number(Numbers(numbers)))
  }

  /// A column of text; `nil` stands for a missing cell.
  package init(_ name: String, unit: String? = nil, texts: [String?]) {
    self.init(name, unit: unit, .category(Categories(texts)))
  }

  package var count: Int {
    switch cells {
    case .number(let numbers): numbers.count
    case .category(let categories): categories.codes.count
    case .boolean(let flags): flags.count
    }
  }

  package var type: ColumnType {
    switch cells {
    case .number: .number
    case .category: .category
    case .boolean: .boolean
    }
  }

  /// The cells as numbers, NaN where missing; `nil` when the column does not hold numbers.
  package var numbers: Numbers? {
    if case .number(let numbers) = cells { numbers } else { nil }
  }

  /// Whether the cell at `index` (from 0) is missing.
  package func isMissing(at index: Int) -> Bool {
    switch cells {
    case .number(let numbers): numbers[index].isNaN
    case .category(let categories): categories.codes[index] < 0
    case .boolean(let flags): flags[index] == nil
    }
  }

  /// The cells at these places (from 0), in this order.
  package func taking(_ indices: [Int]) -> Column {
    var column = self
    switch cells {
    case .number(let numbers): column.cells = .number(Numbers(indices.map { numbers[$0] }))
    case .category(let categories): column.cells = .category(categories.taking(indices))
    case .boolean(let flags): column.cells = .boolean(indices.map { flags[$0] })
    }
    return column
  }
}
