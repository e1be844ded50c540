import Testing

/// What all plots of a table share: groups, panels, orders and names.
@Suite struct TablePlotTests {
  private static let table =
    "x,y,g,size,k\n1,2,a,small,1\n2,1,b,large,2\n3,5,a,medium,1\n4,4,c,small,10\n5,0,,large,2\n"

  private func bench() throws -> Workbench {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = Self.table
    return workbench
  }

  private func figure(_ options: String) throws -> FigureWords {
    try #require(
      try bench().figures(
        cell("load t", "file: t.csv") + cell("plot fig-p", "kind: scatter\ndata: t\nx: x\ny: y", options)
      ).first)
  }

  /// Line 9 is the first option after `y`.
  @Test(arguments: [
    ("color: g\nhue: size", "10:6: color and hue are the same option (keep one of them)"),
    ("hue: gg", "9:6: unknown column 'gg' (the columns are x, y, g, size and k)"),
    ("facet_col: sise", "9:12: unknown column 'sise' (did you mean 'size'?)"),
    ("facet_col: g\nfacet_row: g", "10:12: facet_col and facet_row are the same column (keep one of them)"),
    ("facet_col_wrap: 2", "9:17: 'facet_col_wrap' means nothing without 'facet_col'"),
    (
      "facet_col: g\nfacet_row: size\nfacet_col_wrap: 2",
      "11:17: 'facet_col_wrap' means nothing beside 'facet_row' (rows and columns are levels already)"
    ),
    ("facet_col: g\nfacet_col_wrap: 0", "10:17: expected a whole number from 1 to 6, not '0'"),
    ("facet_free: x", "9:13: 'facet_free' means nothing without panels (facet_col and facet_row make them)"),
    ("facet_col: g\nfacet_free: xy", "10:13: expected none, x, y or both, not 'xy'"),
    ("opacity: 0", "9:10: expected a number above 0 and up to 1, not '0'"),
    ("log_x: true\nrange_x: [0, 3]", "10:10: a logarithmic axis begins above 0"),
    ("range_y: [3, 3]", "9:10: expected two numbers such as [0, 10], the smaller first, not a list"),
    (
      "color: g\ncategory_orders: {size: [small]}",
      "10:19: 'size' does not group this figure, so its levels have no order in it (the groups are of 'g')"
    ),
    (
      "color: size\ncategory_orders: {size: [smal]}",
      "10:26: 'size' has no level 'smal' (did you mean 'small'?)"
    ),
    (
      "color: size\ncategory_orders: {size: [tiny]}",
      "10:26: 'size' has no level 'tiny' (its levels are large, medium and small)"
    ),
    ("color: size\ncategory_orders: {size: [small, small]}", "10:33: level 'small' is named twice"),
    ("color: size\ncategory_orders: size", "10:18: expected a mapping such as {column: [first, second]}, not 'size'"),
    ("labels: {xx: sugar}", "9:10: unknown column 'xx' (the columns are x, y, g, size and k)"),
    ("range_x: [10, 20]", "7:4: no row has a place in this figure: 5 rows lie outside the ranges shown"),
  ])
  func refuses(options: String, expected: String) throws {
    let text = cell("load t", "file: t.csv") + cell("plot fig-p", "kind: scatter\ndata: t\nx: x\ny: y", options)
    #expect(try bench().mistakes(text).first == expected)
  }

  @Test func tooManyLevels() throws {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = "x,y\n" + (1...30).map { "\($0),\($0)" }.joined(separator: "\n") + "\n"
    func mistake(_ option: String) -> String? {
      workbench.mistakes(
        cell("load t", "file: t.csv") + cell("plot fig-p", "kind: scatter\ndata: t\nx: x\ny: y", option)
      ).first
    }
    #expect(
      mistake("color: x")
        == "9:8: 'x' has more different values than there can be colours (it has 30; at most 12 can be told apart)")
    #expect(
      mistake("symbol: x")
        == "9:9: 'x' has more different values than there can be shapes (it has 30; at most 6 can be told apart)")
    #expect(
      mistake("facet_col: x")
        == "9:12: 'x' has more different values than there can be panels (it has 30; at most 16 can be told apart)")
  }

  /// Levels named come first, the rest follow in their own order; 10 comes after 2 as a number, not as a text.
  @Test(arguments: [
    ("color: size", "size: large (2), medium (1) and small (2)"),
    ("color: size\ncategory_orders: {size: [small, medium]}", "size: small (2), medium (1) and large (2)"),
    ("hue: k", "k: 1 (2), 2 (2) and 10 (1)"),
    ("hue: k\ncategory_orders: {k: [10.0]}", "k: 10 (1), 1 (2) and 2 (2)"),
    ("color: g", "g: a (2), b (1) and c (1)"),
  ])
  func levelsHaveOneOrder(options: String, summary: String) throws {
    #expect(try figure(options).alternativeText.contains(summary))
  }

  @Test func rowsWithoutAGroupAreLeftOut() throws {
    for option in ["color: g", "symbol: g", "facet_col: g", "facet_row: g"] {
      #expect(
        try figure(option).caption.hasPrefix("n = 4. 1 row left out: a value is missing or has no logarithm."),
        "\(option)")
    }
    #expect(try figure("range_x: [1, 3]").caption.hasPrefix("n = 3. 2 rows outside the axes not shown."))
  }

  /// A name given in brackets replaces the unit of the column; without brackets the column keeps its own.
  @Test(arguments: [
    ("labels: {x: sugar}", "sugar (1 to 5 g)"), ("labels: {x: sugar (mg)}", "sugar (1 to 5 mg)"),
    ("labels: {y: z}", "x (1 to 5 g) and z (0 to 5)"),
  ])
  func labelsRenameColumns(options: String, expected: String) throws {
    let text =
      cell("load t", "file: t.csv", "units: {x: g}")
      + cell("plot fig-p", "kind: scatter\ndata: t\nx: x\ny: y", options)
    #expect(try #require(try bench().figures(text).first).alternativeText.contains(expected))
  }
}
