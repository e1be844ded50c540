extension Report {
  package struct Table: Sendable, Hashable {
    package enum Alignment: Sendable, Hashable { case left, center, right }

    package struct Column: Sendable, Hashable {
      package var title: [Phrase]
      /// Numbers stand at the right; every cell of such a column has the same number of decimals.
      package var alignment: Alignment
      /// Whether its cells are the heads of their rows.
      package var isRowHeader: Bool

      package init(_ title: [Phrase], alignment: Alignment = .left, isRowHeader: Bool = false) {
        self.title = title
        self.alignment = alignment
        self.isRowHeader = isRowHeader
      }
    }

    /// `tbl-params`; `nil` for a table that is not numbered.
    package var anchor: String?
    package var number: Int?
    package var caption: [Phrase]
    package var columns: [Column]
    package var rows: [[[Phrase]]]

    package init(
      anchor: String? = nil, number: Int? = nil, caption: [Phrase] = [], columns: [Column], rows: [[[Phrase]]]
    ) {
      self.anchor = anchor
      self.number = number
      self.caption = caption
      self.columns = columns
      self.rows = rows
    }
  }
}
