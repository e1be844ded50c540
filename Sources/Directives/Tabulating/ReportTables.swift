package import Notebooks
package import Reports
package import Tables
internal import Wording

extension Column {
  /// The name as readers see it: no `_`, the unit after it.
  package var heading: String { name.asHeading + (unit.map { " (\($0))" } ?? "") }

  /// The cells as texts of one column of a report; numbers share their decimals.
  func texts(decimals: Int? = nil) -> [String] {
    switch cells {
    case .number(let numbers): alignedNumbers(numbers.array, decimals: decimals)
    case .category(let categories): categories.codes.indices.map { categories[$0] ?? "–" }
    case .boolean(let flags): flags.map { $0.map { $0 ? "true" : "false" } ?? "–" }
    }
  }
}

extension String {
  /// A name as readers see it: spaces for `_`.
  package var asHeading: String { String(map { $0 == "_" ? " " : $0 }) }
}

extension [Phrase] {
  /// A caption of the notebook's own, ended by a full stop so that a sentence can follow it.
  package var closed: [Phrase] {
    plainText.last.map { ".!?…:".contains($0) } ?? true ? self : self + [.text(".")]
  }
}

extension Report.Table {
  /// A column of a report with its cells as plain text.
  package struct TextColumn: Sendable {
    package var column: Column
    package var cells: [String]

    /// - Parameter numbers: written with the same number of decimals.
    package init(_ title: String, numbers: [Double], decimals: Int? = nil) {
      column = Column([.text(title)], alignment: .right)
      cells = alignedNumbers(numbers, decimals: decimals)
    }

    package init(_ title: String, texts: [String], isRowHeader: Bool = false, alignment: Alignment = .left) {
      column = Column([.text(title)], alignment: alignment, isRowHeader: isRowHeader)
      cells = texts
    }
  }

  /// A table from columns of equal length.
  package init(_ columns: [TextColumn], caption: [Phrase] = []) {
    let count = columns.map(\.cells.count).min() ?? 0
    self.init(
      caption: caption, columns: columns.map(\.column),
      rows: (0..<count).map { row in columns.map { [.text($0.cells[row])] } })
  }

  /// The first rows, without the columns that say nothing in them.
  package func first(_ count: Int) -> Report.Table {
    let kept = rows.prefix(count)
    let speaking = columns.indices.filter { column in kept.contains { !$0[column].plainText.isEmpty } }
    var table = self
    table.columns = speaking.map { columns[$0] }
    table.rows = kept.map { row in speaking.map { row[$0] } }
    return table
  }

  /// The same table under a label of the notebook, with its number.
  package func labelled(_ label: Located<String>, in session: Session) -> Report.Table {
    guard let number = session.number(of: label.value) else { return self }
    var table = self
    table.anchor = label.value
    table.number = number
    return table
  }
}
