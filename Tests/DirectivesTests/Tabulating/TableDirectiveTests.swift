import Directives
import Reports
import Testing

@Suite struct TableDirectiveTests {
  private let workbench = Workbench(files: [
    "wine.csv": "residual_sugar,quality,color\n1.9,5,red\n2.65,6,white\n,6,red\n7,10,red\n"
  ])

  private func notebook(_ options: String, label: String = "") -> String {
    "```{load} wine\nfile: wine.csv\nunits: {residual_sugar: g/L}\n```\n\n```{table} \(label)\n\(options)\n```\n"
  }

  private func table(_ options: String, label: String = "") throws -> Report.Table {
    try #require(try workbench.run(notebook(options, label: label)).report.tables.first)
  }

  @Test func showsRowsWithTheirNumbers() throws {
    let table = try table("data: wine\nrows: 3")
    #expect(
      table.lines == [
        "row | residual sugar (g/L) | quality | color", "1 | 1.90 | 5 | red", "2 | 2.65 | 6 | white", "3 | – | 6 | red",
      ])
    #expect(table.columns.map(\.alignment) == [.right, .right, .right, .left])
    #expect(table.columns.map(\.isRowHeader) == [true, false, false, false])
    #expect(table.caption.plainText == "Wine. The first 3 of 4 rows.")
    #expect(table.number == nil)
  }

  @Test func takesColumnsDecimalsAndACaption() throws {
    let table = try table(
      "data: wine\ncolumns: [quality, residual_sugar]\ndigits: 1\ncaption: \"Some {eval}`wine.rows`.\"",
      label: "tbl-wine")
    #expect(table.lines[1] == "1 | 5.0 | 1.9")
    #expect(table.caption.plainText == "Some 4. All 4 rows.")
    #expect(table.anchor == "tbl-wine")
    #expect(table.number == 1)
  }

  @Test(arguments: ["Some wines", "Some wines.", "Which wines?"])
  func aCaptionEndsBeforeTheNote(_ caption: String) throws {
    let shown = try table("data: wine\ncaption: \"\(caption)\"").caption.plainText
    #expect(shown == caption + (caption.hasSuffix("s") ? "." : "") + " All 4 rows.")
  }

  @Test func crossTabulates() throws {
    let table = try table("data: wine\nrows: quality\ncolumns: color")
    #expect(
      table.lines == [
        "quality \\ color | red | white | total", "5 | 1 | 0 | 1", "6 | 1 | 1 | 2", "10 | 1 | 0 | 1",
        "total | 3 | 1 | 4",
      ])
    #expect(table.caption.plainText == "Quality by color, number of rows. n = 4.")
  }

  @Test(arguments: [
    ("rows: 3", "6:1: a table shows one of data, fit, select, errors and test (give exactly one of them)"),
    (
      "data: wine\nfit: wine", "6:1: a table shows one of data, fit, select, errors and test (give exactly one of them)"
    ),
    ("data: wien", "7:7: unknown name 'wien' (did you mean 'wine'?)"),
    ("data: wine.rows", "7:7: 'wine.rows' is a number, not a table (there is 'wine')"),
    ("fit: wine", "7:6: 'wine' is a table, not a fit or a mixture (there is no fit or mixture yet)"),
    (
      "data: wine\nrows: quality",
      "8:7: a cross-tabulation by 'quality' needs one column to stand across (give it as 'columns: COLUMN', or a whole number as 'rows')"
    ),
    ("data: wine\nrows: qualty\ncolumns: color", "8:7: unknown column 'qualty' (did you mean 'quality'?)"),
    ("data: wine\nrows: 0", "8:7: expected at least one row, not '0'"),
    (
      "data: wine\ncaption: \"{eval}`wine.x`\"",
      "8:23: a table has no 'x' (it has rows, columns, residual_sugar, quality and color)"
    ),
  ])
  func refuses(options: String, expected: String) {
    #expect(workbench.mistakes(notebook(options)) == [expected])
  }

  @Test func aLabelBeginsWithItsKind() {
    let mistakes = workbench.mistakes(notebook("data: wine", label: "wine-rows"))
    #expect(mistakes.count == 1)
    #expect(mistakes[0].hasPrefix("6:12: the label 'wine-rows' does not begin with 'tbl-'"))
  }
}
