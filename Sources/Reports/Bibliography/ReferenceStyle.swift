extension Bibliography.Entry {
  /// The work as the list of references shows it: authors, year, title, where it appeared, and a link.
  ///
  ///     A. P. Dempster, N. M. Laird and D. B. Rubin (1977). Maximum likelihood from incomplete data via the EM
  ///     algorithm. *Journal of the Royal Statistical Society, Series B* 39(1), 1–38.
  package var reference: Report.Reference {
    var sentences: [[Phrase]] = []
    let heading = [people, self["year"].map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    if !heading.isEmpty { sentences.append([.text(heading)]) }
    if let title = self["title"] { sentences.append(isPartOfAnother ? [.text(title)] : [.emphasis([.text(title)])]) }
    sentences += publication
    if let note = self["note"] { sentences.append([.text(note)]) }
    if let link { sentences.append([link]) }
    return Report.Reference(anchor: "ref-" + key, text: Self.paragraph(sentences))
  }

  private var isPartOfAnother: Bool {
    ["article", "inproceedings", "conference", "incollection", "inbook"].contains(kind)
  }

  private var people: String? {
    if let authors = self[latex: "author"] { return AuthorNames.text(authors) }
    return self[latex: "editor"].map { AuthorNames.text($0) + " (eds.)" } ?? self["organization"]
  }

  /// Where it appeared, by the kind of work.
  private var publication: [[Phrase]] {
    switch kind {
    case "article":
      guard let journal = self["journal"] ?? self["journaltitle"] else { return [] }
      let issue = self["number"].map { "(\($0))" } ?? ""
      let place = [self["volume"].map { $0 + issue }, pages].compactMap { $0 }.joined(separator: ", ")
      return [[.emphasis([.text(journal)])] + (place.isEmpty ? [] : [.text(" " + place)])]
    case "inproceedings", "conference", "incollection", "inbook":
      guard let book = self["booktitle"] else { return [publisher].compactMap { $0 } }
      let editors = self[latex: "editor"].map { AuthorNames.text($0) + " (eds.), " } ?? ""
      let place = pages.map { [Phrase.text(", pages \($0)")] } ?? []
      return [[.text("In " + editors), .emphasis([.text(book)])] + place, publisher].compactMap { $0 }
    case "phdthesis": return [sentence(["PhD thesis", self["school"]])].compactMap { $0 }
    case "mastersthesis": return [sentence(["Master’s thesis", self["school"]])].compactMap { $0 }
    case "techreport":
      let report = (self["type"] ?? "Technical report") + (self["number"].map { " " + $0 } ?? "")
      return [sentence([report, self["institution"]])].compactMap { $0 }
    case "book", "proceedings", "manual":
      return [sentence([self["edition"].map { $0.lowercased() + " edition" }, self["series"]]), publisher]
        .compactMap { $0 }
    default: return [sentence([self["howpublished"]]), publisher].compactMap { $0 }
    }
  }

  private var publisher: [Phrase]? { sentence([self["publisher"], self["address"]]) }

  private func sentence(_ parts: [String?]) -> [Phrase]? {
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? nil : [.text(text)]
  }

  /// `1-38` as `1–38`.
  private var pages: String? { self["pages"]?.replacing("-", with: "–") }

  private var link: Phrase? {
    if let doi = self[latex: "doi"].map(LaTeXText.address) {
      let bare = doi.firstRange(of: "10.").map { String(doi[$0.lowerBound...]) } ?? doi
      return .link(destination: "https://doi.org/" + bare, title: "", [.text("doi:" + bare)])
    }
    return self[latex: "url"].map(LaTeXText.address).map { .link(destination: $0, title: "", [.text($0)]) }
  }

  /// Sentences with a full stop after each but a link; one that ends in a mark of its own gets no second.
  private static func paragraph(_ sentences: [[Phrase]]) -> [Phrase] {
    var text: [Phrase] = []
    for sentence in sentences {
      if !text.isEmpty { text.append(.text(" ")) }
      text += sentence
      if case .link = sentence.last { continue }
      if let end = sentence.plainText.last, !".?!".contains(end) { text.append(.text(".")) }
    }
    return text
  }
}
