import Charting
import Testing

/// Scatter plots of more points than can be told apart.
@Suite struct DenseScatterTests {
  /// 12,000 rows: two groups, and a third of 30 rows among them.
  private static let table: String = {
    var generator = SplitMix64(state: 11)
    func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) } }
    var text = "length,weight,kind\n"
    for row in 0..<12_000 {
      let (x, y, kind) = row % 400 == 0 ? (6, 2, "rare") : row % 3 == 0 ? (8, 5, "long") : (3, 3, "short")
      let spread = kind == "rare" ? 0.1 : 1
      text += "\(Double(x) + spread * normal()),\(Double(y) + spread * normal()),\(kind)\n"
    }
    return text
  }()

  private func figures(_ options: String...) throws -> [FigureWords] {
    var workbench = try Workbench.withData()
    workbench.files["dense.csv"] = Self.table
    let plots = options.enumerated().map {
      cell("plot fig-\($0)", "kind: scatter", "data: t", "x: length", "y: weight", $1)
    }
    return try workbench.figures(cell("load t", "file: dense.csv", "units: {length: cm, weight: g}") + plots.joined())
  }

  @Test func scenesAreSound() throws {
    let figures = try figures(
      "", "color: kind", "color: kind\nas: hexbin", "as: raster", "as: points", "width: 640")
    #expect(figures.map(\.problems) == Array(repeating: "", count: 6))
  }

  @Test func manyPointsBecomeHexagons() throws {
    let figure = try #require(try figures("").first)
    #expect(figure.caption.hasPrefix("n = 12,000. Hexagons, 0."))
    #expect(figure.caption.contains("cm wide; where fewer than three points lie together, the points themselves."))
    #expect(figure.alternativeText.hasPrefix("Scatter plot of 12,000 points, counted in hexagons: length ("))
    #expect(figure.alternativeText.contains("The fullest hexagon holds "))
  }

  @Test func groupsBecomeDensities() throws {
    let figure = try #require(try figures("color: kind").first)
    #expect(
      figure.caption.contains("Smoothed density of each group, as a share of its own peak, their colours mixed;"))
    #expect(figure.alternativeText.contains("as a density: length"))
  }

  @Test(arguments: ["as: points", "symbol: kind", "opacity: 0.2"])
  func pointsStayPointsWhereTheyAreAskedFor(option: String) throws {
    #expect(try figures(option)[0].alternativeText.hasPrefix("Scatter plot of 12,000 points: length"))
  }

  @Test func fewPointsStayPointsUnlessAskedOtherwise() throws {
    let figures = try Workbench.withData().figures(
      cell("load faithful", "file: faithful.csv")
        + ["auto", "hexbin", "raster"].map {
          cell("plot fig-\($0)", "kind: scatter", "data: faithful", "x: eruptions", "y: waiting", "as: \($0)")
        }.joined())
    #expect(figures.map(\.problems) == ["", "", ""])
    #expect(
      figures.map { $0.alternativeText.prefix(while: { $0 != ":" }) } == [
        "Scatter plot of 272 points", "Scatter plot of 272 points, counted in hexagons",
        "Scatter plot of 272 points, as a density",
      ])
  }

  @Test func aLineOfPointsHasNoHexagons() throws {
    var workbench = try Workbench.withData()
    workbench.files["flat.csv"] = "x,y\n" + (0..<20).map { "\($0),3\n" }.joined()
    let figures = try workbench.figures(
      cell("load t", "file: flat.csv") + cell("plot fig-a", "kind: scatter", "data: t", "x: x", "y: y", "as: hexbin"))
    #expect(figures.map(\.problems) == [""])
    #expect(figures[0].alternativeText.hasPrefix("Scatter plot of 20 points: x"))
  }

  @Test(arguments: [
    ("as: hexagons", "9:5: expected auto, points, hexbin or raster, not 'hexagons'"),
    ("as: hexbin\nsymbol: kind", "10:9: 'symbol' means nothing for as: hexbin (as: points draws every point)"),
    ("as: raster\nopacity: 0.5", "10:10: 'opacity' means nothing for as: raster (as: points draws every point)"),
  ])
  func mistakesAreNamed(options: String, message: String) throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "x,y,kind\n1,2,a\n2,3,b\n"
    let notebook =
      cell("load t", "file: t.csv") + cell("plot fig-a", "kind: scatter", "data: t", "x: x", "y: y", options)
    #expect(workbench.mistakes(notebook) == [message])
  }
}
