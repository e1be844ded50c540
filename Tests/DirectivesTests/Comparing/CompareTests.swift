import Directives
import Reports
import Testing

@Suite struct CompareTests {
  /// Two groups far apart; row 3 lacks its kind, row 6 has the other one.
  private let workbench = Workbench(files: [
    "x.csv": "x,kind\n1,low\n1.2,low\n0.9,\n1.1,low\n9,high\n9.3,low\n8.8,high\n9.1,high\n"
  ])

  private func notebook(_ options: String) -> String {
    """
    ```{load} t
    file: x.csv
    ```

    ```{fit} g
    data: t
    components: 2
    ```

    ```{compare} tbl-c
    fit: g
    \(options)
    ```

    """
  }

  @Test func countsRowsAgainstAColumn() throws {
    let table = try #require(try workbench.run(notebook("with: kind\ndata: t")).report.tables.first)
    #expect(
      table.lines == [
        "component of g \\ kind | high | low | total", "A | 0 | 3 | 3", "B | 3 | 1 | 4", "total | 3 | 4 | 7",
      ])
    // By Hubert & Arabie (1985): pairs together 6, expected 9 · 9 / 21, largest 9.
    #expect(
      table.caption.plainText
        == "Component of g against kind, number of rows. Adjusted Rand index 0.417 (1 for equal divisions, 0 on average"
        + " for unrelated ones); 6 of 7 rows agree after the best matching.")
    #expect(table.anchor == "tbl-c")
  }

  @Test(arguments: ["kmeans", "g"])
  func equalDivisionsAgree(other: String) throws {
    let table = try #require(try workbench.run(notebook("with: \(other)\ncaption: Equal.")).report.tables.first)
    #expect(table.lines.dropFirst() == ["A | 4 | 0 | 4", "B | 0 | 4 | 4", "total | 4 | 4 | 8"])
    #expect(table.caption.plainText.hasPrefix("Equal. Adjusted Rand index 1.000"))
  }

  @Test(arguments: [
    ("with: kind", "12:7: unknown name 'kind' (a column needs 'data', the table that holds it)"),
    ("with: knd\ndata: t", "12:7: unknown column 'knd' (did you mean 'kind'?)"),
    ("with: t", "12:7: 't' is a table, not a fit (there is 'g')"),
    ("data: t", "10:1: 'compare' needs the option 'with' (with: the other division of the rows)"),
  ])
  func refuses(options: String, expected: String) {
    #expect(workbench.mistakes(notebook(options)) == [expected])
  }
}
