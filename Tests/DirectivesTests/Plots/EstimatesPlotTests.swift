import Testing

@Suite struct EstimatesPlotTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")

  private func figures(_ fit: String, _ errors: String = "method: information", _ plot: String = "parameter: mean")
    throws -> ChartedFigure
  {
    let figures = try Workbench.withData().charts(
      Self.faithful + cell("fit m", "data: faithful", fit) + cell("errors e", "fit: m", errors)
        + cell("plot fig-e", "kind: estimates", "errors: e", plot))
    return try #require(figures.first)
  }

  @Test(arguments: [
    ("components: 2\nrestarts: 2", "mean", "The 95 % intervals of the components’ means overlap in no column"),
    (
      "components: 2\nrestarts: 2\ncolumns: [waiting]", "deviation",
      "Some 95 % intervals of the components’ standard deviations of waiting overlap"
    ),
    ("components: 1\ncolumns: [waiting]", "mean", "The mean of waiting is 70.90 min, give or take 0.82"),
    (
      "components: 2\nrestarts: 2", "deviation",
      "Only in eruptions no 95 % intervals of the components’ standard deviations overlap"
    ),
  ])
  func whatItFinds(fit: String, parameter: String, title: String) throws {
    let figure = try figures(fit, "method: information", "parameter: \(parameter)")
    #expect(figure.title == title)
    #expect(figure.problems == "")
  }

  @Test func theNumbersAreThoseOfTheErrors() throws {
    let figure = try figures(
      "columns: [waiting]\ncomponents: 2\nrestarts: 1\ntolerance: 1e-13\nregularization: 0\nmax_iterations: 5000")
    #expect(figure.panels == ["weight", "mean of waiting"])
    #expect(figure.data["component"] == ["A", "B", "A", "B"])
    let expected = [0.0311647546876372, 0.0311647546876372, 0.699674979416569, 0.504594713997351]
    for (error, expected) in zip(figure.numbers("standard error"), expected) {
      #expect(abs(error / expected - 1) < 1e-6)
    }
    #expect(figure.caption == "K = 2, full covariance, n = 272. Intervals: observed information.")
    #expect(
      figure.description
        == "A holds 36 % (30 % to 42 %) and B holds 64 % (58 % to 70 %). The mean of waiting is 54.61 min in A (53.24 to "
        + "55.99) and 80.09 min in B (79.10 to 81.08).")
  }

  @Test func manyComponentsAndColumns() throws {
    let figures = try Workbench.withData().charts(
      cell("load red", "file: red_wine.csv")
        + cell("fit m", "data: red", "components: 6", "covariance: diagonal", "restarts: 1", "max_iterations: 500")
        + cell("errors e", "fit: m", "method: bootstrap", "replicates: 3")
        + cell("plot fig-a", "kind: estimates", "errors: e")
        + cell("plot fig-b", "kind: estimates", "errors: e", "columns: [alcohol, density]"))
    #expect(figures.map(\.problems) == ["", ""])
    #expect(figures[0].caption.contains("Intervals: 3 nonparametric bootstrap replicates. 3 columns not shown."))
  }

  @Test(arguments: [
    ("kind: estimates", "12:1: this kind of plot needs the option 'errors'"),
    ("kind: estimates\nerrors: m", "14:9: 'm' is a fit, not a set of standard errors (there is 'e')"),
    (
      "kind: estimates\nerrors: e\ncolumns: [wait]",
      "15:11: unknown column 'wait' (the columns are eruptions and waiting)"
    ),
    ("kind: estimates\nerrors: e\nparameter: sd", "15:12: expected mean or deviation, not 'sd'"),
  ])
  func refuses(options: String, expected: String) throws {
    let text =
      Self.faithful + cell("fit m", "data: faithful", "components: 1") + cell("errors e", "fit: m")
      + cell("plot fig-e", options)
    #expect(try Workbench.withData().mistakes(text) == [expected])
  }
}
