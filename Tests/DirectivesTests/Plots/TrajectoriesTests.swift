import Testing

/// `kind: trajectories`: its sentences against known ends, its scenes, its mistakes.
@Suite struct TrajectoriesTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")

  /// From means 70 and 75 EM ends at 54.6 and 80.1 (mclust, scikit-learn): A moves by 15.4 min, B by 5.1.
  @Test func titlesTellTheLongestWay() throws {
    let figures = try Workbench.withData().figures(
      Self.faithful
        + cell(
          "fit m", "data: faithful", "columns: [waiting]", "components: 2", "means: [[70], [75]]", "regularization: 0",
          "tolerance: 1e-12")
        + cell("plot fig-t", "kind: trajectories", "fit: m"))
    #expect(figures[0].title == "A’s mean moves farthest, from 70.0 to 54.6 min")
    #expect(figures[0].caption == "K = 2, full covariance, n = 272. ℓ: higher is better.")
    #expect(figures[0].problems == "")
  }

  @Test func startsAreCounted() throws {
    let figures = try Workbench.withData().figures(
      cell("load toy", "file: toy.csv")
        + cell("fit m", "data: toy", "components: 2", "regularization: 0", "restarts: 5", "tolerance: 1e-10")
        + cell("plot fig-t", "kind: trajectories", "fit: m")
        + cell("plot fig-one", "kind: trajectories", "fit: m", "restarts: false")
        + cell("fit one", "data: toy", "components: 1") + cell("plot fig-k", "kind: trajectories", "fit: one"))
    #expect(figures[0].title.hasSuffix("; all 5 starts end there"))
    #expect(!figures[1].title.contains("starts"))
    #expect(figures[2].title == "The mean stays where it starts")
    #expect(figures.map(\.problems) == ["", "", ""])
  }

  @Test(arguments: [2, 6, 9])
  func oldFaithful(components: Int) throws {
    let figures = try Workbench.withData().figures(
      Self.faithful
        + cell(
          "fit m", "data: faithful", "components: \(components)", "init: random", "restarts: 6", "max_iterations: 90")
        + cell("plot fig-t", "kind: trajectories", "fit: m")
        + cell("plot fig-w", "kind: trajectories", "fit: m", "columns: waiting", "log_x: false")
        + cell("plot fig-l", "kind: trajectories", "fit: m", "log_x: true", "restarts: false"))
    #expect(figures.map(\.problems) == ["", "", ""])
  }

  @Test func threeOfElevenColumns() throws {
    let figures = try Workbench.withData().figures(
      cell("load red", "file: red_wine.csv", "units: {residual sugar: g/l, alcohol: '% vol'}")
        + cell("fit m", "data: red", "components: 3", "restarts: 3", "max_iterations: 12")
        + cell("plot fig-t", "kind: trajectories", "fit: m")
        + cell("plot fig-c", "kind: trajectories", "fit: m", "columns: [alcohol, residual sugar]"))
    #expect(figures.map(\.problems) == ["", ""])
    #expect(figures[0].caption.contains("3 of 11 columns shown."))
    #expect(figures[1].alternativeText.contains("of alcohol and residual sugar of 3 components"))
  }

  @Test(arguments: [
    ("kind: trajectories", "8:1: this kind of plot needs the option 'fit'"),
    ("kind: trajectories\nfit: m\ncolumns: waitin", "11:10: unknown column 'waitin' (did you mean 'waiting'?)"),
    (
      "kind: trajectories\nfit: m\ncolumns: [a, b, c, d]",
      "11:10: 4 columns are too many side by side (choose at most 3)"
    ),
    ("kind: trajectories\nfit: m\nrestarts: 3", "11:11: expected true or false, not '3'"),
  ])
  func refuses(options: String, expected: String) throws {
    let text =
      cell("load faithful", "file: faithful.csv") + cell("fit m", "data: faithful", "components: 2")
      + cell("plot fig-p", options)
    #expect(try Workbench.withData().mistakes(text).first == expected)
  }
}
