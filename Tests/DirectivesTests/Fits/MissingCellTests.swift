import Directives
import Notebooks
import Reports
import Testing

/// Fits to rows with missing cells in notebooks.
@Suite struct MissingCellTests {
  /// Where both are there, y = 5 + 2.2 (x − 2.5) by least squares, with a mean square of 0.45 about it: what one Gaussian
  /// fitted by maximum likelihood says of the y that is missing at x = 6.
  private static let gaps = "x,y,z\n1,2,1\n2,3,5\n6,,2\n3,7,4\n4,8,3\n"
  private static let table = "load t", file = "file: gaps.csv\n"

  private var bench: Workbench {
    Workbench(files: [
      "gaps.csv": Self.gaps, "empty.csv": "x,y\n1,2\n2,3\n,\n3,7\n4,8\n", "apart.csv": "x,y\n1,\n2,\n,3\n,4\n5,\n,7\n",
      "hollow.csv": "x,y\n1,\n2,\n4,\n",
    ])
  }

  private func notebook(_ options: String = "", file: String = "gaps.csv", _ text: String = "") -> String {
    "```{load} t\nfile: \(file)\n```\n```{fit} f\ndata: t\ncolumns: [x, y]\ncomponents: 1\nmissing: em\n"
      + "regularization: 0\ntolerance: 1e-15\n\(options)```\n\n\(text)\n"
  }

  @Test(arguments: [
    ("f.n", "5"), ("f.labels.count", "5"),
    ("f.imputed.rows", "1"), ("f.imputed.row[3]", "3"), ("f.imputed.column[3]", "y"),
    ("f.imputed.expected[3]:.5f", "12.70000"), ("f.imputed.sd[3]:.5f", "0.67082"),
    ("f.imputed.low[3]:.4f", "11.3852"), ("f.imputed.high[3]:.4f", "14.0148"),
    ("f.completed.rows", "5"), ("f.completed.y[3]:.5f", "12.70000"), ("f.completed.y[4]", "7"),
    ("f.means[1].y:.5f", "6.54000"), ("f.means[1].x:.5f", "3.20000"),
  ])
  func members(expression: String, expected: String) throws {
    let report = try bench.run(notebook("", "Is {eval}`\(expression)`.")).report
    #expect(report.paragraphs == ["Is \(expected)."])
  }

  @Test func theImputedCellsAsATable() throws {
    let report = try bench.run(notebook("", "```{table} tbl-x\ndata: f.imputed\ndigits: 2\n```\n")).report
    #expect(
      report.tables[0].lines == [
        "row | column | expected | sd | low | high", "3 | y | 12.70 | 0.67 | 11.39 | 14.01",
      ])
  }

  @Test func theProvenanceCountsThem() throws {
    let one = try bench.run(notebook()).report.provenance.options.map(\.value)
    #expect(one.first == "5, 1 of them lack a cell")
    let empty = try bench.run(notebook(file: "empty.csv")).report.provenance.options.map(\.value)
    #expect(empty.first == "5, 1 of them lack a cell, 1 every cell")
  }

  @Test func rowsWithoutAPlaceAreCounted() throws {
    let figure = try #require(
      try bench.charts(notebook("", "```{plot} fig-x\nkind: scatter\nfit: f\nx: x\ny: y\n```\n")).first)
    #expect(figure.caption.hasPrefix("n = 4. 1 row not drawn: a value is missing."))
    #expect(figure.problems == "")
    let pairs = try #require(try bench.charts(notebook("", "```{plot} fig-x\nkind: pairs\nfit: f\n```\n")).first)
    #expect(pairs.caption.hasPrefix("n = 4. 1 row left out: a value is missing."))
  }

  @Test(arguments: ["silhouette", "likelihood", "kmeans_vs_gmm", "singularity", "ecdf", "calibration"])
  func whatNeedsWholeRows(kind: String) {
    let axes =
      switch kind {
      case "kmeans_vs_gmm": "x: x\ny: y\n"
      case "singularity", "ecdf": "x: x\n"
      default: ""
      }
    let mistakes = bench.mistakes(notebook("", "```{plot} fig-x\nkind: \(kind)\nfit: f\n\(axes)```\n"))
    let what = ["ecdf", "calibration"].contains(kind) ? "a distribution function" : "the kind \(kind)"
    #expect(mistakes == ["15:6: \(what) cannot show a fit with missing cells"])
  }

  @Test(arguments: [
    (
      "noise: 5\n", "gaps.csv",
      "4:1: noise needs complete rows; drop rows with missing cells, or leave noise out"
    ),
    (
      "", "apart.csv",
      "4:1: no row has both x and y, so their covariance cannot be estimated; leave one of them out, or choose a "
        + "covariance along the axes, such as diagonal"
    ),
    ("", "hollow.csv", "4:1: every cell of y is missing, so nothing can be said of it; leave it out"),
    ("seed: 1\nmissing: em\n", "gaps.csv", "12:1: 'missing' is given twice (keep one of them)"),
  ])
  func refuses(options: String, file: String, expected: String) {
    let mistakes = bench.mistakes(notebook(options, file: file))
    #expect(mistakes.first == expected)
  }

  /// With one component there is nothing to share, but the terms are those of x alone: its mean and variance of the
  /// five rows are 3.2 and 2.96, so log N(6) = −½ (log 2π·2.96 + 2.8² / 2.96) = −2.7858.
  @Test func theEStepOfARowWithAGap() throws {
    let report = try bench.run(notebook("", "```{explain}\nfit: f\nstep: e-step\nrow: 3\n```\n")).report
    let count = try iterations()
    #expect(report.paragraphs[1].hasPrefix("Row 3 of the data has x = 6. It lacks y: "))
    #expect(report.paragraphs[1].hasSuffix("After iteration \(count) its terms are:"))
    #expect(report.tables[0].rows[0].map(\.plainText) == ["A", "1.0000", "−2.786", "−2.786", "1.0000"])
    #expect(
      report.formulas[0].contains(#"\mathcal{N}(x_i^{\mathrm o} \mid \mu_k^{\mathrm o}, \Sigma_k^{\mathrm{oo}})"#))
  }

  private func iterations() throws -> String {
    let text = try bench.run(notebook("", "{eval}`f.iterations`")).report.paragraphs[0]
    return text
  }

  @Test func theEStepOfARowWithoutAnyCell() throws {
    let report = try bench.run(
      notebook("", file: "empty.csv", "```{explain}\nfit: f\nstep: e-step\nrow: 3\n```\n")
    ).report
    #expect(
      report.paragraphs[1] == "Row 3 of the data has none of the columns, so its responsibilities are the weights.")
  }

  @Test func theMStepAddsWhatGapsLeaveOpen() throws {
    let report = try bench.run(notebook("", "```{explain}\nfit: f\nstep: m-step\ncomponent: 1\n```\n")).report
    #expect(
      report.formulas[0].contains(
        #"r_{ik} \bigl[(\hat x_{ik} - \mu_k)(\hat x_{ik} - \mu_k)^{\mathsf T} + C_{ik}\bigr]"#))
    #expect(report.formulas[0].contains(#"r_{ik}\, \hat x_{ik}"#))
  }

  @Test func certificatesHold() throws {
    let report = try bench.run(notebook("", "```{certificate}\nfit: f\n```\n")).report
    #expect(report.tables[0].rows.count >= 6)
    #expect(report.tables[0].rows.allSatisfy { $0[1].plainText == "✓" })
  }
}
