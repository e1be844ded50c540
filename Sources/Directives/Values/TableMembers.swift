package import Tables

extension Table: Inspectable {
  package static let kind = "table"

  package static let members: [Member<Table>] = [
    Member("rows", "number of rows", .number) { .number(Double($0.rowCount)) },
    Member("columns", "number of columns", .number) { .number(Double($0.columns.count)) },
  ]

  package var ownNames: [String] { columnNames }
  package func ownMember(_ name: String) -> Value? { self[name].map { .column($0, rows: rowNumbers) } }
}
