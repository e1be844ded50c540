extension MarkdownWriter {
  /// - Parameter alternates: whether the list follows another and must be told from it.
  func list(_ list: Report.List, alternates: Bool) -> [String] {
    var lines: [String] = []
    for (index, item) in list.items.enumerated() {
      let marker = list.start.map { "\($0 + index)" + (alternates ? ")" : ".") } ?? (alternates ? "+" : "-")
      if index > 0, !list.isTight { lines.append("") }
      lines += self.item(item, marker: marker, isTight: list.isTight)
    }
    return lines
  }

  private func item(_ item: Report.List.Item, marker: String, isTight: Bool) -> [String] {
    var lines: [String]
    if isTight, item.blocks.count > 1, case .paragraph(let phrases) = item.blocks[0] {
      lines = paragraph(phrases) + self.lines(Array(item.blocks.dropFirst()), isNested: true)
    } else {
      lines = self.lines(item.blocks, isNested: true)
    }
    if let isChecked = item.isChecked {
      let box = isChecked ? "[x]" : "[ ]"
      lines = [lines.first.map { box + " " + $0 } ?? box] + lines.dropFirst()
    }
    return hanging(lines, after: marker)
  }

  /// Lines indented under a marker that stands before the first.
  func hanging(_ lines: [String], after marker: String) -> [String] {
    guard let first = lines.first else { return [marker] }
    let indent = String(repeating: " ", count: marker.count + 1)
    return [marker + " " + first] + lines.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
  }

  /// `- ✓ statement (name = value, …)`
  func claims(_ claims: [Report.Claim]) -> [String] {
    claims.flatMap { claim -> [String] in
      let values = claim.values.map { [Phrase.code($0.name), .text(" = "), .value($0.value)] }
      let remarks = values.isEmpty ? [] : [.text(" (")] + values.joined(separator: [.text(", ")]) + [.text(")")]
      return hanging(
        paragraph([.text(claim.holds ? "✓ " : "✗ "), .code(claim.statement)] + remarks), after: "-")
    }
  }
}
