extension PageWriter {
  /// A table in a box of its own, which scrolls when the table is wider than the page.
  mutating func table(_ table: Report.Table) {
    tables += 1
    let name = table.anchor ?? "page:table-\(tables)"
    let hasCaption = !table.caption.isEmpty || table.number != nil
    let captionName = hasCaption ? name + ":caption" : nil
    let isWide = table.isWide
    block(
      "div",
      [
        "class": "table", "tabindex": isWide ? "0" : nil, "role": isWide ? "region" : nil,
        "aria-labelledby": isWide ? captionName : nil, "aria-label": isWide && !hasCaption ? "Table" : nil,
      ]
    ) {
      $0.block("table", ["id": table.anchor]) {
        if let captionName { $0.caption(table, name: captionName) }
        $0.block("thead") { $0.headRow(table) }
        $0.block("tbody") {
          for row in table.rows { $0.row(row, columns: table.columns) }
        }
      }
    }
  }

  private mutating func caption(_ table: Report.Table, name: String) {
    line("caption", ["id": name]) {
      $0.inline("span", ["class": "caption"]) {
        if let number = table.number {
          $0.numberedCaption("Table", number, table.caption)
        } else {
          $0.phrases(table.caption)
        }
      }
    }
  }

  private mutating func headRow(_ table: Report.Table) {
    html.raw("<tr>")
    for column in table.columns {
      // A head without words would be announced as one: it is a cell.
      let isEmpty = column.title.isEmpty
      inline(isEmpty ? "td" : "th", ["scope": isEmpty ? nil : "col", "class": column.alignment.styleClass]) {
        $0.phrases(column.title)
      }
    }
    html.raw("</tr>\n")
  }

  /// Cells beyond the last column are left out, missing ones are empty: every row has the cells that the head names.
  private mutating func row(_ cells: [[Phrase]], columns: [Report.Table.Column]) {
    html.raw("<tr>")
    for (index, column) in columns.enumerated() {
      let isHead = column.isRowHeader
      inline(isHead ? "th" : "td", ["scope": isHead ? "row" : nil, "class": column.alignment.styleClass]) {
        if index < cells.count { $0.phrases(cells[index]) }
      }
    }
    html.raw("</tr>\n")
  }
}

extension Report.Table {
  /// Whether it may be wider than a small screen: more than some 36 characters a row, with two between columns.
  fileprivate var isWide: Bool {
    var width = 0
    for (index, column) in columns.enumerated() {
      let cells = rows.map { index < $0.count ? $0[index].plainText.count : 0 }
      // A title may break between its words; a cell of figures does not.
      let title = column.title.plainText.split(separator: " ").map(\.count).max() ?? 0
      width += max(title, cells.max() ?? 0) + 2
    }
    return width > 36
  }
}

extension Report.Table.Alignment {
  /// Left is how a cell stands anyway.
  fileprivate var styleClass: String? {
    switch self {
    case .left: nil
    case .center: "center"
    case .right: "right"
    }
  }
}
