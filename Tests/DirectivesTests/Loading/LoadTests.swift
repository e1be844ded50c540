import Directives
import Notebooks
import Reports
import Tables
import Testing

@Suite struct LoadTests {
  private let workbench = Workbench(files: [
    "wine.csv": "residual sugar;quality;color\n1.9;5;red\n2.6;6;white\n;6;red\n7;7;red\n",
    "ragged.csv": "a,b\n1,2\n3\n", "header.csv": "a,b\n",
    "stray.csv": "x\n" + (1...30).map { $0 == 4 ? "4?" : "\($0)" }.joined(separator: "\n"),
  ])

  private static let makings: [(options: String, expression: String, expected: String)] = [
    ("", "wine.rows", "4"),
    ("delimiter: comma", "wine.columns", "1"),
    ("delimiter: semicolon", "wine.columns", "3"),
    ("columns: [quality, color]", "wine.columns", "2"),
    ("rename: {residual sugar: sugar}", "wine.sugar.max", "7"),
    ("derive: {log_sugar: log(residual_sugar)}", "wine.log_sugar.count", "3"),
    ("derive: {double: 2 * residual_sugar, centred: double - mean(double)}", "wine.centred.max:.3f", "6.333"),
    ("derive: {is_red: color == 'red'}", "share(wine.is_red)", "0.75"),
    ("derive: {kind: \"'wine'\"}", "wine.kind.levels", "wine"),
    ("where: quality > 5", "wine.rows", "3"),
    ("where: quality > 5", "wine.quality[4]", "7"),
    ("where: color == 'red' and residual_sugar > 1", "wine.rows", "2"),
    ("where: quality > params.q\n", "wine.rows", "1"),
    ("where: color == 'white'\ncolumns: quality", "wine.quality.mean", "6"),
    ("missing: drop", "wine.rows", "3"),
    ("columns: quality\nmissing: drop", "wine.rows", "4"),
    ("impute: mean", "wine.residual_sugar[3]:.4f", "3.8333"),
    ("impute: mean", "wine.residual_sugar.mean:.4f", "3.8333"),
    ("impute: mean\nmissing: drop", "wine.rows", "4"),
    ("columns: quality\nmissing: error", "wine.rows", "4"),
    ("standardize: true", "wine.quality.mean", "0"),
    ("standardize: [quality]", "sum(wine.quality ^ 2)", "4"),
    ("standardize: [quality]", "wine.residual_sugar.max", "7"),
    ("units: {residual sugar: g/L}", "wine.rows", "4"),
  ]

  private func notebook(_ options: String, _ text: String = "") -> String {
    "```{load} wine\nfile: wine.csv\n\(options)\n```\n\n\(text)\n"
  }

  @Test(arguments: Self.makings, [false, true])
  func makes(making: (options: String, expression: String, expected: String), streams: Bool) throws {
    let text =
      "---\nparams: {q: 6}\n---\n"
      + notebook(
        making.options + (streams ? "\nstream: true" : ""), "Is {eval}`\(making.expression)`.")
    #expect(try workbench.run(text).report.paragraphs == ["Is \(making.expected)."])
  }

  @Test(
    arguments: [
      ("columns: [quality, colour]", ["3:20: unknown column 'colour' (did you mean 'color'?)"]),
      ("where: qualty > 5", ["3:8: unknown name 'qualty' (did you mean 'quality'?)"]),
      (
        "where: quality + 1",
        ["3:8: 'where' needs a condition, not a column of numbers (compare with something: alcohol > 10)"]
      ),
      ("derive: {x: log(sugar)}", ["3:17: unknown name 'sugar'"]),
      ("derive: {quality: 1}", ["3:10: there is a column 'quality' already"]),
      ("rename: {sugar: s}", ["3:10: unknown column 'sugar' (the columns are residual sugar, quality and color)"]),
      ("rename: {quality: color}", ["3:19: there is a column 'color' already"]),
      ("standardize: [color]", ["3:15: 'color' is a column of text, not a column of numbers"]),
      ("impute: median", ["3:9: expected mean, not 'median' (did you mean 'mean'?)"]),
      ("standardize: maybe", ["3:14: expected true or false, not 'maybe'"]),
      ("units: {sugar: g/L}", ["3:9: unknown column 'sugar' (the columns are residual sugar, quality and color)"]),
      (
        "missing: error",
        [
          "3:10: 1 row of 4 lack a cell, first row 3 in 'residual sugar' ('missing: drop' leaves them out, 'missing: keep' keeps them)"
        ]
      ),
      ("where: quality > 100", ["1:11: 'wine' has no rows (none of 4 rows is left)"]),
      (
        "columns: [a, b]\nwhere: z > 1",
        [
          "3:11: unknown column 'a' (the columns are residual sugar, quality and color)",
          "3:14: unknown column 'b' (the columns are residual sugar, quality and color)", "4:8: unknown name 'z'",
        ]
      ),
    ] as [(String, [String])])
  func refuses(options: String, expected: [String]) {
    #expect(workbench.mistakes(notebook(options)) == expected)
  }

  @Test(arguments: [
    ("wnie.csv", "2:7: there is no file 'wnie.csv' (did you mean 'wine.csv'?)"),
    (
      "ragged.csv",
      "2:7: ragged.csv, line 3: 1 cell where the header names 2 columns (a cell that holds a delimiter must stand in quotes)"
    ),
    ("header.csv", "1:11: 'wine' has no rows (the file holds a header only)"),
  ])
  func namesTheFile(file: String, expected: String) {
    #expect(workbench.mistakes("```{load} wine\nfile: \(file)\n```\n") == [expected])
  }

  @Test func saysWhichCellsAreNoNumbers() {
    let text = "```{load} x\nfile: stray.csv\n```\n\n{eval}`x.x.count`, {eval}`mean(x.x)`\n"
    #expect(
      workbench.mistakes(text) == ["5:27: 'x' does not hold numbers (1 cell of 30 is no number, first '4?' on line 5)"])
  }

  @Test func aFileMustBeNamed() {
    #expect(
      workbench.mistakes("```{load} wine\n```\n")
        == [
          "1:1: 'load' needs the option 'file' (file: .csv, .tsv or .csv.gz for a table, .json for a saved fit (no other option); relative to the notebook)"
        ])
  }

  @Test func filesAreInTheProvenance() throws {
    let report = try workbench.run(notebook("where: quality > 5")).report
    // sha256sum of the same bytes.
    #expect(report.provenance.dataFiles.map(\.name) == ["wine.csv"])
    #expect(report.provenance.dataFiles.map(\.bytes) == [66])
    #expect(
      report.provenance.dataFiles.map(\.sha256) == ["3d685dd91efe45f5ee52dfb088c8fe20212cbcde168a45f14a46109e7a396cd2"])
    #expect(report.provenance.options.map(\.value) == ["3 of 4 rows"])
  }

  /// Two clouds of 2000 rows; some cells of the third column are missing.
  private static let clouds = Workbench(files: [
    "clouds.csv": "x,y,z,side\n"
      + (0..<2000).map { row in
        let (x, y) = (Double(row * 7919 % 1009) / 1009, Double(row * 104_729 % 997) / 997)
        let side = row % 3 == 0 ? "left" : "right"
        return "\(row % 3 == 0 ? x : 3 + x * y),\(y + x * x),\(row % 50 == 7 ? "" : "\(x - y)"),\(side)\n"
      }.joined()
  ])

  /// Everything but the text of the option itself: numbers, tables, figures, provenance.
  @Test func aStreamedTableGivesTheSameReport() throws {
    func report(_ stream: String) throws -> Report {
      var report = try Self.clouds.run(
        """
        ```{load} clouds
        file: clouds.csv
        derive: {w: x - mean(x), v: 2 * y}
        where: y < 1.5
        stream: \(stream)
        ```
        ```{describe}
        data: clouds
        ```
        ```{fit} g
        data: clouds
        columns: [x, y, w]
        components: 2
        restarts: 2
        ```
        ```{fit} m
        data: clouds
        columns: [x, z]
        components: 2
        missing: em
        ```
        ```{fit} d
        data: clouds
        columns: [v, z]
        components: 2
        missing: drop
        row_weights: y
        ```
        ```{table} tbl-rows
        data: clouds
        rows: 5
        ```
        ```{plot} fig-scatter
        kind: scatter
        data: clouds
        x: x
        y: y
        color: side
        ```
        {eval}`g.loglik:.12f` {eval}`m.loglik:.12f` {eval}`d.loglik:.12f` {eval}`clouds.z.median:.15f`
        """
      ).report
      report.provenance.notebookSHA256 = ""
      return report
    }
    #expect(try report("true") == report("false"))
  }

  @Test func aCompressedFileIsNotStreamed() throws {
    let files = DataFiles { (_) throws(DataFiles.Unreadable) in FileBytes([0x1F, 0x8B]) }
    let text = "```{load} wine\nfile: wine.csv.gz\nstream: true\n```\n"
    let draft = NotebookDraft(reading: text, path: "notebooks/test.md")
    let error = #expect(throws: Diagnostics.self) { try CheckedNotebook(draft, parameters: Parameters(), files: files) }
    #expect(
      error?.all.map(\.line) == [
        "3:9: 'wine.csv.gz' is compressed, and to stream a table its text must stand on the disk"
          + " (unpack it first with gunzip)"
      ])
  }
}
