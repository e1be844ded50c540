import Directives
import Notebooks
import Reports
import Testing

/// `row_weights:` and `noise:` in a notebook.
@Suite struct WeightAndNoiseTests {
  /// Old Faithful with a column of weights, and 30 points on a grid.
  private static func workbench() throws -> Workbench {
    var workbench = try Workbench.withData()
    let lines = (workbench.files["faithful.csv"] ?? "").split(separator: "\n").map(String.init)
    let rows = lines.dropFirst().enumerated().map { "\($1),\($0 % 3)" }
    workbench.files["weighted.csv"] = (["\(lines[0]),copies"] + rows).joined(separator: "\n") + "\n"
    let copied = lines.dropFirst().enumerated().flatMap { Array(repeating: $1, count: $0 % 3) }
    workbench.files["copied.csv"] = ([lines[0]] + copied).joined(separator: "\n") + "\n"
    let grid = (0..<30).map { "\(1.5 + 0.74 * Double($0 % 6)),\(40 + 14.5 * Double($0 / 6))" }
    workbench.files["spoiled.csv"] = (lines + grid).joined(separator: "\n") + "\n"
    workbench.files["t.csv"] = "a,w,word\n1,1,x\n2,-1,y\n3,,z\n4,2,x\n"
    return workbench
  }

  private static let noisy =
    cell("load s", "file: spoiled.csv") + cell("fit f", "data: s", "components: 2", "regularization: 0", "noise: auto")

  private func claims(_ cells: String, _ claims: [String]) throws -> [String] {
    try Self.workbench().run(
      cells + "```{claim}\n\(claims.map { "- \($0)" }.joined(separator: "\n"))\n```\n"
    ).falseClaims.map(\.message)
  }

  @Test func weightsEqualCopies() throws {
    let start = "means: [[2, 55], [4, 80]]"
    let wrong = try claims(
      cell("load weighted", "file: weighted.csv") + cell("load copied", "file: copied.csv")
        + cell("fit w", "data: weighted", "components: 2", "row_weights: copies", start)
        + cell("fit c", "data: copied", "components: 2", start),
      [
        "abs(w.loglik - c.loglik) < 1e-8", "abs(w.bic - c.bic) < 1e-7", "abs(w.icl - c.icl) < 1e-6", "w.n == 271",
        "c.n == 271", "abs(w.means[1].waiting - c.means[1].waiting) < 1e-8", "w.labels.count == 272",
      ])
    #expect(wrong == [])
  }

  /// mclust's noise fit of the same rows, from another start.
  @Test func noiseOfMclust() throws {
    let wrong = try claims(
      Self.noisy,
      [
        "abs(f.loglik + 1341.41896536154) < 0.01", "abs(f.noise_weight - 0.16110380742048) < 1e-3",
        "abs(f.noise_volume - 214.6) < 1e-9", "f.parameters == 13", "f.labels.min == 0",
        "count(f.labels == 0) == 37", "abs(f.weights.sum + f.noise_weight - 1) < 1e-12",
      ])
    #expect(wrong == [])
  }

  @Test func noiseIsDrawnAndTold() throws {
    let plots = ["classification", "pairs", "scatter", "convergence", "trajectories"].map { kind in
      cell(
        "plot fig-\(kind)", "kind: \(kind)", "fit: f",
        ["classification", "scatter"].contains(kind) ? "x: eruptions\ny: waiting" : "alt: a figure")
    }
    let figures = try Self.workbench().figures(
      Self.noisy + plots.joined() + cell("fit one", "data: s", "columns: [waiting]", "components: 2", "noise: 80")
        + cell("plot fig-m", "kind: mixture", "fit: one"))
    #expect(figures.map(\.problems) == Array(repeating: "", count: 6))
    #expect(figures[0].title.hasPrefix("Two components and noise, "))
    let report = try Self.workbench().run(
      Self.noisy + cell("table tbl-f", "fit: f") + cell("explain", "fit: f", "step: e-step", "row: 273")
        + cell("explain", "fit: f", "step: model")
    ).report
    #expect(report.tables[0].lines[0] == "parameter | A | B | noise")
    #expect(report.tables[1].rows.map { $0[0].plainText } == ["A", "B", "noise"])
    #expect(report.paragraphs.contains { $0.hasPrefix("Row 273 ") && $0.contains("the noise") })
    #expect(report.paragraphs.contains { $0.hasPrefix("The last term is noise") })
  }

  @Test(arguments: [
    ("row_weights: ww", "unknown column 'ww' (the columns are a, w and word)"),
    ("row_weights: word", "'word' is a column of text, not a column of numbers"),
    ("row_weights: w", "row 2 has the weight -1; weights are numbers of 0 or more"),
    ("noise: yes", "expected auto or a volume above 0, not 'yes'"),
    ("noise: 0", "expected auto or a volume above 0, not '0'"),
  ])
  func refuses(option: String, expected: String) throws {
    let text =
      cell("load t", "file: t.csv") + cell("fit f", "data: t", "columns: [a]", "components: 1", option)
    let mistake = try #require(try Self.workbench().mistakes(text).first)
    #expect(mistake.drop { $0 != " " }.dropFirst() == expected)
  }

  @Test(arguments: ["kmeans_vs_gmm", "uncertainty", "responsibilities", "silhouette", "em_steps", "elbo", "likelihood"])
  func kindsThatCannotShowNoise(kind: String) throws {
    let axes = ["kmeans_vs_gmm", "uncertainty"].contains(kind) ? ["x: eruptions", "y: waiting"] : []
    let mistakes = try Self.workbench().mistakes(
      Self.noisy + cells("plot fig-k", ["kind: \(kind)", "fit: f"] + axes))
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.hasSuffix("the kind \(kind) cannot show a fit with a noise component") == true)
  }

  private func cells(_ head: String, _ options: [String]) -> String {
    "```{\(head.prefix { $0 != " " })}\(head.drop { $0 != " " })\n\(options.joined(separator: "\n"))\n```\n"
  }
}
