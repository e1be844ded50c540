import Testing

@Suite struct FamiliesPlotTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")
  private static let select = cell("select s", "data: faithful", "components: 1..4", "restarts: 3")

  /// Free parameters of K components in d = 2: K − 1 weights, 2K means, and 3K, 3, 2K and K for the covariances.
  @Test func comparesTheFamiliesOfASelection() throws {
    let figures = try Workbench.withData().charts(
      Self.faithful + Self.select + cell("plot fig-f", "kind: families", "select: s")
        + cell("plot fig-two", "kind: families", "select: s", "components: 2"))
    #expect(figures.map(\.problems) == ["", ""])
    #expect(figures[0].data["covariance"] == ["full", "tied", "diagonal", "spherical"])
    #expect(figures[0].numbers("parameters") == [17, 11, 14, 11])
    // mclust's BIC, its sign changed: EEE 2314.3 at K = 3; VVV 2322.2 and EEE 2325.2 at K = 2.
    #expect(abs(figures[0].numbers("BIC")[1] - 2314.3) < 0.1)
    #expect(figures[0].title.hasPrefix("BIC prefers tied covariance at K = 3, by "))
    #expect(figures[1].numbers("BIC").prefix(2).map { ($0 * 10).rounded() / 10 } == [2322.2, 2325.2])
    #expect(figures[1].title == "BIC prefers full covariance at K = 2, by 3.0 over tied")
    #expect(figures[1].panels[0] == "full: the best")
    #expect(figures[1].panels[1] == "tied, ΔBIC = 3.0")
  }

  /// mclust's parameter counts of three components in two columns: two weights, six means, and its nVarParams.
  @Test func showsTheWholeGallery() throws {
    let figure = try #require(
      try Workbench.withData().charts(
        Self.faithful
          + cell("select s", "data: faithful", "components: 3", "covariance: all", "init: hierarchical")
          + cell("plot fig-f", "kind: families", "select: s")
      ).first)
    #expect(figure.problems == "")
    let names = [
      "EII", "VII (spherical)", "EEI", "VEI", "EVI", "VVI (diagonal)", "EEE (tied)", "VEE", "EVE", "VVE", "EEV", "VEV",
      "EVV", "VVV (full)",
    ]
    #expect(figure.data["covariance"] == names)
    #expect(figure.panels == names.map { String($0.prefix(3)) })
    #expect(figure.numbers("parameters") == [1, 3, 2, 4, 4, 6, 3, 5, 5, 7, 5, 7, 7, 9].map { 8 + $0 })
    #expect(figure.title.hasPrefix("BIC prefers EEE (tied) covariance at K = 3, by "))
    #expect(abs(figure.numbers("BIC")[6] - 2314.3163) < 0.05)
  }

  @Test func comparesFits() throws {
    let fits = ["full", "tied"].map {
      cell("fit \($0)2", "data: faithful", "components: 2", "covariance: \($0)")
    }
    let figure = try #require(
      try Workbench.withData().charts(
        Self.faithful + fits.joined() + cell("plot fig-f", "kind: families", "fits: [tied2, full2]")
      ).first)
    #expect(figure.title == "BIC prefers full2: K = 2, full covariance, by 3.0 over tied2: K = 2, tied covariance")
    #expect(figure.problems == "")
  }

  /// Seven components need more than six rows: every family fails, and its panel says so.
  @Test func showsFailedFamilies() throws {
    var workbench = try Workbench.withData()
    workbench.files["six.csv"] = "a,b\n1,2\n2,4\n3,3\n6,1\n7,7\n9,5\n"
    let figure = try #require(
      try workbench.charts(
        cell("load six", "file: six.csv")
          + cell("select s", "data: six", "components: [1, 7]", "covariance: [tied, full]")
          + cell("plot fig-f", "kind: families", "select: s", "components: 7")
      ).first)
    #expect(figure.title == "No covariance family could be fitted")
    #expect(figure.panels == ["tied", "full"])
    #expect(figure.description == "Tied failed and full failed.")
    #expect(figure.problems == "")
  }

  /// Line 12 is the plot's first option.
  @Test(arguments: [
    ("select: s\nx: eruptions", "13:4: 'x' needs 'y' beside it"),
    ("components: 3", "10:1: this kind of plot needs either 'select' or 'fits'"),
    ("select: s\ncomponents: 9", "13:13: the selection tried no mixture of 9 components (it tried 1 and 2)"),
    ("fits: [m]\ncomponents: 2", "13:13: 'components' means nothing beside 'fits' (every fit has its own components)"),
    ("fits: [s.best, m]", "12:16: 'm' is not fitted to the same rows and columns as 's.best'"),
    ("fits: [m]", "10:1: the fits have one column; ellipses need two (kind: mixture draws one column)"),
    ("fits: [s]", "12:8: 's' is a selection, not a fit (there is 'm')"),
    ("select: s\nx: eruptions\ny: eruptions", "14:4: x and y are the same column"),
  ])
  func refuses(options: String, expected: String) throws {
    let text =
      cell("load faithful", "file: faithful.csv") + cell("select s", "{data: faithful, components: 1..2}")
      + cell("fit m", "{data: faithful, columns: [waiting], components: 1}")
    let found = try Workbench.withData().mistakes(text + cell("plot fig-f", "kind: families", options))
    #expect(found.first == expected)
  }
}
