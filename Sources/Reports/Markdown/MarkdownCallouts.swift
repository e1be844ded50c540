extension MarkdownWriter {
  /// One of GitHub's alerts where it has one, else a quotation that begins with what it is: `> **Theorem 1.** …`
  ///
  /// - Parameter isNested: whether it stands within another block, where GitHub shows alerts as plain quotations.
  func callout(_ callout: Report.Callout, isNested: Bool) -> [String] {
    if callout.kind.isStatement || isNested {
      return quoted(lines(labelled(callout), isNested: true))
    }
    let title = callout.title.isEmpty ? [] : paragraph([.strong(callout.title)])
    return ["> [!\(callout.kind.rawValue.uppercased())]"]
      + quoted(separated([title, lines(callout.blocks, isNested: true)]))
  }

  /// The blocks with the callout's name at the head of the first paragraph.
  private func labelled(_ callout: Report.Callout) -> [Report.Block] {
    let number = callout.number.map { " \($0)" } ?? ""
    let title = callout.title.isEmpty ? [] : [.text(" (")] + callout.title + [.text(")")]
    let label = Phrase.strong([.text(callout.kind.word + number)] + title + [.text(".")])
    guard case .paragraph(let phrases)? = callout.blocks.first else { return [.paragraph([label])] + callout.blocks }
    return [.paragraph([label, .text(" ")] + phrases)] + callout.blocks.dropFirst()
  }
}
