internal import Wording

extension PageWriter {
  /// From what, and with what, the report was made; folded, for those who want to make it again.
  mutating func provenance() {
    let provenance = report.provenance
    block("details", ["class": "provenance", "id": "page:provenance"]) {
      $0.line("summary") { $0.html.text("How this report was made") }
      $0.block("dl") {
        $0.entry("Program") { $0.html.text("gmm-report " + provenance.version) }
        $0.entry("Notebook") {
          $0.html.text($0.report.name + ".md, SHA-256 ")
          $0.checksum(provenance.notebookSHA256)
        }
        for file in provenance.dataFiles {
          $0.entry("Data") {
            $0.html.text("\(file.name), \(counted(file.bytes, "byte")), SHA-256 ")
            $0.checksum(file.sha256)
          }
        }
        $0.entry("Seed") { $0.html.text(String(provenance.seed)) }
        for option in provenance.options { $0.entry(option.name) { $0.html.text(option.value) } }
        $0.entry("Warnings") { $0.warningLinks(count: provenance.warnings) }
      }
    }
  }

  private mutating func entry(_ name: String, _ value: (inout PageWriter) -> Void) {
    html.raw("<dt>")
    html.text(name)
    html.raw("</dt><dd>")
    value(&self)
    html.raw("</dd>\n")
  }

  private mutating func checksum(_ sum: String) {
    inline("code", ["class": "checksum"]) { $0.html.text(sum) }
  }

  /// The number of warnings, with a link to each that stands in the report.
  private mutating func warningLinks(count: Int) {
    html.text(count == 0 ? "none" : NumberFormat.count.string(Double(count)))
    for number in 1..<(warnings + 1) {
      html.raw(number == 1 ? ": " : ", ")
      inline("a", ["href": "#" + Self.warningAnchor(number)]) { $0.html.text("warning \(number)") }
    }
  }

  /// The place of the `number`-th callout that the run raised.
  static func warningAnchor(_ number: Int) -> String { "page:warning-\(number)" }
}
