extension PageWriter {
  /// The footnotes, each with links back to where it is mentioned.
  mutating func notes() {
    guard !report.notes.isEmpty else { return }
    block("section", ["role": "doc-endnotes", "aria-labelledby": "page:notes"]) {
      $0.line("h2", ["id": "page:notes"]) { $0.html.text("Notes") }
      $0.block("ol", ["class": "notes"]) {
        for (index, note) in $0.report.notes.enumerated() {
          $0.block("li", ["id": "fn:\(index + 1)"]) { $0.note(note, number: index + 1) }
        }
      }
    }
  }

  /// The links stand at the end of the last paragraph where there is one, else below.
  private mutating func note(_ blocks: [Report.Block], number: Int) {
    if case .paragraph(let phrases)? = blocks.last {
      self.blocks(Array(blocks.dropLast()))
      line("p") {
        $0.phrases(phrases)
        $0.backLinks(to: number)
      }
    } else {
      self.blocks(blocks)
      line("p") { $0.backLinks(to: number) }
    }
  }

  private mutating func backLinks(to number: Int) {
    let count = mentions[number] ?? 0
    for mention in 1..<(count + 1) {
      let label = "Back to the text" + (count > 1 ? ", mention \(mention)" : "")
      html.raw("\u{A0}")
      let target = "#" + Self.mentionAnchor(note: number, mention: mention)
      inline("a", ["class": "back", "href": target, "role": "doc-backlink", "aria-label": label]) {
        // The variation selector asks for the arrow as a letter, not as a picture.
        $0.html.raw("↩\u{FE0E}")
      }
    }
  }

  /// The place of the `mention`-th mention of a note.
  static func mentionAnchor(note: Int, mention: Int) -> String {
    mention == 1 ? "fnref:\(note)" : "fnref:\(note):\(mention)"
  }
}
