extension PageWriter {
  /// The whole document. The body comes first, because its formulas decide what the head's maths face must hold.
  static func page(of report: Report) throws -> String {
    var writer = PageWriter(report)
    writer.block("body") { $0.body() }
    let body = writer.html.html
    let style = try styleSheet(mathGlyphs: writer.mathGlyphs, components: writer.components)

    writer.html = HTMLWriter(capacity: body.utf8.count + style.utf8.count + 4096)
    writer.html.raw("<!DOCTYPE html>\n")
    writer.block("html", ["lang": report.header.language]) {
      $0.head(style: style)
      $0.html.raw(body)
    }
    return writer.html.html
  }

  private mutating func head(style: String) {
    let header = report.header
    block("head") {
      $0.html.raw("<meta charset=\"utf-8\">\n")
      $0.line("title") { $0.html.text(header.title.plainText) }
      $0.meta("viewport", "width=device-width, initial-scale=1")
      $0.meta("color-scheme", "light dark")
      $0.meta("generator", "gmm-report " + $0.report.provenance.version)
      if let author = header.author { $0.meta("author", author) }
      let description = header.description ?? header.subtitle.plainText
      if !description.isEmpty { $0.meta("description", description) }
      $0.block("style") { $0.html.raw(style) }
    }
  }

  private mutating func meta(_ name: String, _ content: String) {
    html.open("meta", ["name": name, "content": content])
    html.endLine()
  }

  private mutating func body() {
    line("a", ["class": "skip", "href": "#page:main"]) { $0.html.text("Skip to the text") }
    block("div", ["class": "page"]) {
      $0.titleBlock()
      $0.contents()
      $0.block("main", ["id": "page:main"]) { $0.blocks($0.report.blocks) }
      $0.block("footer") {
        $0.notes()
        $0.references()
        $0.provenance()
      }
    }
  }
}
