extension Report {
  package struct Header: Sendable, Hashable {
    package var title: [Phrase]
    package var subtitle: [Phrase]
    package var author: String?
    package var date: String?
    /// A BCP 47 tag, `en` when the notebook names none.
    package var language: String
    package var description: String?

    package init(
      title: [Phrase], subtitle: [Phrase] = [], author: String? = nil, date: String? = nil, language: String = "en",
      description: String? = nil
    ) {
      self.title = title
      self.subtitle = subtitle
      self.author = author
      self.date = date
      self.language = language
      self.description = description
    }
  }
}
