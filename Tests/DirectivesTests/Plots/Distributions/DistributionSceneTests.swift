import Testing

/// Figures of distributions on real data and on nasty ones: nothing overlaps, is cut off, too small or too faint.
@Suite struct DistributionSceneTests {
  private static let load =
    cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")
    + cell("load penguins", "file: penguins.csv") + cell("load red", "file: red_wine.csv")
    + cell("load galaxies", "file: galaxies.csv", "units: {velocity: km/s}")

  private static func check(_ plots: [[String]]) throws {
    let cells = plots.enumerated().map { cell("plot fig-p\($0)", $1.joined(separator: "\n")) }
    let figures = try Workbench.withData().figures(load + cells.joined())
    #expect(figures.count == plots.count)
    for figure in figures { #expect(figure.problems == "") }
  }

  @Test func densities() throws {
    try Self.check([
      ["kind: kde", "data: faithful", "x: waiting", "bandwidth: sheather-jones", "rug: true"],
      ["kind: kde", "data: penguins", "x: body_mass_g", "color: species", "cut: 3", "common_norm: false"],
      ["kind: kde", "data: penguins", "x: body_mass_g", "color: species", "multiple: stack"],
      ["kind: kde", "data: penguins", "x: bill_length_mm", "hue: species", "multiple: fill"],
      ["kind: kde", "data: red", "x: residual sugar", "log_x: true", "bw_adjust: 0.5", "fill: false"],
      ["kind: kde", "data: penguins", "x: flipper_length_mm", "color: species", "facet_col: sex", "rug: true"],
      ["kind: kde", "data: galaxies", "x: velocity", "bandwidth: 900", "range_x: [5000, 30000]"],
    ])
  }

  @Test func boxes() throws {
    try Self.check([
      ["kind: box", "data: penguins", "x: species", "y: body_mass_g", "color: sex", "notched: true", "mean: true"],
      ["kind: box", "data: penguins", "x: body_mass_g", "y: species", "points: all", "color: species"],
      ["kind: box", "data: penguins", "x: year", "y: bill_length_mm", "points: suspected", "facet_col: species"],
      ["kind: box", "data: red", "x: residual sugar", "log_x: true"],
      ["kind: box", "data: red", "y: chlorides", "range_y: [0, 0.2]"],
    ])
  }

  @Test func violins() throws {
    try Self.check([
      ["kind: violin", "data: penguins", "x: species", "y: body_mass_g", "color: species"],
      ["kind: violin", "data: penguins", "x: body_mass_g", "y: species", "color: sex", "split: true"],
      ["kind: violin", "data: penguins", "x: year", "y: bill_length_mm", "inner: points", "density_norm: count"],
      ["kind: violin", "data: red", "x: residual sugar", "log_x: true", "density_norm: width", "cut: 1"],
      [
        "kind: violin", "data: penguins", "x: species", "y: bill_depth_mm", "inner: quartiles", "facet_row: sex",
        "height: 640",
      ],
    ])
  }

  @Test func strips() throws {
    try Self.check([
      ["kind: strip", "data: penguins", "x: species", "y: bill_length_mm", "color: species"],
      ["kind: strip", "data: penguins", "x: body_mass_g", "y: species", "color: sex", "center: both"],
      ["kind: strip", "data: red", "x: alcohol", "layout: jitter", "opacity: 0.4"],
    ])
  }

  @Test func distributionFunctionsAndCalibrations() throws {
    let fits =
      cell("fit one", "data: faithful", "columns: [waiting]", "components: 1")
      + cell("fit two", "data: faithful", "components: 2")
    let plots = [
      "kind: ecdf\nfit: one", "kind: ecdf\nfit: two\nx: eruptions\ncomplementary: true\nstat: percent",
      "kind: ecdf\ndata: penguins\nx: body_mass_g\ncolor: species\nband: true",
      "kind: ecdf\ndata: red\nx: residual sugar\nlog_x: true\nstat: count",
      "kind: ecdf\ndata: penguins\nx: bill_length_mm\ncolor: species\nfacet_col: sex",
      "kind: calibration\nfit: one", "kind: calibration\nfit: two\nx: eruptions", "kind: calibration\nfit: two",
    ]
    let cells = plots.enumerated().map { cell("plot fig-p\($0)", $1) }.joined()
    let figures = try Workbench.withData().figures(Self.load + fits + cells)
    #expect(figures.map(\.problems) == Array(repeating: "", count: 8))
  }

  /// One row, equal values, ties, huge and tiny numbers, a group without spread.
  @Test(arguments: [
    "x,g\n5,a\n", "x,g\n5,a\n5,a\n5,b\n", "x,g\n1e-300,a\n2e-300,b\n3e-300,a\n4e-300,b\n",
    "x,g\n1e12,a\n2e12,b\n3e12,a\n9e12,b\n", "x,g\n-3,a\n,b\n4,a\n4,b\n4,b\n7,\n",
    "x,g\n1,a\n1,a\n1,a\n2,b\n3,b\n1000,b\n",
  ])
  func nastyTables(_ table: String) throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = table
    let plots = [
      "kind: box\nx: g\ny: x", "kind: box\nx: x\ny: g\npoints: all", "kind: violin\nx: g\ny: x",
      "kind: strip\nx: g\ny: x\ncolor: g", "kind: strip\nx: x\nlayout: jitter",
      "kind: ecdf\nx: x\ncolor: g\nband: true",
    ]
    let cells = plots.enumerated().map { cell("plot fig-p\($0)", "data: t\n\($1)") }.joined()
    let figures = try workbench.figures(cell("load t", "file: t.csv") + cells)
    #expect(figures.count == plots.count)
    for figure in figures { #expect(figure.problems == "") }
  }
}
