internal import Notebooks
internal import Tables
internal import Wording

/// What `load` makes of the table it has read. The steps, in this order: rename, derive, where, columns, impute,
/// missing, standardize, units; so every step after the first uses the new names.
struct TableRecipe {
  enum Missing: String, CaseIterable { case keep, drop, error }
  enum Imputation: String, CaseIterable { case mean }

  private let renames: [(key: Located<String>, value: Located<String>)]
  private let derivations: [(key: Located<String>, value: Expression)]
  private let condition: Expression?
  private let columns: [Located<String>]?
  private let imputation: Imputation?
  private let missing: Missing
  private let missingLocation: SourceLocation
  private let standardizesAll: Bool
  private let standardized: [Located<String>]
  private let units: [(key: Located<String>, value: Located<String>)]

  init(_ options: inout Options) {
    renames = options.textMapping("rename") ?? []
    derivations = options.expressionMapping("derive") ?? []
    condition = options.expression("where")
    columns = options.columns("columns")
    imputation = options.choice("impute", Imputation.self)
    missing = options.choice("missing", Missing.self) ?? .keep
    missingLocation = options.location(of: "missing")
    units = options.textMapping("units") ?? []
    let given = options.read("standardize") { node -> (all: Bool, columns: [Located<String>]) in
      if case .scalar = node { return (try node.boolean(), []) }
      return (false, try node.items.map { try $0.text("a column") })
    }
    standardizesAll = given?.all ?? false
    standardized = given?.columns ?? []
  }

  // MARK: Before the run

  /// The columns there will be; what is wrong is noted in `scope`.
  func shape(of read: [ColumnShape], in scope: inout Scope) -> [ColumnShape] {
    var shapes = read
    for rename in renames { _ = scope.noting { _ in try apply(rename, to: &shapes) } }
    for derivation in derivations {
      _ = scope.noting { scope in
        if let taken = shapes.first(where: { $0.name == derivation.key.value }) {
          throw Diagnostic.error("there is a column '\(taken.name)' already", at: derivation.key.location)
        }
        let shape = try scope.check(derivation.value, columns: shapes)
        shapes.append(ColumnShape(derivation.key.value, type: shape.columnType))
      }
    }
    if let condition {
      _ = scope.noting { scope in
        switch try scope.check(condition, columns: shapes) {
        case .boolean, .column(.boolean), .column(nil), .any: break
        case let shape:
          throw Diagnostic.error(
            "'where' needs a condition, not \(shape.kind)", at: condition.source.location,
            hint: "compare with something: alcohol > 10")
        }
      }
    }
    if let columns {
      let available = shapes
      shapes = columns.compactMap { name in
        scope.noting { scope in try scope.column(name, of: ObjectShape.table(available)) }
      }
    }
    for name in standardized {
      _ = scope.noting { scope in try scope.column(name, of: ObjectShape.table(shapes), type: .number) }
    }
    for unit in units {
      _ = scope.noting { scope in
        try scope.column(unit.key, of: ObjectShape.table(shapes))
        let place = shapes.firstIndex { $0.name == unit.key.value } ?? 0
        shapes[place].unit = unit.value.value
      }
    }
    for place in shapes.indices where isStandardized(shapes[place].name) && shapes[place].type == .number {
      shapes[place].unit = nil
    }
    return shapes
  }

  private func apply(
    _ rename: (key: Located<String>, value: Located<String>), to shapes: inout [ColumnShape]
  ) throws(Diagnostic) {
    guard let place = shapes.firstIndex(where: { $0.name == rename.key.value }) else {
      throw unknownColumn(rename.key, among: shapes.map(\.name))
    }
    guard !shapes.contains(where: { $0.name == rename.value.value }) else {
      throw .error("there is a column '\(rename.value.value)' already", at: rename.value.location)
    }
    shapes[place].name = rename.value.value
  }

  private func isStandardized(_ name: String) -> Bool {
    standardizesAll || standardized.contains { $0.value == name }
  }

  // MARK: In the run

  func table(from read: Table, in session: Session) throws -> Table {
    var table = read
    for rename in renames { table = try table.renaming([rename.key.value: rename.value.value]) }
    for derivation in derivations {
      let value = try session.value(of: derivation.value, over: table)
      table = try table.adding(try column(derivation.key.value, value, of: table, at: derivation.value))
    }
    if let condition {
      let value = try session.value(of: condition, over: table)
      table = try table.filtered(try flags(value, of: table, at: condition))
    }
    if let columns { table = try table.selecting(columns.map(\.value)) }
    if imputation == .mean { table = try table.fillingWithMeans() }
    table = try treatMissing(table)
    for name in standardized { _ = try session.numbers(name, of: table) }
    if standardizesAll || !standardized.isEmpty {
      table = try table.standardized(standardizesAll ? nil : standardized.map(\.value))
    }
    for unit in units {
      guard var column = table[unit.key.value], !(isStandardized(column.name) && column.type == .number) else {
        continue
      }
      column.unit = unit.value.value
      table = try table.adding(column)
    }
    return table
  }

  private func column(_ name: String, _ value: Value, of table: Table, at expression: Expression) throws -> Column {
    switch value {
    case .column(var column, _):
      column.name = name
      return column
    case .number(let number):
      guard table.isInFile else { return Column(name, numbers: [Double](repeating: number, count: table.rowCount)) }
      return Column(name, .number(try .inFile(count: table.rowCount) { $0.map { _ in number } }))
    case .text(let text):
      return Column(name, texts: [String?](repeating: text, count: table.rowCount))
    case .boolean(let flag):
      return Column(name, .boolean([Bool?](repeating: flag, count: table.rowCount)))
    case .list, .object:
      throw Diagnostic.error("\(value.kind) makes no column", at: expression.source.location)
    }
  }

  private func flags(_ value: Value, of table: Table, at expression: Expression) throws -> [Bool?] {
    switch value {
    case .boolean(let flag): return [Bool?](repeating: flag, count: table.rowCount)
    case .column(let column, _):
      guard case .boolean(let flags) = column.cells else { fallthrough }
      return flags
    case .number, .text, .list, .object:
      throw Diagnostic.error(
        "'where' needs a condition, not \(value.kind)", at: expression.source.location,
        hint: "compare with something: alcohol > 10")
    }
  }

  private func treatMissing(_ table: Table) throws -> Table {
    switch missing {
    case .keep: return table
    case .drop: return try table.droppingMissing()
    case .error:
      let complete = table.completeRows
      guard let row = complete.firstIndex(of: false) else { return table }
      let column = table.columns.first { $0.isMissing(at: row) }?.name ?? ""
      throw Diagnostic.error(
        "\(counted(complete.count { !$0 }, "row")) of \(NumberFormat.count.string(Double(table.rowCount)))"
          + " lack a cell, first row \(table.rowNumbers[row]) in '\(column)'", at: missingLocation,
        hint: "'missing: drop' leaves them out, 'missing: keep' keeps them")
    }
  }
}

extension Shape {
  /// The type of a column made of values of this shape.
  fileprivate var columnType: ColumnType? {
    switch self {
    case .number: .number
    case .text: .category
    case .boolean: .boolean
    case .column(let type): type
    case .list, .object, .any: nil
    }
  }
}
