/// Named values in order: a mean by columns, the parameters of a notebook.
package struct Record: Inspectable {
  package static let kind = "record"
  package static let members: [Member<Record>] = []

  package var fields: [(name: String, value: Value)]

  package init(_ fields: [(name: String, value: Value)]) { self.fields = fields }

  /// Numbers under the names of columns.
  package init(_ names: [String], _ numbers: [Double]) {
    fields = zip(names, numbers).map { ($0, .number($1)) }
  }

  package var ownNames: [String] { fields.map(\.name) }
  package func ownMember(_ name: String) -> Value? { fields.first { $0.name == name }?.value }
}
