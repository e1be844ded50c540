package import Charting
internal import Notebooks
package import Reports
internal import Wording

/// Draws a figure of a table, a fit or a selection.
///
/// The options of a figure itself (title, caption, size, …) are read here; what is drawn is a `PlotKind`.
package struct PlotDirective: Directive {
  package static let name = "plot"
  package static let summary = "draws a figure of a table, a fit or a selection"
  package static let naming = CellNaming.label(.figure)
  package static let options =
    [OptionDoc("kind", joined(PlotKinds.all.map { $0.name }, "or"), isRequired: true, "what is drawn")]
    + PlotKinds.options + [
      OptionDoc("title", "text, or auto", "the finding; made from the numbers when absent or auto"),
      OptionDoc("subtitle", "text, or auto", "what is plotted; made from the numbers when absent or auto"),
      OptionDoc("caption", "text", "what stands below the figure"),
      OptionDoc(
        "alt", "text, or auto",
        "what the picture shows, for those who cannot see it; made from the data when absent or auto"),
      Annotation.option,
      OptionDoc("width", "whole number", "in CSS pixels"), OptionDoc("height", "whole number", "in CSS pixels"),
      FigureSettings.Theme.documentation,
    ]

  private let kind: any PlotKind
  private let title: [Inline]?
  private let subtitle: [Inline]?
  private let caption: [Inline]
  private let alternative: [Inline]?
  private let annotations: [Annotation]
  private let width: Int?
  private let height: Int?
  private let theme: FigureSettings.Theme?
  private let label: String

  package init(_ options: inout Options) throws {
    let type = options.choice("kind", of: PlotKinds.all.map { ($0.name, $0) })
    if let type { PlotKinds.refuseForeign(to: type, in: &options) }
    title = Self.words("title", in: &options)
    subtitle = Self.words("subtitle", in: &options)
    caption = options.inlines("caption") ?? []
    alternative = Self.words("alt", in: &options)
    annotations = Annotation.read(&options)
    width = options.wholeNumber("width", 360...2400)
    height = options.wholeNumber("height", 260...2400)
    theme = options.choice("theme", FigureSettings.Theme.self)
    label = options.name.value
    kind = try options.required(type).init(&options)
  }

  /// The notebook's own words; `nil` where the figure is to make them itself.
  private static func words(_ option: String, in options: inout Options) -> [Inline]? {
    options.inlines(option).flatMap { $0 == [.text("auto")] ? nil : $0 }
  }

  package func declare(in scope: inout Scope) throws {
    for text in [title, subtitle, caption, alternative] { _ = scope.noting { try $0.check(text ?? []) } }
    for annotation in annotations { annotation.declare(in: &scope) }
    try kind.declare(in: &scope)
  }

  package var activity: String { "draws \(label)" }

  package func run(in session: inout Session) throws -> [Report.Block] {
    let chart = try chart(in: &session)
    guard let number = session.number(of: label) else { return [] }
    let drawing = try FigureDrawing(
      chart, theme: theme ?? session.figures.theme, formats: session.figures.formats, threads: session.threads)
    if !drawing.missingCharacters.isEmpty {
      let boxes = joined(drawing.missingCharacters.map { "‘\($0)’" })
      session.warn(
        "'\(label)' shows boxes for \(boxes): the chart fonts have no such characters",
        hint: "write the figure's words and the names of columns and levels in Latin, Greek or Cyrillic letters")
    }
    return [
      .figure(
        .init(
          anchor: label, number: number, caption: try session.phrases(caption), alt: chart.alternativeText,
          longDescription: chart.longDescription(ofFigure: number), width: Int(chart.size.width),
          height: Int(chart.size.height), images: drawing.images, documents: drawing.documents))
    ]
  }

  /// The chart with the notebook's own words and size.
  package func chart(in session: inout Session) throws -> Chart {
    var chart = try kind.chart(in: &session)
    if let title { chart.title = try session.phrases(title).spelledText }
    if let subtitle { chart.subtitle = try session.phrases(subtitle).spelledText }
    if let alternative { chart.alternativeText = try session.phrases(alternative).spelledText }
    for annotation in annotations { try annotation.draw(in: &chart, &session) }
    if let width { chart.size.width = Double(width) }
    if let height { chart.size.height = Double(height) }
    return chart
  }
}
