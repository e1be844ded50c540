import Testing

/// What `classification`, `uncertainty`, `responsibilities`, `silhouette` and `kmeans_vs_gmm` say of the rows of a fit,
/// against scikit-learn 1.9.1 (GaussianMixture without floor, tol 1e-12; KMeans of 50 starts; SciPy's assignment).
@Suite struct RowPlotTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")
  private static let tied = "components: 3\ncovariance: tied"
  private static let full = "components: 2"
  private static let diagonal =
    "components: 4\ncovariance: diagonal\nmeans: [[1.83, 51], [2.2, 57], [3.75, 77], [4.47, 81]]\n"
    + "precisions: [[300, 0.03], [20, 0.03], [7, 0.03], [20, 0.03]]"

  private func figure(_ fit: String, _ plot: String...) throws -> ChartedFigure {
    let exact =
      "tolerance: 1e-12\nregularization: 0" + (fit.contains("max_iterations") ? "" : "\nmax_iterations: 20000")
    return try #require(
      try Workbench.withData().charts(
        Self.faithful + cell("fit m", "data: faithful", exact, fit)
          + cell("plot fig-p", "fit: m", plot.joined(separator: "\n"))
      ).first)
  }

  private func plane(_ fit: String, _ plot: String...) throws -> ChartedFigure {
    try figure(fit, "x: eruptions\ny: waiting", plot.joined(separator: "\n"))
  }

  @Test func rowsInDoubt() throws {
    let three = try plane(Self.tied, "kind: uncertainty")
    #expect(three.title == "31 of 272 rows are in doubt, all of them between B and C")
    #expect(three.numbers("row").prefix(8) == [74, 152, 156, 225, 71, 34, 179, 90])
    let uncertainties = three.numbers("uncertainty").prefix(8)
    let expected = [0.4859, 0.4837, 0.4809, 0.4787, 0.4699, 0.4598, 0.4435, 0.4385]
    #expect(zip(uncertainties, expected).allSatisfy { abs($0 - $1) < 6e-5 })
    #expect(
      three.alternativeText.contains("; the most uncertain is row 74, 0.49, with eruptions 4 and waiting 71."))
    #expect(three.description.hasSuffix("214 rows of 272 have an uncertainty under 0.1; the mean is 0.068."))
    #expect(
      try plane(Self.full, "kind: uncertainty").title
        == "No row is in doubt: every uncertainty is at most 0.25")
    // 24 between C and D, 18 between A and B.
    #expect(
      try plane(Self.diagonal, "kind: uncertainty").title
        == "42 of 272 rows are in doubt, most of them between C and D")
    #expect(try plane("components: 1", "kind: uncertainty").title == "One component: no row is uncertain")
  }

  @Test func classes() throws {
    let three = try plane(Self.tied, "kind: classification")
    #expect(three.title == "Three components, 31 of 272 rows in doubt")
    #expect(three.numbers("rows") == [97, 41, 134])
    #expect(three.numbers("rows in doubt").reduce(0, +) == 31)
    #expect(zip(three.numbers("π"), [0.35637813, 0.16860726, 0.47501462]).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(three.description.hasPrefix("Component A holds 36 % around eruptions "))
    #expect(three.description.hasSuffix(". 31 rows have an uncertainty over 0.25."))
    #expect(try plane(Self.full, "kind: classification").title == "Two components, no row in doubt")
    // `scatter` of a fit is the same figure.
    #expect(try plane(Self.tied, "kind: scatter").data == three.data)
  }

  @Test func clearRows() throws {
    let three = try figure(Self.tied, "kind: responsibilities")
    #expect(three.title == "214 of 272 rows clearly belong to one component")
    #expect(
      three.caption
        == "n = 272. K = 3, tied covariance. Entropy 0.16 of at most 1.10 nats a row. π: the mean of a band.")
    #expect(three.numbers("rows") == [97, 41, 134])
    #expect(three.numbers("clear rows").reduce(0, +) == 214)
    #expect(zip(three.numbers("mean r"), three.numbers("π")).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(try figure(Self.full, "kind: responsibilities").title == "271 of 272 rows clearly belong to one component")
    #expect(try figure("components: 1", "kind: responsibilities").title == "One component answers for every row")
  }

  /// After one M-step from a start far off, the weights are not yet the means of the responsibilities.
  @Test func bandsOfAnUnfinishedFitDifferFromTheirWeights() throws {
    let early = try figure(
      "components: 2\nmax_iterations: 1\nmeans: [[2, 50], [3, 60]]\nprecisions: [[[1, 0], [0, 0.01]], [[1, 0], [0, 0.01]]]",
      "kind: responsibilities")
    let gap = zip(early.numbers("mean r"), early.numbers("π")).map { abs($0 - $1) }.max() ?? 0
    #expect(gap > 0.0005)
    #expect(early.caption.contains("π: the mean of a band, but for 0.0"))
  }

  @Test(arguments: [
    ("raw", "Mean silhouette 0.29; 59 of 272 rows lie nearer to another component", [0.669, -0.0799, 0.1379], 211.0),
    (
      "standardized", "Mean silhouette 0.47; 15 of 272 rows lie nearer to another component",
      [0.7191, 0.2851, 0.339], 74
    ),
  ])
  func silhouettes(scale: String, title: String, means: [Double], worst: Double) throws {
    let three = try figure(Self.tied, "kind: silhouette", "scale: \(scale)")
    #expect(three.title == title)
    #expect(three.numbers("rows") == [97, 41, 134])
    #expect(zip(three.numbers("mean width"), means).allSatisfy { abs($0 - $1) < 6e-5 })
    #expect(three.description.contains("is that of row \(Int(worst)): component "))
    #expect(three.caption.contains(scale == "raw" ? "on 2 columns as they are." : "scaled to standard deviation 1."))
  }

  @Test(arguments: [
    ("raw", 79, "0.508", "as they are"), ("standardized", 52, "0.626", "each scaled to standard deviation 1"),
  ])
  func differencesFromKMeans(scale: String, rows: Int, index: String, words: String) throws {
    let three = try plane(Self.tied, "kind: kmeans_vs_gmm", "scale: \(scale)")
    #expect(three.title == "k-means and the mixture differ on \(rows) of 272 rows")
    #expect(three.panels == ["k-means", "mixture", "\(rows) rows differ"])
    #expect(three.caption.contains("k-means on the columns \(words), best of 10 starts. Adjusted Rand index \(index) "))
    let cells = ["A", "B", "C"].map { three.numbers("cluster \($0)") }
    #expect(cells.joined().reduce(0, +) == 272)
    #expect(cells[0][0] + cells[1][1] + cells[2][2] == Double(272 - rows))
  }

  @Test func differencesOfTwoComponents() throws {
    #expect(try plane(Self.full, "kind: kmeans_vs_gmm").panels[2] == "5 rows differ")
    let scaled = try plane(Self.full, "kind: kmeans_vs_gmm", "scale: standardized")
    #expect(scaled.title == "k-means and the mixture differ on 1 of 272 rows")
    #expect(scaled.panels[2] == "1 row differs")
    #expect(try plane("components: 1", "kind: kmeans_vs_gmm").title == "One component: nothing to divide")
  }

  @Test func figuresOfTwoOfManyColumnsSaySo() throws {
    let figures = try Workbench.withData().charts(
      cell("load penguins", "file: penguins.csv")
        + cell(
          "fit m", "data: penguins", "columns: [bill_length_mm, bill_depth_mm, flipper_length_mm]", "components: 2",
          "missing: drop", "restarts: 3")
        + ["uncertainty", "kmeans_vs_gmm"].map {
          cell("plot fig-\($0)", "kind: \($0)", "fit: m", "x: bill_length_mm", "y: bill_depth_mm")
        }.joined())
    #expect(
      figures[0].caption.contains(
        "on 3 columns. Lines: of the mixture’s marginal on these two columns; uncertainties: from all."))
    #expect(figures[1].caption.contains("Borders: those of these two columns alone."))
    #expect(!figures[0].alternativeText.contains("_") && !figures[1].alternativeText.contains("_"))
  }

  /// Two groups far apart.
  @Test func agreeingDivisions() throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "x,y\n0,0\n0.2,1\n1,0\n50,50\n51,50\n50,51.5\n"
    let figures = try workbench.charts(
      cell("load t", "file: t.csv") + cell("fit m", "data: t", "components: 2")
        + ["kmeans_vs_gmm", "uncertainty"].map { cell("plot fig-\($0)", "kind: \($0)", "fit: m", "x: x", "y: y") }
        .joined()
        + cell("plot fig-r", "kind: responsibilities", "fit: m") + cell("plot fig-s", "kind: silhouette", "fit: m"))
    #expect(figures[0].title == "k-means and the mixture divide the rows alike")
    #expect(figures[0].panels[2] == "no row differs")
    #expect(figures[0].caption.contains("Adjusted Rand index 1.000"))
    #expect(figures[1].title == "No row is in doubt: every uncertainty is at most 0.25")
    #expect(figures[2].title == "Every row clearly belongs to one component")
    #expect(figures[3].title.hasSuffix("; no row lies nearer to another component"))
  }
}
