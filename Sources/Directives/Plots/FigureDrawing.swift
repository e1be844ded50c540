internal import Charting
internal import Mixtures
internal import Reports

/// The pictures of a chart.
struct FigureDrawing: Sendable {
  /// One a theme, at twice the size in CSS pixels.
  let images: [Report.Figure.Image]
  /// In the first of the themes.
  let documents: [Report.Figure.Document]
  /// Characters that the chart fonts lack, so that the pictures show boxes for them.
  let missingCharacters: [Character]

  /// - Throws: `FontError` and `RenderError`.
  init(_ chart: Chart, theme: FigureSettings.Theme, formats: [Report.Figure.Format], threads: Int) throws {
    let themes = theme.drawn
    let others = Report.Figure.Format.allCases.filter { $0 != .png && formats.contains($0) }
    let pictures = Parallel.map(themes.count + others.count, threads: threads) { index in
      Result<Picture, any Error> {
        let isImage = index < themes.count
        return try Picture(
          chart, in: themes[isImage ? index : 0].theme, as: isImage ? .png : others[index - themes.count])
      }
    }
    let made = try pictures.map { try $0.get() }
    images = zip(themes, made).map { .init(theme: $0.name, data: $1.data) }
    documents = zip(others, made.dropFirst(themes.count)).map { .init(format: $0, data: $1.data) }
    missingCharacters = made.first?.missingCharacters ?? []
  }

  private struct Picture: Sendable {
    let data: [UInt8]
    let missingCharacters: [Character]

    init(_ chart: Chart, in theme: Theme, as format: Report.Figure.Format) throws {
      let measurer = try TextMeasurer()
      let scene = chart.scene(in: theme, measuring: measurer)
      data =
        switch format {
        case .png: try scene.png(scale: 2, text: measurer)
        case .svg: Array(try scene.svg(text: measurer).utf8)
        case .pdf: try scene.pdf(text: measurer)
        }
      missingCharacters = measurer.missingCharacters
    }
  }
}
