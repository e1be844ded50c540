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
    // The themes say the same in other colours: what one measurer has set for the first, it need not set again.
    let measurer = try TextMeasurer()
    let scenes = themes.map { chart.scene(in: $0.theme, measuring: measurer) }
    documents = try Report.Figure.Format.allCases.filter(formats.contains).compactMap { format in
      guard let scene = scenes.first, let data = try Self.document(scene, format, measurer) else { return nil }
      return .init(format: format, data: data)
    }
    let drawn = try scenes.map { try $0.drawn(scale: 2, text: measurer) }
    let files = Parallel.map(drawn.count, threads: threads) { drawn[$0].png() }
    images = zip(themes, files).map { .init(theme: $0.name, data: $1) }
    missingCharacters = measurer.missingCharacters
  }

  /// `nil` for a format that is an image.
  private static func document(
    _ scene: Scene, _ format: Report.Figure.Format, _ measurer: TextMeasurer
  ) throws -> [UInt8]? {
    switch format {
    case .png: nil
    case .svg: Array(try scene.svg(text: measurer).utf8)
    case .pdf: try scene.pdf(text: measurer)
    }
  }
}
