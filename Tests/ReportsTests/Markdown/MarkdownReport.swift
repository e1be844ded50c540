import ReportChecks
import Reports
import Testing

/// The Markdown of a report of these blocks.
func markdownText(_ blocks: [Report.Block], notes: [[Report.Block]] = [], references: [Report.Reference] = []) -> String
{
  let report = Report(
    name: "test", header: Report.Header(title: []), blocks: blocks, notes: notes, references: references,
    provenance: Report.Provenance(
      version: "1", notebookSHA256: "", dataFiles: [], seed: 1, options: [], warnings: 0))
  let text = String(decoding: MarkdownRenderer().render(report).files[0].contents, as: UTF8.self)
  return text.components(before: "\n<details>\n<summary>How this report was made")
}

func markdown(_ blocks: [Report.Block]) throws -> MarkdownNode {
  try #require(MarkdownNode.parsing(markdownText(blocks)))
}

extension String {
  fileprivate func components(before mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
