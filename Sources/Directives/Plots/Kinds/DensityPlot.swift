internal import Charting

/// `kind: density`
struct DensityPlot: PlotKind {
  static let name = "density"
  static let options =
    FitPlane.docs + [
      OptionDoc("as", "contour, hdr or raster", default: "contour", "lines, filled regions, or a colour a place"),
      OptionDoc(
        "masses", "list of numbers", "the shares of probability that regions hold; [0.25, 0.5, 0.75, 0.95] when absent"),
    ]

  private let plane: FitPlane
  private let style: DensityRecipe.Style
  private let masses: [Double]

  init(_ options: inout Options) throws {
    style = options.choice("as", DensityRecipe.Style.self) ?? .contour
    masses = (options.numbers("masses") ?? [0.25, 0.5, 0.75, 0.95]).sorted()
    if style == .raster, options.has("masses") {
      options.fail(
        "a raster has no regions for 'masses'", at: options.location(of: "masses"), hint: "as: hdr draws them")
    }
    if !masses.allSatisfy({ 0 < $0 && $0 < 1 }) {
      options.fail("masses are shares between 0 and 1", at: options.location(of: "masses"))
    }
    plane = try FitPlane(&options)
  }

  func declare(in scope: inout Scope) throws { try plane.declare(in: &scope) }

  func chart(in session: inout Session) throws -> Chart {
    let (cloud, mixture) = try plane.drawn(in: session)
    return try DensityRecipe(cloud: cloud, mixture: mixture, style: style, masses: masses).chart()
  }
}
