internal import Wording

extension MarkdownWriter {
  /// From what, and with what, the report was made; folded, for those who want to make it again.
  func provenance() -> [String] {
    let provenance = report.provenance
    var rows: [[[Phrase]]] = [
      [[.text("Program")], [.text("gmm-report " + provenance.version)]],
      [[.text("Notebook")], [.text(report.name + ".md, SHA-256 "), .code(provenance.notebookSHA256)]],
    ]
    for file in provenance.dataFiles {
      let size = counted(file.bytes, "byte")
      rows.append([[.text("Data")], [.text("\(file.name), \(size), SHA-256 "), .code(file.sha256)]])
    }
    rows.append([[.text("Seed")], [.text(String(provenance.seed))]])
    rows += provenance.options.map { [[.text($0.name)], [.text($0.value)]] }
    let warnings = provenance.warnings == 0 ? "none" : NumberFormat.count.string(Double(provenance.warnings))
    rows.append([[.text("Warnings")], [.text(warnings)]])
    let table = Report.Table(columns: [.init([], isRowHeader: true), .init([])], rows: rows)
    return details(summary: "How this report was made", [.table(table)])
  }
}
