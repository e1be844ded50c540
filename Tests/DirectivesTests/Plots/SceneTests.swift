import Testing

/// Every kind of plot on real data, in both themes: nothing overlaps, is cut off, too small or too faint.
@Suite struct SceneTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")

  private static func fit(_ k: Int, _ options: String = "covariance: full", columns: String) -> String {
    cell("fit m", "data: faithful", "columns: [\(columns)]", "components: \(k)", options)
  }

  @Test(arguments: [1, 2, 6, 9])
  func mixturesOfOldFaithful(components: Int) throws {
    let figures = try Workbench.withData().figures(
      Self.faithful
        + Self.fit(components, "restarts: 2", columns: "eruptions, waiting")
        + ["eruptions", "waiting"].map { cell("plot fig-m-\($0)", "kind: mixture", "fit: m", "x: \($0)") }.joined()
        + cell("plot fig-s", "kind: scatter", "fit: m", "x: eruptions", "y: waiting")
        + ["contour", "hdr", "raster"].map {
          cell("plot fig-d-\($0)", "kind: density", "fit: m", "x: eruptions", "y: waiting", "as: \($0)")
        }.joined()
        + cell("plot fig-c", "kind: convergence", "fit: m")
        + cell("plot fig-mr", "kind: mixture", "fit: m", "x: waiting", "range_x: [60, 90]", "nbins: 12"))
    #expect(figures.map(\.problems) == Array(repeating: "", count: 8))
  }

  @Test func selectionsAndTables() throws {
    let figures = try Workbench.withData().figures(
      Self.faithful
        + cell("select s", "data: faithful", "components: 1..6")
        + cell("select one", "data: faithful", "components: 3", "covariance: [tied, full]", "criterion: icl")
        + cell("plot fig-s", "kind: selection", "select: s") + cell("plot fig-one", "kind: selection", "select: one")
        + cell("plot fig-best", "kind: scatter", "fit: s.best", "x: eruptions", "y: waiting")
        + cell("plot fig-l", "kind: line", "data: s.table", "x: components", "y: bic", "color: covariance")
        + cell("plot fig-h", "kind: histogram", "data: faithful", "x: waiting", "marginal: box")
        + cell("plot fig-p", "kind: scatter", "data: faithful", "x: eruptions", "y: waiting"))
    #expect(figures.map(\.problems) == Array(repeating: "", count: 6))
  }

  @Test func penguinsWithMissingCells() throws {
    let grouped = ["stack", "overlay", "group"].map { mode in
      cell(
        "plot fig-\(mode)", "kind: histogram", "data: penguins", "x: body_mass_g", "color: species",
        "barmode: \(mode)", mode == "group" ? "marginal: rug" : "marginal: box")
    }
    let figures = try Workbench.withData().figures(
      cell("load penguins", "file: penguins.csv")
        + cell(
          "fit m", "data: penguins", "columns: [bill_length_mm, bill_depth_mm, body_mass_g]", "components: 3",
          "missing: drop") + grouped.joined()
        + cell(
          "plot fig-p", "kind: scatter", "data: penguins", "x: bill_length_mm", "y: bill_depth_mm", "color: species")
        + cell("plot fig-f", "kind: scatter", "fit: m", "x: bill_length_mm", "y: body_mass_g")
        + cell("plot fig-d", "kind: density", "fit: m", "x: bill_depth_mm", "y: body_mass_g"))
    #expect(figures.map(\.problems) == Array(repeating: "", count: 6))
    #expect(figures[3].caption.hasPrefix("n = 342. 2 rows left out: a value is missing or has no logarithm."))
    #expect(
      figures[3].title
        == "Higher bill length mm, lower bill depth mm over all (r = −0.24), but higher within every species")
  }

  @Test func galaxiesFromManyStarts() throws {
    let figures = try Workbench.withData().figures(
      cell("load galaxies", "file: galaxies.csv", "units: {velocity: km/s}")
        + cell("fit m", "data: galaxies", "components: 4", "init: random", "restarts: 60", "covariance: tied")
        + cell("plot fig-m", "kind: mixture", "fit: m") + cell("plot fig-c", "kind: convergence", "fit: m"))
    #expect(figures.map(\.problems) == ["", ""])
  }

  @Test func elevenColumnsOfRedWines() throws {
    let figures = try Workbench.withData().figures(
      cell("load red", "file: red_wine.csv", "units: {residual sugar: g/l, alcohol: '% vol'}")
        + cell("fit m", "data: red", "components: 6", "restarts: 2", "max_iterations: 30")
        + cell("select s", "data: red", "components: 1..4", "max_iterations: 20")
        + cell("plot fig-m", "kind: mixture", "fit: m", "x: residual sugar")
        + cell("plot fig-f", "kind: scatter", "fit: m", "x: alcohol", "y: density")
        + cell("plot fig-d", "kind: density", "fit: m", "x: alcohol", "y: residual sugar")
        + cell("plot fig-c", "kind: convergence", "fit: m") + cell("plot fig-s", "kind: selection", "select: s")
        + cell(
          "plot fig-h", "kind: histogram", "data: red", "x: residual sugar", "y: total sulfur dioxide",
          "marginal: box", "clip: 9")
        + cell("plot fig-p", "kind: scatter", "data: red", "x: alcohol", "y: residual sugar", "log_y: true"))
    #expect(figures.map(\.problems) == Array(repeating: "", count: 7))
    #expect(
      figures[5].title == "The sum of total sulfur dioxide is largest at residual sugar 1.9 to 2.0 g/l")
    #expect(figures[5].caption.contains("Bin 0.2 g/l (2 × the data’s resolution), edges between recorded values."))
    #expect(figures[5].caption.contains("Last bin: 11 values above 9 g/l, up to 15.5."))
  }
}
