extension Report {
  /// A work from the notebook's bibliography.
  package struct Reference: Sendable, Hashable {
    /// `ref-bishop2006`
    package var anchor: String
    package var text: [Phrase]

    package init(anchor: String, text: [Phrase]) {
      self.anchor = anchor
      self.text = text
    }
  }
}
