import Directives
import Reports
import Testing

@Suite struct DescribeTests {
  private let workbench = Workbench(files: [
    "wine.csv": "sugar,quality,color\n1.9,5,red\n2.6,6,white\n,6,red\n7,7,red\n"
  ])

  private func tables(_ options: String, label: String = "") throws -> [Report.Table] {
    try workbench.run(
      "```{load} wine\nfile: wine.csv\nunits: {sugar: g/L}\n```\n\n```{describe} \(label)\n\(options)\n```\n"
    ).report.tables
  }

  @Test func summarisesNumbersAndTexts() throws {
    let tables = try tables("data: wine")
    // Python's statistics: mean, stdev and quantiles(method='inclusive') of 1.9, 2.6, 7 and of 5, 6, 6, 7.
    #expect(
      tables.map(\.lines) == [
        [
          "column | n | missing | mean | sd | min | 25 % | median | 75 % | max",
          "sugar (g/L) | 3 | 1 | 3.83 | 2.76 | 1.90 | 2.25 | 2.60 | 4.80 | 7.00",
          "quality | 4 | 0 | 6.000 | 0.816 | 5.000 | 5.750 | 6.000 | 6.250 | 7.000",
        ],
        ["column | n | distinct | most frequent", "color | 4 | 2 | red (3), white (1)"],
      ])
    #expect(tables[0].caption.plainText == "Wine: 4 rows, 3 columns.")
    #expect(tables[0].columns.map(\.isRowHeader) == [true] + Array(repeating: false, count: 9))
  }

  @Test func groupsRows() throws {
    let tables = try tables("data: wine\ncolumns: quality\nby: color\ncaption: By colour.", label: "tbl-wine")
    #expect(
      tables.map(\.lines) == [
        [
          "column | color | n | mean | sd | min | 25 % | median | 75 % | max",
          "quality | red | 3 | 6.0 | 1.0 | 5.0 | 5.5 | 6.0 | 6.5 | 7.0",
          "quality | white | 1 | 6 | – | 6 | 6 | 6 | 6 | 6",
        ]
      ])
    #expect(tables[0].caption.plainText == "By colour. n = 4.")
    #expect(tables[0].anchor == "tbl-wine")
  }

  @Test func namesWhatIsUnknown() {
    #expect(
      workbench.mistakes(
        "```{load} wine\nfile: wine.csv\n```\n\n```{describe}\ndata: wine\ncolumns: [sugr, colr]\nby: kolor\n```\n")
        == [
          "7:11: unknown column 'sugr' (did you mean 'sugar'?)", "7:17: unknown column 'colr' (did you mean 'color'?)",
          "8:5: unknown column 'kolor' (did you mean 'color'?)",
        ])
  }
}
