internal import Charting
internal import Wording

/// `kind: density`
struct DensityPlot: PlotKind {
  static let name = "density"
  static let options =
    [OptionDoc("fit", "fit or mixture", "the fit drawn, or a mixture, which has no rows")] + FitPlane.docs.dropFirst()
    + [
      OptionDoc("as", "contour, hdr or raster", default: "contour", "lines, filled regions, or a colour a place"),
      OptionDoc(
        "masses", "list of numbers", "the shares of probability that regions hold; [0.25, 0.5, 0.75, 0.95] when absent"),
      OptionDoc("levels", "whole number", "how many regions, of evenly spread shares, instead of masses"),
      OptionDoc("points", "true or false", default: "true", "whether the rows are drawn"),
    ]
    + TablePlot.docs([.opacity, .rangeX, .rangeY], y: .none).filter {
      ["opacity", "range_x", "range_y"].contains($0.name)
    }

  private let plane: FitPlane
  private let style: DensityRecipe.Style
  private let masses: [Double]
  private let showsPoints: Bool
  private let opacity: Double?
  private let ranges: (x: ClosedRange<Double>?, y: ClosedRange<Double>?)

  init(_ options: inout Options) throws {
    style = options.choice("as", DensityRecipe.Style.self) ?? .contour
    let levels = options.wholeNumber("levels", 1...20)
    let masses = options.numbers("masses")?.sorted()
    self.masses =
      masses ?? levels.map { count in (1...count).map { Double($0) / Double(count + 1) } } ?? [0.25, 0.5, 0.75, 0.95]
    showsPoints = options.boolean("points") ?? true
    opacity = options.opacity()
    ranges = (options.range("range_x"), options.range("range_y"))
    for option in ["masses", "levels"] where style == .raster && options.has(option) {
      options.fail(
        "a raster has no regions for '\(option)'", at: options.location(of: option), hint: "as: hdr draws them")
    }
    if options.has("masses"), options.has("levels") {
      options.fail(
        "masses and levels each choose the regions", at: options.location(of: "levels"), hint: "keep one of them")
    }
    if !self.masses.allSatisfy({ 0 < $0 && $0 < 1 }) {
      options.fail("masses are shares between 0 and 1", at: options.location(of: "masses"))
    }
    if !showsPoints, options.has("opacity") {
      options.fail("'opacity' means nothing without points", at: options.location(of: "opacity"))
    }
    plane = try FitPlane(&options)
  }

  func declare(in scope: inout Scope) throws { try plane.declare(in: &scope, needsRows: false) }

  func chart(in session: inout Session) throws -> Chart {
    let (cloud, mixture, _) = try plane.drawn(in: session)
    return try DensityRecipe(
      cloud: cloud, mixture: mixture, style: style, masses: masses, showsPoints: showsPoints && cloud.count > 0,
      opacity: opacity,
      ranges: ranges
    ).chart()
  }
}
