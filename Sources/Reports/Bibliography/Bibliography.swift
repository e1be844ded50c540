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
    /// In the order of the file.
    package var fields: [Field]

    package init(kind: String, key: String, fields: [Field]) {
      self.kind = kind
      self.key = key
      self.fields = fields
    }

    /// The value of a field as LaTeX; `nil` when it is absent or blank.
    package subscript(latex name: String) -> String? {
      fields.first { $0.name == name && !$0.latex.allSatisfy(\.isWhitespace) }?.latex
    }

    /// The value of a field as a reader sees it.
    package subscript(name: String) -> String? { self[latex: name].map(LaTeXText.plain) }
  }

  package struct Field: Sendable, Hashable {
    /// In lower case.
    package var name: String
    package var latex: String

    package init(name: String, latex: String) {
      self.name = name
      self.latex = latex
    }
  }
}
