/// Lays a report out as one HTML file that reads offline: no script, no network, every picture and face inside it.
package struct HTMLRenderer: Renderer {
  package static let format = "html"

  package init() {}

  /// - Throws: `MathFontError` when the report has maths and the maths face is not installed.
  package func render(_ report: Report) throws -> RenderedReport {
    let page = try PageWriter.page(of: report)
    return RenderedReport(files: [.init(path: report.name + ".html", contents: Array(page.utf8))])
  }
}
