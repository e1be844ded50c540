import Testing

/// The sentence above a figure against numbers found otherwise: counted by hand, worked out in closed form, or of R.
@Suite struct FindingTests {
  private let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")

  private func figure(_ text: String) throws -> FigureWords {
    try #require(try Workbench.withData().figures(text).first)
  }

  @Test func histogramsNameTheFullestBin() throws {
    let figure = try figure(
      faithful + cell("plot fig-h", "kind: histogram", "data: faithful", "x: waiting", "binwidth: 5"))
    #expect(figure.title == "Rows are densest at waiting 78 to 82 min")
    #expect(figure.subtitle == "Count per bin of waiting")
    #expect(figure.caption == "n = 272. Bin 5 min (5 × the data’s resolution), edges between recorded values.")
    #expect(
      figure.alternativeText
        == "Histogram of waiting, 43 to 96 min, 272 rows; bars show count. "
        + "Rows are densest at waiting 78 to 82 min.")
  }

  /// Means of x 1, 1, 2, 2: y 5, 7, 1, 2, so 6 over the first bin whatever the groups.
  @Test func meansOverGroupsAreWeighedByTheirRows() throws {
    var workbench = try Workbench.withData()
    workbench.files["groups.csv"] = "x,y,g\n1,5,a\n1,7,b\n2,1,a\n2,20,b\n2,1,a\n2,1,a\n"
    let figures = try workbench.figures(
      cell("load t", "file: groups.csv")
        + cell("plot fig-h", "kind: histogram", "data: t", "x: x", "y: y", "histfunc: mean", "color: g"))
    #expect(figures[0].title == "The mean of y is highest at x 1")
    #expect(figures[0].subtitle == "Mean of y per bin of x, side by side by g")
  }

  /// The maxima of .3609 N(54.615, 5.871²) + .6391 N(80.091, 5.868²) lie at 54.619 and 80.090; the width of bins with
  /// the least expected error is 3.97 min.
  @Test func mixturesNameTheirPeaks() throws {
    let figure = try figure(
      faithful
        + cell(
          "fit m", "data: faithful", "columns: [waiting]", "components: 2", "regularization: 0", "tolerance: 1e-12")
        + cell("plot fig-m", "kind: mixture", "fit: m"))
    #expect(figure.title == "Two peaks in waiting, near 54.6 and 80.1 min")
    #expect(figure.subtitle == "Histogram as density (bin 4 min), fitted mixture and its weighted components")
    #expect(
      figure.caption
        == "n = 272. K = 2, full covariance, ℓ = −1,034.00, BIC 2,096.0 (lower is better). "
        + "Strip: responsible component, pale if shared.")
    #expect(
      figure.alternativeText.hasSuffix(
        "component A holds 36 % with mean 54.6 and standard deviation 5.87 and "
          + "component B holds 64 % with mean 80.1 and standard deviation 5.87."))
  }

  @Test(arguments: [
    ("[{weight: 1, mean: 4, covariance: 0.25}]", "One Gaussian for x: mean 4, standard deviation 0.5"),
    (
      "[{weight: 1, mean: 4, covariance: 0.25}, {weight: 2, mean: 7, covariance: 1}]",
      "Two peaks in x, near 4.01 and 7.00"
    ),
    ("[{mean: 4, covariance: 4}, {mean: 5, covariance: 4}]", "One peak in x, near 4.5, made of two components"),
    (
      "[{weight: 1, mean: 0, covariance: 1}, {weight: 0.001, mean: 500, covariance: 0.0001}]",
      "Two peaks in x, near 0 and 500"
    ),
  ])
  func statedMixturesNameTheirPeaks(components: String, title: String) throws {
    #expect(try figure(cell("plot fig-m", "kind: mixture", "components: \(components)")).title == title)
  }

  /// r = .9008 of all 272 pairs.
  @Test func scatterPlotsStateTheCorrelation() throws {
    let figure = try figure(
      faithful + cell("plot fig-p", "kind: scatter", "data: faithful", "x: eruptions", "y: waiting"))
    #expect(figure.title == "Higher eruptions, higher waiting (r = 0.90)")
    #expect(figure.caption == "n = 272. r: Pearson’s correlation.")
  }

  @Test func densitiesNameTheirPeaks() throws {
    let figure = try figure(
      faithful + cell("fit m", "data: faithful", "components: 2")
        + cell("plot fig-d", "kind: density", "fit: m", "x: eruptions", "y: waiting"))
    #expect(figure.title.hasPrefix("The fitted density has two peaks, the higher near eruptions 4."))
    #expect(figure.subtitle == "Smallest regions that hold 25 %, 50 %, 75 % and 95 % of the probability")
  }

  @Test(arguments: [
    (
      "components: 2\nregularization: 0\nmeans: [[1], [9]]\nprecisions: [[[0.25]], [[0.25]]]\nmax_iterations: 3",
      "EM climbs to ℓ = −12.72 in 3 iterations"
    ),
    ("components: 1\nregularization: 0", "EM starts at its optimum, ℓ = −14.83"),
    ("components: 2\nregularization: 0\nrestarts: 5", "All 5 starts reach the same optimum, ℓ = −12.72"),
  ])
  func convergenceSaysWhereStartsEnd(options: String, title: String) throws {
    let figure = try figure(
      cell("load toy", "file: toy.csv") + cell("fit m", "data: toy", options)
        + cell("plot fig-c", "kind: convergence", "fit: m"))
    #expect(figure.title == title)
  }

  /// mclust's choice among these families: EEE (tied), K = 3, BIC 2314.3; full is best at K = 2, 2322.2.
  @Test func selectionsNameTheWinner() throws {
    let figure = try figure(
      faithful + cell("select s", "data: faithful", "components: 1..5", "restarts: 3")
        + cell("plot fig-s", "kind: selection", "select: s"))
    #expect(figure.title == "BIC picks 3 components with tied covariance")
    #expect(figure.alternativeText.contains("full is lowest at K = 2 (Δ = 7.9), tied is lowest at K = 3 (Δ = 0.0)"))
    #expect(figure.caption.hasPrefix("n = 272, 3 starts a cell. Ring: the winner. Triangles: above the panel."))
  }

  @Test func linesNameTheirTop() throws {
    var workbench = try Workbench.withData()
    workbench.files["line.csv"] = "t,v,g\n1,3,a\n2,8,a\n3,4,b\n"
    let figures = try workbench.figures(
      cell("load t", "file: line.csv") + cell("plot fig-l", "kind: line", "data: t", "x: t", "y: v")
        + cell("plot fig-g", "kind: line", "data: t", "x: t", "y: v", "color: g"))
    #expect(figures.map(\.title) == ["The highest v is at t 2", "The highest v is for a, at t 2"])
  }

  /// The notebook's own words stand in place of those.
  @Test func ownWords() throws {
    let figure = try figure(
      faithful
        + cell(
          "plot fig-h", "kind: histogram", "data: faithful", "x: waiting", "title: \"{eval}`faithful.rows` waits\"",
          "subtitle: Minutes", "alt: Bars."))
    #expect(figure.title == "272 waits")
    #expect(figure.subtitle == "Minutes")
    #expect(figure.alternativeText == "Bars.")
  }

  /// The numbers in the legend are those of the rows shown.
  @Test func groupsAreCountedWithinTheRange() throws {
    var workbench = try Workbench.withData()
    workbench.files["groups.csv"] = "x,g\n1,a\n2,a\n3,b\n40,b\n50,a\n"
    let figure = try #require(
      try workbench.figures(
        cell("load t", "file: groups.csv")
          + cell("plot fig-h", "kind: histogram", "data: t", "x: x", "color: g", "range_x: [0, 10]")
      ).first)
    #expect(figure.alternativeText.contains("g: a (2) and b (1)"))
  }

  /// A component far narrower than the grid may have a peak between its places: no number of peaks is told.
  @Test func narrowComponentsAreNotCountedAsPeaks() throws {
    var workbench = try Workbench.withData()
    workbench.files["five.csv"] = "x,y\n1,2\n2,1\n3,4\n4,3.5\n10,9\n10.001,9.001\n9.999,9.001\n10.001,8.999\n"
    let figure = try #require(
      try workbench.figures(
        cell("load t", "file: five.csv") + cell("fit m", "data: t", "components: 2")
          + cell("plot fig-d", "kind: density", "fit: m", "x: x", "y: y")
      ).first)
    #expect(figure.title == "The fitted density of two components")
  }
}
