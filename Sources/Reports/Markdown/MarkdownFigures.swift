extension MarkdownWriter {
  /// The light picture, its numbered caption below it, and folded what a reader who cannot see it needs.
  func figure(_ figure: Report.Figure) -> [String] {
    let image = Phrase.image(source: Self.path(of: figure, in: report), title: "", alt: figure.alt)
    let description =
      figure.longDescription.isEmpty
      ? [] : details(summary: "Description of figure \(figure.number)", figure.longDescription)
    return separated([
      [anchor(figure.anchor)] + paragraph([image]), caption("Figure", figure.number, figure.caption), description,
    ])
  }

  /// The pictures' files: the light image of each figure in the report, wherever it stands.
  static func images(of report: Report) -> [RenderedReport.File] {
    (report.blocks + report.notes.joined()).withDescendants.compactMap { block in
      guard case .figure(let figure) = block, let image = figure.images.first(where: { $0.theme == .light }) else {
        return nil
      }
      return RenderedReport.File(path: path(of: figure, in: report), contents: image.data)
    }
  }

  private static func path(of figure: Report.Figure, in report: Report) -> String {
    report.name + "/" + figure.anchor + ".png"
  }
}
