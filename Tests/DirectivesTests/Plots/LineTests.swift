import Testing

@Suite struct LineTests {
  private func figure(_ table: String, _ options: String) throws -> FigureWords {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = table
    return try #require(
      try workbench.figures(
        cell("load t", "file: t.csv", "units: {y: g}") + cell("plot fig-p", "kind: line\ndata: t\nx: x", options)
      ).first)
  }

  @Test(arguments: [
    (
      "y: [y, z]\ncolor: z",
      "9:8: 'color' means nothing beside several columns in 'y' (every column is a line of its own)"
    ),
    ("y: [y, y]", "8:8: column 'y' is named twice"),
    ("y: y\nline_shape: step", "9:13: expected linear, hv or vh, not 'step'"),
    ("y: y\nestimator: max", "9:12: expected none, mean or median, not 'max'"),
    ("y: y\nline_dash: zz", "9:12: unknown column 'zz' (the columns are x, y and z)"),
  ])
  func refuses(options: String, expected: String) throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "x,y,z\n1,2,3\n2,1,4\n"
    let text = cell("load t", "file: t.csv") + cell("plot fig-p", "kind: line\ndata: t\nx: x", options)
    #expect(workbench.mistakes(text).first == expected)
  }

  @Test(arguments: [
    ("x,y\n1,2\n", "y: y", "One point, at x 1 and y 2"),
    ("x,y\n1,2\n2,2\n", "y: y", "Y is 2 g throughout"),
    ("x,y\n3,9\n1,2\n2,5\n", "y: y", "Y rises throughout, from 2 to 9 g"),
    ("x,y\n1,9\n2,5\n3,1\n", "y: y", "Y falls throughout, from 9 to 1 g"),
    ("x,y\n1,2\n2,9\n3,5\n", "y: y", "The highest y is at x 2"),
    ("x,y\n1,9\n2,5\n3,9\n", "y: y", "The highest y, 9 g, is reached at two points"),
    ("x,y,z\n1,2,3\n2,9,1\n3,5,4\n", "y: [y, z]", "The highest y is at x 2"),
    ("x,y,g\n1,2,a\n2,9,a\n1,3,b\n2,1,b\n", "y: y\ncolor: g", "The highest y is for a, at x 2"),
    ("x,y,g\n1,2,a\n2,9,a\n1,3,b\n2,1,b\n", "y: y\nfacet_col: g", "The highest y is at x 2, in the panel of a"),
    ("x,y\n1,2\n1,4\n2,1\n2,9\n3,6\n", "y: y\nestimator: mean", "Mean y rises throughout, from 3 to 6 g"),
    ("x,y\n1,1\n1,2\n1,9\n2,1\n", "y: y\nestimator: median", "The highest median y is at x 1"),
  ])
  func findings(table: String, options: String, title: String) throws {
    #expect(try figure(table, options).title == title)
  }

  @Test func severalValuesAtOnePlaceAreSaid() throws {
    let table = "x,y,g\n1,2,a\n1,3,a\n2,1,a\n1,3,b\n2,1,b\n"
    #expect(
      try figure(table, "y: y").caption
        == "n = 5. The line has several values at one x, drawn in the order of their rows.")
    #expect(
      try figure(table, "y: y\ncolor: g").caption
        == "n = 5. 1 line has several values at one x, drawn in the order of their rows.")
    #expect(
      try figure(table, "y: y\ncolor: g\nestimator: mean").caption == "n = 5. A point is the mean of the rows at its x."
    )
  }

  @Test func realData() throws {
    let ways = [
      "y: body_mass_g\ncolor: species\nline_dash: sex\nestimator: median\nmarkers: true",
      "y: [bill_length_mm, bill_depth_mm]\nestimator: mean\nfacet_col: species",
      "y: body_mass_g\ncolor: species\nline_dash: species\nline_shape: hv\nestimator: mean",
      "y: body_mass_g\nfacet_row: island\ncolor: sex\nestimator: mean\nline_shape: vh\nlog_y: true",
      "y: body_mass_g\nrange_y: [3000, 4000]\nestimator: median",
    ]
    let figures = try Workbench.withData().figures(
      cell("load p", "file: penguins.csv")
        + ways.enumerated().map { cell("plot fig-\($0)", "kind: line\ndata: p\nx: year", $1) }.joined())
    #expect(figures.map(\.problems) == Array(repeating: "", count: ways.count))
    #expect(figures[0].title.hasSuffix("is for Gentoo, male, at year 2007"))
  }
}
