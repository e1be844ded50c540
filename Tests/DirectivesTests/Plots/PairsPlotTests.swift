import Testing

@Suite struct PairsPlotTests {
  private static let penguins = cell("load penguins", "file: penguins.csv")
  private static let measures = "columns: [bill_length_mm, bill_depth_mm, flipper_length_mm, body_mass_g]"

  /// Two groups apart in x and in y, with z and w the same in both.
  private static func apart() throws -> Workbench {
    var workbench = try Workbench.withData()
    let rows = (0..<40).map { i in
      let (group, turn) = (Double(i % 2) * 30, Double(i))
      return "\(group + (turn * 7).truncatingRemainder(dividingBy: 5)),"
        + "\(group + (turn * 3).truncatingRemainder(dividingBy: 4)),"
        + "\((turn * 11).truncatingRemainder(dividingBy: 9)),7"
    }
    workbench.files["apart.csv"] = "x,y,z,w\n" + rows.joined(separator: "\n") + "\n"
    return workbench
  }

  @Test func standWithoutProblems() throws {
    let figures = try Workbench.withData().charts(
      Self.penguins + cell("load red", "file: red_wine.csv") + cell("load faithful", "file: faithful.csv")
        + cell("fit p", "data: penguins", Self.measures, "components: 3", "missing: drop")
        + cell("fit nine", "data: faithful", "components: 9")
        + cell("fit one", "data: faithful", "components: 1")
        + cell(
          "fit six", "data: red", "columns: [alcohol, residual sugar, density, pH, sulphates, volatile acidity]",
          "components: 4", "max_iterations: 30")
        + ["p", "nine", "one", "six"].map { cell("plot fig-\($0)", "kind: pairs", "fit: \($0)") }.joined()
        + cell("plot fig-t", "kind: pairs", "data: penguins", Self.measures, "color: species")
        + cell(
          "plot fig-h", "kind: pairs", "data: penguins", Self.measures, "hue: species", "diagonal: histogram",
          "category_orders: {species: [Gentoo]}")
        + cell("plot fig-k", "kind: pairs", "data: faithful", "diagonal: kde")
        + cell("plot fig-q", "kind: pairs", "data: penguins", Self.measures, "color: year"))
    #expect(figures.map(\.problems) == Array(repeating: "", count: 8))
  }

  /// One row, a constant column, a column far from zero and one hardly wider than its rounding.
  @Test func standOnPoorData() throws {
    var workbench = try Self.apart()
    workbench.files["one.csv"] = "x,y\n3,4\n"
    workbench.files["far.csv"] = "x,y\n1e9,1e-9\n1000000001,2e-9\n1000000002,3e-9\n1000000005,1e-9\n"
    let figures = try workbench.charts(
      cell("load one", "file: one.csv") + cell("load far", "file: far.csv") + cell("load apart", "file: apart.csv")
        + ["one", "far", "apart"].map { name in
          cell("plot fig-\(name)", "kind: pairs", "data: \(name)")
            + cell("plot fig-\(name)k", "kind: pairs", "data: \(name)", "diagonal: kde")
        }.joined())
    #expect(figures.map(\.problems) == Array(repeating: "", count: 6))
    #expect(figures[0].title == "X and y against each other")
    #expect(figures[0].caption == "n = 1. Bins, as densities: x 1, y 1.")
  }

  /// Pearson's r of all six pairs, worked out apart from this program: 0.871 between flipper length and body mass, then
  /// 0.656 between flipper and bill length.
  @Test func namesTheStrongestCorrelation() throws {
    let figure = try #require(
      try Workbench.withData().charts(
        Self.penguins + cell("plot fig-p", "kind: pairs", "data: penguins", Self.measures, "color: species")
      ).first)
    #expect(figure.title == "Of six pairs, flipper length mm and body mass g correlate most (r = 0.87)")
    #expect(
      figure.description
        == "The strongest correlations are 0.87 between flipper length mm and body mass g, 0.66 between "
        + "bill length mm and flipper length mm and 0.60 between bill length mm and body mass g.")
    #expect(figure.caption == "n = 342. 2 rows left out: a value is missing. r: Pearson’s correlation of all rows.")
    #expect(figure.data["species"] == ["Adelie", "Chinstrap", "Gentoo"])
    #expect(figure.numbers("rows") == [151, 68, 123])
    // Means of body mass by species as penguins' authors give them: 3700.7, 3733.1, 5076.0 g.
    let masses = figure.numbers("mean of body mass g").map { ($0 * 10).rounded() / 10 }
    #expect(masses == [3700.7, 3733.1, 5076.0])
  }

  /// Either x or y alone parts the groups, so every pair with one of them does; z and the constant w part nothing.
  @Test func namesThePairThatTellsComponentsApart() throws {
    let figure = try #require(
      try Self.apart().charts(
        cell("load t", "file: apart.csv") + cell("fit m", "data: t", "columns: [z, x, y]", "components: 2")
          + cell("plot fig-p", "kind: pairs", "fit: m")
      ).first)
    #expect(figure.title == "Z and x alone give every row its component")
    #expect(figure.numbers("rows") == [20, 20])
    #expect(figure.numbers("weight") == [0.5, 0.5])
    #expect(figure.caption.contains("marginals of the one fit, none refitted"))
  }

  @Test func saysWhichComponentIsLargest() throws {
    let figures = try Workbench.withData().charts(
      cell("load faithful", "file: faithful.csv") + cell("fit m", "data: faithful", "components: 2")
        + cell("fit k1", "data: faithful", "components: 1")
        + cell("plot fig-a", "kind: pairs", "fit: m") + cell("plot fig-b", "kind: pairs", "fit: k1"))
    #expect(figures[0].title == "Two components; the largest, B, holds 64 %")
    // Pearson's r of the 272 pairs is 0.9008.
    #expect(figures[1].title == "Eruptions and waiting have a correlation (r = 0.90)")
  }

  /// Line 14 is the plot's first option.
  @Test(arguments: [
    ("color: species", "12:1: this kind of plot needs either 'fit' or 'data'"),
    ("data: penguins\ncolumns: [body_mass_g]", "15:10: pairs are drawn of two to six columns, not 1"),
    (
      "data: penguins\ncolumns: [body_mass_g, body_mas]",
      "15:24: unknown column 'body_mas' (the columns are species, "
    ),
    ("data: penguins\ncolumns: [species, year]", "15:11: 'species' is a column of text, not a column of numbers"),
    (
      "fit: m\ncolor: species",
      "15:8: 'color' means nothing beside 'fit' (a fit is coloured by component, with its own densities on the diagonal)"
    ),
    ("fit: m\nx: year", "15:4: 'x' means nothing for the kind pairs"),
    ("data: penguins\ncolor: species\nhue: species", "16:6: color and hue are the same option (keep one of them)"),
    ("fit: m", "14:6: the fit has 1 column of numbers; pairs need two"),
    (
      "data: red",
      "14:7: the table has 11 columns of numbers; name two to six of them "
        + "(columns: [fixed acidity, volatile acidity, citric acid, residual sugar])"
    ),
  ])
  func refuses(options: String, expected: String) throws {
    let start =
      Self.penguins + cell("load red", "file: red_wine.csv")
      + cell("fit m", "data: penguins", "columns: [year]", "components: 1")
    let text = start + cell("plot fig-p", "kind: pairs", options)
    let found = try Workbench.withData().mistakes(text)
    #expect(found.first?.hasPrefix(expected) == true, "\(found)")
  }
}
