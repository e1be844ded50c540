import Testing

@Suite struct ScatterTests {
  private func figure(_ table: String, _ options: String) throws -> FigureWords {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = table
    return try #require(
      try workbench.figures(
        cell("load t", "file: t.csv", "units: {y: g}")
          + cell("plot fig-p", "kind: scatter\ndata: t\nx: x\ny: y", options)
      ).first)
  }

  @Test(arguments: [
    ("trendline: lowess", "9:12: expected none or ols, not 'lowess'"),
    ("marginal_x: hist", "9:13: expected none, histogram or rug, not 'hist'"),
    (
      "facet_col: y\nmarginal_y: rug",
      "10:13: 'marginal_y' means nothing beside panels (facet_col and facet_row leave no room for it)"
    ),
  ])
  func refuses(options: String, expected: String) throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "x,y\n1,2\n2,1\n"
    let text = cell("load t", "file: t.csv") + cell("plot fig-p", "kind: scatter\ndata: t\nx: x\ny: y", options)
    #expect(workbench.mistakes(text).first == expected)
  }

  @Test(arguments: [
    ("x,y\n1,2\n", "", "One point, at x 1 and y 2"),
    ("x,y\n1,2\n1,2\n", "", "All 2 points lie at x 1 and y 2"),
    ("x,y\n1,2\n3,2\n", "trendline: ols", "Y is 2 g whatever x is"),
    ("x,y\n1,2\n1,3\n", "trendline: ols", "X is 1 whatever y is"),
    ("x,y\n1,1\n2,3\n3,5\n", "", "Higher x, higher y (r = 1.00)"),
    ("x,y\n1,1\n2,3\n3,5\n", "trendline: ols", "Y rises by 2 g per unit of x (r² = 1.00)"),
    ("x,y\n1,10\n2,100\n3,1000\n", "trendline: ols\nlog_y: true", "Y is multiplied by 10 per unit of x (r² = 1.00)"),
    (
      "x,y\n1,8\n10,6\n100,4\n", "trendline: ols\nlog_x: true",
      "Y falls by 2 g whenever x is ten times as large (r² = 1.00)"
    ),
    (
      "x,y\n1,1\n10,100\n100,10000\n", "trendline: ols\nlog_x: true\nlog_y: true",
      "Y rises as x to the power 2 (r² = 1.00)"
    ),
    ("x,y\n1,1\n2,-1\n3,-1\n4,1\n", "trendline: ols", "Y and x: hardly correlated (r = 0.00)"),
    // Within a and b y falls, over all it rises.
    (
      "x,y,g\n1,2,a\n2,1,a\n11,12,b\n12,11,b\n", "color: g",
      "Higher x, higher y over all (r = 0.98), but lower within every g"
    ),
    ("x,y,g\n1,2,a\n2,1,a\n11,11,b\n12,12,b\n", "color: g", "Higher x, higher y (r = 0.99)"),
    // 0.5 by hand for a; b lies on a line.
    (
      "x,y,g\n1,1,a\n2,3,a\n3,2,a\n1,4,b\n2,5,b\n3,6,b\n", "facet_col: g",
      "Correlation of x and y: from r = 0.50 for a to 1.00 for b"
    ),
    ("x,y,g\n1,1,a\n2,2,a\n1,1,b\n2,2,b\n", "facet_col: g", "Higher x, higher y (r = 1.00)"),
  ])
  func findings(table: String, options: String, title: String) throws {
    #expect(try figure(table, options).title == title)
  }

  /// The paradox of the penguins' bills; within species R gives 0.3914917, 0.6535362 and 0.6433839.
  @Test func penguinsAndTheirSpecies() throws {
    let ways = [
      "color: species\ntrendline: ols\nmarginal_x: histogram\nmarginal_y: histogram",
      "color: species\nsymbol: sex", "symbol: island\nmarginal_x: rug\nmarginal_y: rug", "facet_col: species",
      "color: sex\nfacet_col: species\nfacet_row: island\nfacet_free: both\ntrendline: ols",
      "log_x: true\nlog_y: true\nmarginal_y: histogram\nopacity: 0.9", "marginal_x: histogram",
      "range_x: [40, 50]\nrange_y: [15, 19]\ncolor: species", "color: year\nsymbol: species\nfacet_row: sex",
    ]
    let figures = try Workbench.withData().figures(
      cell("load p", "file: penguins.csv")
        + ways.enumerated().map {
          cell("plot fig-\($0)", "kind: scatter\ndata: p\nx: bill_length_mm\ny: bill_depth_mm", $1)
        }.joined())
    #expect(figures.map(\.problems) == Array(repeating: "", count: ways.count))
    #expect(
      figures[0].title
        == "Higher bill length mm, lower bill depth mm over all (r = −0.24), but higher within every species")
    #expect(figures[3].title == figures[0].title)
  }

  @Test func valuesOfEverySize() throws {
    for rows in ["1e300,-1e300\n-1e300,1e300\n", "1e-300,2e-300\n3e-300,4e-300\n", "1,1\n1e15,2\n", "5,5\n"] {
      #expect(
        try figure("x,y\n" + rows, "trendline: ols\nmarginal_x: histogram\nmarginal_y: histogram").problems == "",
        "\(rows)")
    }
  }
}
