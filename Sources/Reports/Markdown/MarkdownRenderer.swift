/// A report as GitHub shows it: one Markdown file, and the picture of each figure beside it.
package struct MarkdownRenderer: Renderer {
  package static let format = "md"

  package init() {}

  package func render(_ report: Report) -> RenderedReport {
    let writer = MarkdownWriter(report)
    let lines = writer.separated([
      writer.titleBlock(), writer.lines(report.blocks, isNested: false), writer.references(), writer.notes(),
      writer.provenance(),
    ])
    let text = RenderedReport.File(
      path: report.name + ".md", contents: Array((lines.joined(separator: "\n") + "\n").utf8))
    return RenderedReport(files: [text] + report.figureFiles([.png]))
  }
}

extension MarkdownWriter {
  fileprivate func titleBlock() -> [String] {
    let header = report.header
    let title = header.title.isEmpty ? [] : ["# " + MarkdownEscaping.headingEnd(text(header.title, in: .heading))]
    let byline = [header.author, header.date].compactMap { $0 }.joined(separator: " · ")
    return separated([
      title, header.subtitle.isEmpty ? [] : paragraph([.emphasis(header.subtitle)]),
      byline.isEmpty ? [] : paragraph([.text(byline)]),
    ])
  }

  fileprivate func references() -> [String] {
    if report.references.isEmpty { return [] }
    let list = report.references.enumerated().flatMap { index, reference in
      hanging([anchor(reference.anchor) + text(reference.text, in: .heading)], after: "\(index + 1).")
    }
    return separated([["## References"], list])
  }

  /// The footnotes; GitHub numbers them and puts them at the end of the page.
  fileprivate func notes() -> [String] {
    separated(
      report.notes.enumerated().map { index, blocks in
        let lines = lines(blocks, isNested: true)
        let rest = lines.dropFirst().map { $0.isEmpty ? "" : "    " + $0 }
        return ["[^\(index + 1)]: " + (lines.first ?? "")] + rest
      })
  }
}
