internal import Charting
internal import Tables

/// `kind: scatter`, of two columns of a table, or of a fit with its ellipses.
struct ScatterPlot: PlotKind {
  static let name = "scatter"
  static let options =
    [FitPlane.docs[0]] + TablePlot.docs(parts, y: .required) + [
      OptionDoc(
        "as", "auto, points, hexbin or raster",
        "a scatter's points, counts in hexagons or density; when absent points, up to 10,000 of them")
    ]

  private static let parts: TablePlot.Parts = [.symbol, .opacity, .axes, .facets]

  private enum Source {
    case fit(FitPlane)
    case table(TablePlot, ScatterRecipe.Style)
  }

  private let source: Source

  init(_ options: inout Options) throws {
    guard options.has("fit") else {
      let style = options.choice("as", ScatterRecipe.Style.self) ?? .auto
      for option in ["symbol", "opacity"] where [.hexbin, .raster].contains(style) && options.has(option) {
        options.fail(
          "'\(option)' means nothing for as: \(style.rawValue)", at: options.location(of: option),
          hint: "as: points draws every point")
      }
      source = .table(try TablePlot(&options, Self.parts, y: .required), style)
      return
    }
    let ofFits = FitPlane.docs.map(\.name)
    for option in Self.options.map(\.name) where options.has(option) && !ofFits.contains(option) {
      options.fail(
        "'\(option)' means nothing beside 'fit'", at: options.location(of: option),
        hint: "a fit brings its own rows and axes, coloured by component")
    }
    source = .fit(try FitPlane(&options))
  }

  func declare(in scope: inout Scope) throws {
    switch source {
    case .fit(let plane): try plane.declare(in: &scope)
    case .table(let plot, _): try plot.declare(in: &scope)
    }
  }

  func chart(in session: inout Session) throws -> Chart {
    switch source {
    case .fit(let plane):
      let (cloud, mixture) = try plane.drawn(in: session)
      return ClassificationRecipe(cloud: cloud, mixture: mixture).chart()
    case .table(let plot, let style):
      let table = try session.object(plot.data, as: Table.self)
      return ScatterRecipe(points: try plot.points(of: table, y: plot.ys[0], session), plot: plot, style: style).chart()
    }
  }
}
