import Testing

@Suite struct CorrelationPlotTests {
  private func figures(_ table: String, _ options: String...) throws -> [FigureWords] {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = table
    return try workbench.figures(
      cell("load t", "file: t.csv")
        + options.enumerated().map { cell("plot fig-\($0)", "kind: correlation\ndata: t", $1) }.joined())
  }

  /// Line 7 is the first option after `data`.
  @Test(arguments: [
    ("columns: [a]", "7:10: a correlation needs two columns at least"),
    ("columns: [a, word]", "7:14: 'word' is a column of text, not a column of numbers"),
    ("columns: [a, bb]", "7:14: unknown column 'bb' (the columns are a, b and word)"),
    ("method: kendall", "7:9: expected pearson or spearman, not 'kendall'"),
    ("order: cluster", "7:8: expected given or clustered, not 'cluster' (did you mean 'clustered'?)"),
    ("shape: upper", "7:8: expected lower or full, not 'upper'"),
    ("labels: {c: x}", "7:10: unknown column 'c' (the columns are a, b and word)"),
  ])
  func refuses(options: String, expected: String) throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "a,b,word\n1,2,x\n2,1,y\n"
    let text = cell("load t", "file: t.csv") + cell("plot fig-p", "kind: correlation\ndata: t", options)
    #expect(workbench.mistakes(text).first == expected)
  }

  @Test func aTableWithOneColumn() throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "a,word\n1,x\n2,y\n"
    let mistakes = workbench.mistakes(
      cell("load t", "file: t.csv") + cell("plot fig-p", "kind: correlation\ndata: t"))
    #expect(mistakes == ["6:7: a correlation needs two columns of numbers, and 't' has one"])
  }

  /// Correlations by hand: x and y opposite, z nearly x.
  @Test(arguments: [
    ("x,y\n1,3\n2,2\n3,1\n", "", "Y falls as x rises (r = −1.00)"),
    ("x,y,z\n1,4,1\n2,2,2\n3,1,2\n4,0,5\n", "", "Y falls as x rises (r = −0.98), the strongest of 3 pairs"),
    ("x,y,z\n1,1,3\n2,2,2\n3,3,1\n", "", "Three pairs are strongest, at |r| = 1.00"),
    (
      "a,b,c,d\n1,1,1,2\n2,2,-1,1\n3,3,1,4\n4,4,-1,3\n", "columns: [a, b, d]",
      "B rises as a rises (r = 1.00), the strongest of 3 pairs"
    ),
    ("x,y\n1,5\n2,5\n", "", "No pair of columns varies together: all are constant"),
    ("x,y\n1,1\n2,-1\n3,-1\n4,1\n", "", "X and y: hardly correlated (r = 0.00)"),
    (
      "x,y,z\n1,1,0\n2,-1,0\n3,-1,0\n4,1,0\n", "columns: [x, y, z]",
      "No two columns are correlated by more than |r| = 0.00"
    ),
    ("pH,x\n1,1\n2,3\n3,2\n", "method: spearman", "X rises as pH rises (ρ = 0.50)"),
    ("x,pH\n1,1\n2,3\n3,2\n", "", "pH rises as x rises (r = 0.50)"),
  ])
  func findings(table: String, options: String, title: String) throws {
    #expect(try figures(table, options).first?.title == title)
  }

  @Test func twoStrongestPairsAreBothNamed() throws {
    let figure = try #require(try figures("a,b,c,d\n1,1,1,1\n2,2,-1,-1\n3,3,-1,-1\n4,4,1,1\n", "").first)
    #expect(figure.title == "Strongest pairs: a with b and c with d (|r| = 1.00)")
  }

  /// Each pair leaves out what it lacks itself: 3 rows for a and b, 2 for the others.
  @Test func missingCellsCountPairByPair() throws {
    let figure = try #require(try figures("a,b,c,k\n1,2,,7\n2,1,5,7\n3,9,6,7\n,4,,7\n", "").first)
    #expect(
      figure.caption
        == "n = 2 to 4 a pair. A pair leaves out rows in which one of both is missing. "
        + "–: 3 pairs without a correlation, as a column does not vary.")
  }

  @Test func realData() throws {
    let red = cell("load red", "file: red_wine.csv") + cell("load p", "file: penguins.csv")
    let figures = try Workbench.withData().figures(
      red + cell("plot fig-a", "kind: correlation", "data: red", "order: clustered")
        + cell("plot fig-b", "kind: correlation", "data: red", "shape: full", "method: spearman")
        + cell("plot fig-c", "kind: correlation", "data: p")
        + cell("plot fig-d", "kind: correlation", "data: p", "columns: [bill_length_mm, year]"))
    #expect(figures.map(\.problems) == ["", "", "", ""])
    // R: cor of the 1,599 red wines, −0.6829782 and the ranks' 0.7896979.
    #expect(figures[0].title == "pH falls as fixed acidity rises (r = −0.68), the strongest of 55 pairs")
    #expect(
      figures[1].title
        == "Total sulfur dioxide rises as free sulfur dioxide rises (ρ = 0.79), the strongest of 55 pairs")
    #expect(figures[0].caption.hasSuffix("Columns ordered so that alike ones are neighbours (average linkage)."))
    #expect(figures[2].caption.hasPrefix("n = 342"))
  }
}
