package import Tables

/// What is known of a value before anything runs: enough to find a misspelt name.
package indirect enum Shape: Sendable, Hashable {
  case number
  case text
  case boolean
  /// `nil` when the type is known only once the file is read.
  case column(ColumnType?)
  case list(Shape)
  case object(ObjectShape)
  /// Nothing is known: everything is allowed until the run.
  case any
}

/// What is known of an object before anything runs: its kind and the names it answers to.
package struct ObjectShape: Sendable, Hashable {
  package struct Member: Sendable, Hashable {
    package var name: String
    package var shape: Shape
    /// Whether a space in its name may be written `_`.
    package var isOwn: Bool
  }

  /// `table`, `fit`, `selection`, …
  package var kind: String
  package var members: [Member]
  /// The columns of a table; those a fit, selection or mixture is of.
  package var columns: [ColumnShape]
  /// What its components are called in names of columns: `1`, `2`, …, `noise`; `nil` for what has none, or none known.
  package var parts: [String]?

  /// - Parameters:
  ///   - own: members that only this object has, such as the columns of a table.
  ///   - shapes: what this object's members are, where that is more than what members of the kind are in general.
  ///   - columns: the columns of a table; those a fit, selection or mixture is of.
  ///   - parts: what its components are called in names of columns.
  package init<Object: Inspectable>(
    of type: Object.Type, own: [(name: String, shape: Shape)] = [], shapes: [String: Shape] = [:],
    columns: [ColumnShape] = [], parts: [String]? = nil
  ) {
    kind = Object.kind
    members =
      Object.members.map { Member(name: $0.name, shape: shapes[$0.name] ?? $0.shape, isOwn: false) }
      + own.map { Member(name: $0.name, shape: $0.shape, isOwn: true) }
    self.columns = columns
    self.parts = parts
  }

  /// The column of this name; `nil` when there is none.
  package func column(_ name: String) -> ColumnShape? { columns.first { $0.name == name } }
}

/// What is known of a column before its file is read.
package struct ColumnShape: Sendable, Hashable {
  package var name: String
  package var unit: String?
  /// `nil` when only reading the file can tell.
  package var type: ColumnType?
  /// What to say to someone who needs this column to be numeric; `nil` when there is nothing to add.
  package var whyNotNumeric: String?

  package init(_ name: String, unit: String? = nil, type: ColumnType? = nil, whyNotNumeric: String? = nil) {
    self.name = name
    self.unit = unit
    self.type = type
    self.whyNotNumeric = whyNotNumeric
  }
}

extension Shape {
  /// A row of named numbers, such as the mean of one component.
  package static func record(_ names: [String], of shape: Shape = .number) -> Shape {
    .object(ObjectShape(of: Record.self, own: names.map { ($0, shape) }))
  }
}

extension ObjectShape {
  /// A table with these columns.
  package static func table(_ columns: [ColumnShape]) -> ObjectShape {
    ObjectShape(of: Table.self, own: columns.map { ($0.name, .column($0.type)) }, columns: columns)
  }
}
