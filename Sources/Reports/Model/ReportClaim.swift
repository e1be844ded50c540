extension Report {
  /// A statement about results, checked.
  package struct Claim: Sendable, Hashable {
    /// The expression as written.
    package var statement: String
    package var holds: Bool
    /// The values of the names and calls in it, in the order of the text.
    package var values: [Value]

    package struct Value: Sendable, Hashable {
      package var name: String
      package var value: String

      package init(name: String, value: String) {
        self.name = name
        self.value = value
      }
    }

    package init(statement: String, holds: Bool, values: [Value]) {
      self.statement = statement
      self.holds = holds
      self.values = values
    }
  }
}
