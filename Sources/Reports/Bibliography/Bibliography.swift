/// The works that a notebook may cite.
package struct Bibliography: Sendable, Hashable {
  /// In the order of the file.
  package var entries: [Entry]

  package init(_ entries: [Entry] = []) { self.entries = entries }

  package subscript(key: String) -> Entry? { entries.first { $0.key == key } }

  package struct Entry: Sendable, Hashable {
    /// `article`, `book`, …, in lower case.
    package var kind: String
    /// `dempster1977`
    package var key: String
    /// In the order of the file, names in lower case, values as plain text.
    package var fields: [Field]

    package init(kind: String, key: String, fields: [Field]) {
      self.kind = kind
      self.key = key
      self.fields = fields
    }

    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
  }

  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
