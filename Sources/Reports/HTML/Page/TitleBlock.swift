extension PageWriter {
  /// Title, subtitle, author and date.
  mutating func titleBlock() {
    let header = report.header
    block("header") {
      $0.line("h1") { $0.phrases(header.title) }
      if !header.subtitle.isEmpty { $0.line("p", ["class": "subtitle"]) { $0.phrases(header.subtitle) } }
      guard header.author != nil || header.date != nil else { return }
      $0.line("p", ["class": "byline"]) {
        if let author = header.author { $0.inline("span", ["class": "author"]) { $0.html.text(author) } }
        if let date = header.date { $0.inline("span", ["class": "date"]) { $0.html.text(date) } }
      }
    }
  }
}
