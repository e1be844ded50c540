extension PageWriter {
  /// The works cited, in the order of their numbers.
  mutating func references() {
    guard !report.references.isEmpty else { return }
    block("section", ["role": "doc-bibliography", "aria-labelledby": "page:references"]) {
      $0.line("h2", ["id": "page:references"]) { $0.html.text("References") }
      $0.block("ol", ["class": "references"]) {
        for reference in $0.report.references {
          $0.line("li", ["id": reference.anchor]) { $0.phrases(reference.text) }
        }
      }
    }
  }
}
