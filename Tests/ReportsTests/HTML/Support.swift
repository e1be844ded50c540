import Foundation
import Reports

/// The page that the HTML renderer makes of a report.
func htmlPage(of report: Report) throws -> String {
  let files = try HTMLRenderer().render(report).files
  return String(decoding: files.first?.contents ?? [], as: UTF8.self)
}

/// What stands between two marks of a text, without the newlines at its ends; empty when a mark is missing.
func passage(of text: String, from start: String, to end: String) -> String {
  guard let start = text.range(of: start), let end = text[start.upperBound...].range(of: end) else { return "" }
  return text[start.upperBound..<end.lowerBound].trimmingCharacters(in: .newlines)
}

/// The HTML of some blocks within a page of nothing else.
func html(_ blocks: [Report.Block], references: [Report.Reference] = []) throws -> String {
  passage(
    of: try htmlPage(of: .of(blocks, references: references)), from: "<main id=\"page:main\">", to: "</main>")
}

/// The HTML of some running text.
func html(_ phrases: [Phrase], references: [Report.Reference] = []) throws -> String {
  passage(of: try html([.paragraph(phrases)], references: references), from: "<p>", to: "</p>")
}

extension Report {
  /// A report of some blocks and as little else as can be.
  static func of(
    _ blocks: [Block], notes: [[Block]] = [], references: [Reference] = [], warnings: Int = 0
  ) -> Report {
    Report(
      name: "little", header: Header(title: [.text("Little")]), blocks: blocks, notes: notes, references: references,
      provenance: Provenance(
        version: "1.0", notebookSHA256: "ab", dataFiles: [], seed: 1, options: [], warnings: warnings))
  }
}
