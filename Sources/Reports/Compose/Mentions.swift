internal import Notebooks
internal import Wording

/// References, footnotes and citations: numbered where they count by first mention, reported where there is no such thing.
extension NumberingPass {
  mutating func checkFootnoteLabels() {
    for (index, footnote) in notebook.footnotes.enumerated() {
      if let first = notebook.footnotes[..<index].first(where: { $0.label.value == footnote.label.value }) {
        mistakes.append(
          .error(
            "the footnote '\(footnote.label.value)' is given twice", at: footnote.label.location,
            hint: "it was first given on line \(first.label.location.line)"))
      }
    }
  }

  mutating func lookUpMentions() {
    lookUp(notebook.frontMatter.title.withDescendants + notebook.frontMatter.subtitle.withDescendants)
    for block in notebook.blocks {
      switch block {
      case .markup(let markup): lookUp([markup].inlines)
      case .directive(let call): lookUp(call.text.withDescendants)
      }
    }
    // Notes may mention further notes, which then stand after them.
    var read = 0
    while read < numbering.notes.count {
      lookUp(numbering.notes[read].blocks.inlines)
      read += 1
    }
  }

  private mutating func lookUp(_ text: [Inline]) {
    for inline in text {
      switch inline {
      case .reference(let label): lookUp(reference: label)
      case .footnote(let label): lookUp(note: label)
      case .citation(let keys):
        for key in keys { lookUp(citation: key) }
      default: break
      }
    }
  }

  private mutating func lookUp(reference label: Located<String>) {
    if numbering.numbers[label.value] != nil { return }
    let known = labels.map(\.value)
    let hint =
      if let name = nearestName(to: label.value, in: known) {
        "did you mean '@\(name)'?"
      } else if LabelKind(of: label.value) == nil {
        "a reference begins with \(joined(LabelKind.allCases.map { "@" + $0.prefix }, "or"))"
      } else {
        known.isEmpty ? "nothing in this notebook has a label" : "the labels are \(joined(known))"
      }
    mistakes.append(.error("unknown reference '@\(label.value)'", at: label.location, hint: hint))
  }

  private mutating func lookUp(note label: Located<String>) {
    if numbering.noteNumbers[label.value] != nil { return }
    if let footnote = notebook.footnotes.first(where: { $0.label.value.lowercased() == label.value.lowercased() }) {
      let name = footnote.label.value
      if numbering.noteNumbers[name] == nil {
        numbering.notes.append(footnote)
        numbering.noteNumbers[name] = numbering.notes.count
      }
      numbering.noteNumbers[label.value] = numbering.noteNumbers[name]
      return
    }
    let nearest = nearestName(to: label.value, in: notebook.footnotes.map(\.label.value))
    mistakes.append(
      .error(
        "unknown footnote '\(label.value)'", at: label.location,
        hint: nearest.map { "did you mean '[^\($0)]'?" } ?? "add a line '[^\(label.value)]: …'"))
  }

  private mutating func lookUp(citation key: Located<String>) {
    if numbering.citationNumbers[key.value] != nil { return }
    if let entry = bibliography[key.value] {
      numbering.references.append(entry.reference)
      numbering.citationNumbers[key.value] = numbering.references.count
      return
    }
    let hint =
      if notebook.frontMatter.bibliography == nil {
        "name the file of the works cited in the front matter: 'bibliography: references.bib'"
      } else {
        nearestName(to: key.value, in: bibliography.entries.map(\.key)).map { "did you mean '@\($0)'?" }
      }
    mistakes.append(.error("unknown work '@\(key.value)'", at: key.location, hint: hint))
  }
}
