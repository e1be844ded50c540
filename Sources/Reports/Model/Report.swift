/// What a run of a notebook has to say, complete and resolved: every value is text, every reference has its number,
/// every formula is parsed, every figure is drawn. A renderer only lays it out.
package struct Report: Sendable, Hashable {
  /// The notebook's file name without extension; output files and the figures' folder are named after it.
  package var name: String
  package var header: Header
  package var blocks: [Block]
  /// Footnotes in the order of their first mention; note `i` has the number `i + 1`.
  package var notes: [[Block]]
  /// The works cited, in the order of their numbers.
  package var references: [Reference]
  package var provenance: Provenance
  /// What cells write beside the report, in the order of the cells.
  package var attachments: [Attachment]

  package init(
    name: String, header: Header, blocks: [Block], notes: [[Block]], references: [Reference], provenance: Provenance,
    attachments: [Attachment] = []
  ) {
    self.name = name
    self.header = header
    self.blocks = blocks
    self.notes = notes
    self.references = references
    self.provenance = provenance
    self.attachments = attachments
  }

  package indirect enum Block: Sendable, Hashable {
    /// `level` is 2 for a section of the report (1 is the title), 3 for a subsection; `number` is `2.1`.
    case heading(level: Int, anchor: String, number: String?, [Phrase])
    case paragraph([Phrase])
    case list(List)
    case quote([Block])
    case callout(Callout)
    case code(language: String, text: String)
    case html(String)
    case rule
    case formula(Formula)
    case table(Table)
    case figure(Figure)
    case claims([Claim])
    /// Blocks that stand folded under their summary, such as the source of a cell (`echo: true`).
    case details(summary: [Phrase], [Block])
  }
}
