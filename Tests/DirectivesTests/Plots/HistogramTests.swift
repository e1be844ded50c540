import Testing

@Suite struct HistogramTests {
  private func figures(_ table: String, _ options: String...) throws -> [FigureWords] {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = table
    return try workbench.figures(
      cell("load t", "file: t.csv", "units: {x: g}")
        + options.enumerated().map { cell("plot fig-\($0)", "kind: histogram\ndata: t\nx: x", $1) }.joined())
  }

  // MARK: Options

  /// Line 9 is the first option after `x`.
  @Test(arguments: [
    ("bins: -3", "8:7: expected a number of bins from 1 to 5000, not '-3'"),
    ("bins: 0", "8:7: expected a number of bins from 1 to 5000, not '0'"),
    (
      "bins: 2.5",
      "8:7: expected auto, fd, scott, sturges or doane, or a whole number, not '2.5' (binwidth takes any number)"
    ),
    ("bins: scot", "8:7: expected auto, fd, scott, sturges or doane, not 'scot' (did you mean 'scott'?)"),
    ("histfunc: min", "8:11: histfunc: min needs the option 'y'"),
    (
      "y: y\nhistfunc: max\nbarmode: stack",
      "10:10: largest values cannot be stacked: they do not add up (barmode: group sets them side by side)"
    ),
    (
      "y: y\nhistfunc: mean\nhistnorm: percent",
      "10:11: 'histnorm' means nothing for histfunc: mean (counts and sums have shares)"
    ),
    (
      "y: y\nhistfunc: mean\ncumulative: true",
      "10:13: 'cumulative' means nothing for histfunc: mean (counts and sums add up)"
    ),
    (
      "histnorm: density\ncumulative: true",
      "8:11: a cumulative density is a probability (histnorm: probability)"
    ),
    (
      "log_y: true\nbarmode: stack",
      "9:10: stacked bars mislead on a logarithmic axis: only the lowest is in proportion "
        + "(barmode: group sets them side by side)"
    ),
    ("log_x: true\nbinwidth: 2", "9:11: 'binwidth' means nothing on a logarithmic axis (bins: 30 makes so many)"),
    ("log_x: true\nclip: 2", "9:7: 'clip' means nothing on a logarithmic axis (range_x: shortens it)"),
    (
      "marginal: box\nfacet_col: g",
      "8:11: 'marginal' means nothing beside panels (facet_col and facet_row leave no room for it)"
    ),
    (
      "range_y: [0, 3]",
      "8:10: 'range_y' means nothing for the kind histogram (it belongs to other kinds; gmm-report directives lists them)"
    ),
    ("y: y\nhistfunc: sum\nlog_y: true", "8:4: bars below 0 have no place on a logarithmic axis"),
    ("range_x: [50, 60]", "7:4: 'x' has no value to draw in the range shown"),
  ])
  func refuses(options: String, expected: String) throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "x,y,g\n1,2,a\n2,-3,b\n"
    let text = cell("load t", "file: t.csv") + cell("plot fig-p", "kind: histogram\ndata: t\nx: x", options)
    #expect(workbench.mistakes(text).first == expected)
  }

  /// A column that one cell keeps from being numbers says which.
  @Test func aStrayTextIsNamed() throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "x\n1\n2\nn/k\n" + String(repeating: "4\n", count: 30)
    let mistakes = workbench.mistakes(
      cell("load t", "file: t.csv") + cell("plot fig-p", "kind: histogram\ndata: t\nx: x"))
    #expect(
      mistakes.first
        == "7:4: 'x' is a column of text, not a column of numbers (the first cell that is no number is 'n/k' on line 4)"
    )
  }

  @Test func onlyMissingValues() throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "x,g\n,a\n,b\n"
    let mistakes = workbench.mistakes(
      cell("load t", "file: t.csv") + cell("plot fig-p", "kind: histogram\ndata: t\nx: x"))
    #expect(mistakes == ["7:4: 'x' has no value to draw"])
  }

  // MARK: Findings

  /// Counts by hand; bins of one step each unless said otherwise.
  @Test(arguments: [
    ("x\n3\n", "", "The only value of x is 3 g"),
    ("x\n3\n3\n3\n", "", "All 3 values of x are 3 g"),
    ("x\n1\n2\n2\n3\n", "binwidth: 1", "Rows are densest at x 2 g"),
    ("x\n1\n2\n2\n3\n3\n", "binwidth: 1", "Rows are densest at x 2 to 3 g"),
    ("x\n1\n1\n2\n3\n3\n", "binwidth: 1", "Two bins of x stand equally high, none higher"),
    ("x\n1\n1\n2\n3\n4\n5\n", "binwidth: 2", "Rows are densest at x 1 to 2 g"),
    ("x,y\n1,5\n1,-2\n2,4\n", "y: y\nbinwidth: 1", "The sum of y is largest at x 2 g"),
    ("x,y\n1,5\n1,-2\n2,4\n", "y: y\nhistfunc: min\nbinwidth: 1", "The smallest y is highest at x 2 g"),
    ("x,y\n1,5\n1,-2\n2,4\n", "y: y\nhistfunc: max\nbinwidth: 1", "Y is highest at x 1 g"),
    ("x,y\n1,5\n1,-2\n2,1\n", "y: y\nhistfunc: mean\nbinwidth: 1", "The mean of y is highest at x 1 g"),
    // The bin beyond the clip holds more than any other.
    ("x\n1\n2\n2\n3\n8\n9\n9\n", "binwidth: 1\nclip: 5", "Rows are densest at x 2 g, of those up to 5 g"),
    ("x\n1\n2\n2\n3\n9\n", "binwidth: 1\nclip: 5", "Rows are densest at x 2 g"),
    ("x\n1\n2\n3\n4\n", "cumulative: true", "Half of the rows lie at or below x 2 g"),
    ("x,y\n1,1\n2,1\n3,7\n", "y: y\ncumulative: true", "Half of the sum of y lies at or below x 3 g"),
    ("x,y\n1,1\n2,-1\n3,7\n", "y: y\ncumulative: true", "Cumulative sum of y over x"),
    ("x\n1\n10\n11\n12\n1000\n", "log_x: true\nbins: 3", "The fullest bin is that of x 10 to 100 g"),
    (
      "x,g\n1,a\n2,a\n3,a\n7,b\n8,b\n9,b\n4,c\n", "facet_col: g",
      "Median x is highest for b (8 g) and lowest for a (2 g)"
    ),
    ("x,g\n1,a\n3,a\n7,b\n9,b\n", "facet_row: g", "Median x is higher for b (8 g) than for a (2 g)"),
    // Two panels share the highest median.
    ("x,g\n1,a\n5,b\n5,b\n5,c\n", "facet_col: g\nbinwidth: 1", "Rows are densest at x 5 g, in the panel of b"),
  ])
  func findings(table: String, options: String, title: String) throws {
    #expect(try figures(table, options).first?.title == title)
  }

  /// The title's bin against the file: of the red wines' 1,599 alcohols, 139 are 9.5, more than any other value.
  @Test func theFullestBinOfAlcohol() throws {
    let figures = try Workbench.withData().figures(
      cell("load red", "file: red_wine.csv")
        + cell("plot fig-h", "kind: histogram\ndata: red\nx: alcohol\nbinwidth: 0.1"))
    #expect(figures[0].title == "Rows are densest at alcohol 9.5")
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let table = "x,y,g\n1,1,a\n2,,a\n,3,b\n-4,1,\n5,1,b\n"
    let captions = try figures(
      table, "binwidth: 1", "y: y\nbinwidth: 1", "color: g\nbinwidth: 1", "range_x: [0, 3]\nbinwidth: 1",
      "log_x: true", "log_y: true\nbinwidth: 1", "facet_col: g\nhistnorm: percent\nbinwidth: 1",
      "marginal: violin\nbinwidth: 1", "marginal: rug\nbinwidth: 1"
    ).map(\.caption)
    #expect(captions[0].hasSuffix("1 row left out for missing cells."))
    #expect(captions[1].hasPrefix("n = 3. ") && captions[1].hasSuffix("2 rows left out for missing cells."))
    #expect(captions[2].hasPrefix("n = 3. ") && captions[2].hasSuffix("2 rows left out for missing cells."))
    #expect(captions[3].contains("2 values outside the axis not shown. 1 row left out for missing cells."))
    #expect(captions[4].hasSuffix("2 rows left out for missing cells or values of 0 or below."))
    #expect(captions[4].contains("of equal ratio to a power of ten."))
    #expect(captions[5].hasSuffix("Bars stand on 0.5, as logarithms have no 0: compare tops."))
    #expect(captions[6].hasSuffix("Each panel is scaled on its own."))
    #expect(captions[7].hasSuffix("Violins: kernel densities within the data’s range; gap: median."))
    #expect(captions[8].hasSuffix("Rug: every value."))
  }

  // MARK: Scenes

  @Test func penguinsInEveryWay() throws {
    let ways = [
      "barmode: overlay\nmarginal: violin", "barmode: group\nmarginal: rug\nlog_y: true", "facet_col: species",
      "facet_col: species\nfacet_row: sex\nfacet_free: both", "facet_row: island\nhistnorm: density",
      "facet_col: year\nfacet_col_wrap: 2\nlog_y: true\nbarmode: overlay\nfacet_free: y",
      "cumulative: true\nhistnorm: percent", "log_x: true\nopacity: 0.5", "y: bill_length_mm\nhistfunc: mean",
      "clip: 4500\nmarginal: violin",
    ]
    let figures = try Workbench.withData().figures(
      cell("load penguins", "file: penguins.csv", "units: {body_mass_g: g}")
        + ways.enumerated().map {
          cell("plot fig-\($0)", "kind: histogram\ndata: penguins\nx: body_mass_g\ncolor: species", $1)
        }.joined())
    #expect(figures.map(\.problems) == Array(repeating: "", count: ways.count))
    #expect(figures[2].alternativeText.contains("in 3 panels by species"))
  }

  @Test func valuesOfEverySize() throws {
    for table in ["x\n3\n", "x\n3\n3\n", "x\n-1e300\n1e300\n", "x\n1e-300\n2e-300\n9e-300\n", "x\n1\n1e9\n"] {
      let all = try figures(table, "marginal: violin", "marginal: box", "log_y: true", "cumulative: true")
      #expect(all.map(\.problems) == Array(repeating: "", count: 4), "\(table)")
    }
  }
}
