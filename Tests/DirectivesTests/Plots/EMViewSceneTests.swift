import Testing

/// The figures of a fit's rows and starts on real and on nasty data: nothing overlaps, is cut off, too small or too faint.
@Suite struct EMViewSceneTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")

  private static func views(_ x: String, _ y: String, k: Int) -> String {
    let planes = ["classification", "uncertainty", "kmeans_vs_gmm"].map {
      cell("plot fig-\($0)", "kind: \($0)", "fit: m", "x: \(x)", "y: \(y)")
    }
    let fits = ["responsibilities", "start_lottery"].map { cell("plot fig-\($0)", "kind: \($0)", "fit: m") }
    let several = [
      cell("plot fig-silhouette", "kind: silhouette", "fit: m"),
      cell("plot fig-singularity", "kind: singularity", "fit: m", "x: \(x)"),
    ]
    return (planes + fits + (k > 1 ? several : [])).joined()
  }

  @Test(arguments: [1, 2, 3, 6, 9]) func oldFaithful(components: Int) throws {
    let figures = try Workbench.withData().charts(
      Self.faithful + cell("fit m", "data: faithful", "components: \(components)", "restarts: 4")
        + Self.views("eruptions", "waiting", k: components))
    #expect(figures.map(\.problems) == Array(repeating: "", count: components > 1 ? 7 : 5))
  }

  @Test func manyRedWines() throws {
    let figures = try Workbench.withData().charts(
      cell("load red", "file: red_wine.csv", "units: {alcohol: '% vol'}")
        + cell(
          "fit m", "data: red", "columns: [alcohol, density, pH]", "components: 6", "restarts: 2", "max_iterations: 40")
        + Self.views("alcohol", "density", k: 6))
    #expect(figures.map(\.problems) == Array(repeating: "", count: 7))
    #expect(figures[2].caption.contains("Borders: those of these two columns alone."))
    #expect(figures[3].caption.contains("A column is the mean of 2 or 3 rows."))
  }

  @Test func penguins() throws {
    let figures = try Workbench.withData().charts(
      cell("load penguins", "file: penguins.csv")
        + cell(
          "fit m", "data: penguins", "columns: [bill_length_mm, body_mass_g]", "components: 3", "missing: drop")
        + Self.views("bill_length_mm", "body_mass_g", k: 3))
    #expect(figures.map(\.problems) == Array(repeating: "", count: 7))
    // Rows are counted as in the file, of which two lack a cell.
    #expect(figures[1].numbers("row").allSatisfy { $0 >= 1 && $0 <= 344 })
  }

  /// Few rows, ties, a column of two values, huge and tiny scales.
  @Test(arguments: [
    "1e9,1e-9\n2e9,1e-9\n3e9,5e-9\n3e9,6e-9\n9e9,7e-9\n9e9,2e-8\n",
    "0,0\n0,1\n1,0\n1,1\n0,0\n1,1\n0,1\n",
    "-5,1\n-4,2\n-5,3\n1000,1\n1001,2\n1002,2\n1001,5\n",
  ])
  func nastyRows(rows: String) throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "x,y\n" + rows
    let figures = try workbench.charts(
      cell("load t", "file: t.csv") + cell("fit m", "data: t", "components: 2", "covariance: diagonal")
        + Self.views("x", "y", k: 2))
    #expect(figures.map(\.problems) == Array(repeating: "", count: 7))
  }
}
