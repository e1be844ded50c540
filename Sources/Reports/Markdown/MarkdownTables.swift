extension MarkdownWriter {
  /// A pipe table, its numbered caption above it. Cells are not padded, so that a changed value changes one line.
  func table(_ table: Report.Table) -> [String] {
    if table.columns.isEmpty { return [] }
    let rules = table.columns.map { column in
      switch column.alignment {
      case .left: "---"
      case .center: ":---:"
      case .right: "---:"
      }
    }
    let rows = table.rows.map { row in
      self.row(table.columns.indices.map { row.indices.contains($0) ? row[$0] : [] })
    }
    let body = [row(table.columns.map(\.title)), "| " + rules.joined(separator: " | ") + " |"] + rows
    return separated([tableCaption(table), body])
  }

  private func row(_ cells: [[Phrase]]) -> String {
    "| " + cells.map { text($0, in: .cell) }.joined(separator: " | ") + " |"
  }

  private func tableCaption(_ table: Report.Table) -> [String] {
    let caption = caption("Table", table.number, table.caption)
    guard let anchor = table.anchor else { return caption }
    return caption.isEmpty ? [self.anchor(anchor)] : [self.anchor(anchor) + caption[0]] + caption.dropFirst()
  }

  /// `**Table 2.** caption`
  func caption(_ kind: String, _ number: Int?, _ caption: [Phrase]) -> [String] {
    let label = number.map { [Phrase.strong([.text("\(kind) \($0).")])] } ?? []
    return paragraph(label + (label.isEmpty || caption.isEmpty ? [] : [.text(" ")]) + caption)
  }
}
