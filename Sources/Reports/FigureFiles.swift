extension Report {
  /// The pictures of all figures as files, wherever the figures stand: `wine/fig-hist.png`, `wine/fig-hist.svg`.
  package func figureFiles(_ formats: [Figure.Format]) -> [RenderedReport.File] {
    (blocks + notes.joined()).withDescendants.flatMap { block -> [RenderedReport.File] in
      guard case .figure(let figure) = block else { return [] }
      return formats.compactMap { format in
        figure.data(format).map { RenderedReport.File(path: path(of: figure, format), contents: $0) }
      }
    }
  }

  func path(of figure: Figure, _ format: Figure.Format) -> String { "\(name)/\(figure.anchor).\(format.rawValue)" }
}

extension Report.Figure {
  /// What is shown where there is but one picture.
  var image: Image? { images.first }

  fileprivate func data(_ format: Format) -> [UInt8]? {
    format == .png ? image?.data : documents.first { $0.format == format }?.data
  }
}
