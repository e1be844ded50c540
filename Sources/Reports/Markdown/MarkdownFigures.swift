extension MarkdownWriter {
  /// The picture, its numbered caption below it, and folded what a reader who cannot see it needs.
  func figure(_ figure: Report.Figure) -> [String] {
    let image = Phrase.image(source: report.path(of: figure, .png), title: "", alt: figure.alt)
    let description =
      figure.longDescription.isEmpty
      ? [] : details(summary: figure.descriptionTitle, figure.longDescription)
    return separated([
      [anchor(figure.anchor)] + paragraph([image]), caption("Figure", figure.number, figure.caption), description,
    ])
  }
}
