import Directives
import Notebooks
import Reports
import Testing

/// `method: variational` and `prior:` in a notebook.
@Suite struct MethodOptionTests {
  private static let faithful = cell("load faithful", "file: faithful.csv")
  private static let ten =
    faithful + cell("fit v", "data: faithful", "components: 10", "method: variational", "tolerance: 1e-8")

  private func falseClaims(_ cells: String, _ claims: [String]) throws -> [String] {
    try Workbench.withData().run(
      cells + "```{claim}\n\(claims.map { "- \($0)" }.joined(separator: "\n"))\n```\n"
    ).falseClaims.map(\.message)
  }

  @Test func aVariationalFitHasABoundAndFewComponents() throws {
    let wrong = try falseClaims(
      Self.ten,
      [
        "v.converged", "v.effective_components >= 2", "v.effective_components < 10", "v.perplexity < 5",
        "v.bound < v.loglik", "v.bounds.max == v.bound", "v.bounds.count == v.iterations + 1",
        "v.concentrations.count == 10", "abs(v.concentrations.sum - 10 - 272) < 1e-6", "v.starts.rows == 10",
        "v.best_share >= 0.1", "abs(v.weights.sum - 1) < 1e-12",
      ])
    #expect(wrong == [])
  }

  /// The log evidence of one component is that of the data under its prior, whatever the start.
  @Test func numbersOfThePriorAreTaken() throws {
    func fit(_ name: String, _ options: String...) -> String {
      "```{fit} \(name)\ndata: faithful\ncolumns: [waiting]\n" + options.map { $0 + "\n" }.joined() + "```\n"
    }
    let wrong = try falseClaims(
      Self.faithful
        + fit("a", "components: 1", "method: variational", "weights_prior: dirichlet")
        + fit(
          "b", "components: 1", "method: variational", "weights_prior: dirichlet",
          "prior: {shrinkage: 1, dof: 1, mean: [70.8970588235294], scale: 184.8233123507}")
        + fit("c", "components: 1", "prior: {shrinkage: 28, dof: 12, mean: [60], scale: 100}"),
      [
        // (272 · 70.897 + 28 · 60) / 300, and the closed form of the mode.
        "abs(a.bound - b.bound) < 1e-4", "abs(c.means[1].waiting - 69.88) < 1e-9",
        "abs(c.covariances[1].waiting.waiting - (100 + 271 * 184.8233123507 + 28 * 272 / 300 * 10.8970588235294 ^ 2) / 287) < 1e-6",
      ])
    #expect(wrong == [])
  }

  /// mclust 6.0.0 with `priorControl()`, from the same labels.
  @Test func aConjugatePriorIsThatOfMclust() throws {
    var workbench = try Workbench.withData()
    let lines = (workbench.files["faithful.csv"] ?? "").split(separator: "\n").map(String.init)
    let rows = lines.dropFirst().map { line in
      "\(line),\((Double(line.prefix { $0 != "," }) ?? 0) > 3 ? 2 : 1)"
    }
    workbench.files["labelled.csv"] = (["\(lines[0]),group"] + rows).joined(separator: "\n") + "\n"
    let fits = ["VVV", "EEE", "VEV"].map { family in
      cell(
        "fit \(family)", "data: labelled", "columns: [eruptions, waiting]", "components: 2", "covariance: \(family)",
        "init: {labels: group}", "prior: conjugate", "tolerance: 1e-13")
    }
    let text =
      cell("load labelled", "file: labelled.csv") + fits.joined()
      + "```{claim}\n- abs(VVV.loglik + 1130.509263671) < 1e-6\n- abs(EEE.loglik + 1140.260935482) < 1e-6\n"
      + "- abs(VEV.loglik + 1134.884408245) < 1e-6\n- VVV.floor_share == 0\n```\n"
    #expect(try workbench.run(text).falseClaims.map(\.message) == [])
  }

  @Test func tablesFiguresAndWordsSpeakOfTheBound() throws {
    let cells = Self.ten + cell("table tbl-v", "fit: v") + cell("explain", "fit: v", "step: convergence")
    let report = try Workbench.withData().run(cells + cell("certificate tbl-c", "fit: v")).report
    #expect(report.tables[0].lines.contains { $0.hasPrefix("state | effective") && $0.hasSuffix("pruned") })
    #expect(report.tables[0].lines.contains { $0.hasPrefix("stick, second parameter") })
    #expect(report.paragraphs.contains { $0.hasPrefix("The variational fit stops when the mean evidence lower bound") })
    #expect(report.tables.contains { $0.lines[0] == "iteration | evidence lower bound | increment" })
    #expect(report.tables.last?.lines.contains { $0.hasPrefix("The evidence lower bound never falls") } == true)
    let figures = try Workbench.withData().charts(
      Self.ten + cell("plot fig-c", "kind: convergence", "fit: v")
        + cell("fit p", "data: faithful", "components: 3", "prior: conjugate")
        + cell("plot fig-p", "kind: convergence", "fit: p"))
    #expect(figures.map(\.problems) == ["", ""])
    #expect(figures[0].subtitle.hasPrefix("Evidence lower bound at each iteration"))
    // Pruned components are in the table, not in the pictures.
    let drawn = try Workbench.withData().figures(
      Self.ten + cell("plot fig-x", "kind: classification", "fit: v", "x: eruptions", "y: waiting")
        + cell("plot fig-m", "kind: mixture", "fit: v", "x: waiting") + cell("plot fig-p", "kind: pairs", "fit: v"))
    #expect(drawn.map(\.problems) == ["", "", ""])
    #expect(drawn[0].title.hasPrefix("Two components"))
    #expect(drawn[0].caption.contains("K = 10, full covariance, variational: 2 of them effective"))
    #expect(figures[1].subtitle.hasPrefix("Log-likelihood plus log prior at each iteration"))
  }

  @Test(arguments: [
    ("prior: conjugal", "expected conjugate or numbers such as {shrinkage: 0.01, dof: 4}, not 'conjugal'"),
    ("prior: {shrinkages: 1}", "a prior has no 'shrinkages' (did you mean 'shrinkage'?)"),
    ("prior: {shrinkage: -1}", "expected a number of 0 or more, not '-1'"),
    ("prior: {dof: 0}", "expected a number above 0, not '0'"),
    ("prior: {mean: [1]}", "mean of the prior should be 2 finite numbers, one a column"),
    ("prior: {scale: [1, 2, 3]}", "scale of the prior should be one number, 2 numbers or a symmetric matrix of 2 × 2"),
    ("method: variation", "expected em or variational, not 'variation' (did you mean 'variational'?)"),
    ("concentration: 2", "'concentration' belongs to a variational fit (write method: variational beside it)"),
    ("weights_prior: dirichlet", "'weights_prior' belongs to a variational fit (write method: variational beside it)"),
    (
      "method: variational\nprior: conjugate",
      "the prior of a variational fit is conjugate by itself (leave prior out, or state its numbers as {shrinkage: 1, dof: 4})"
    ),
    (
      "method: variational\nnoise: auto",
      "a variational fit has no noise component (leave noise out, or fit by EM (method: em))"
    ),
    (
      "method: variational\ncovariance: EEV",
      "there is no variational fit with the covariance EEV (choose full, tied, diagonal or spherical)"
    ),
    ("method: variational\nconcentration: 0", "expected a number above 0, not '0'"),
    ("method: variational\nprior: {dof: 0.5}", "dof is 0.5; for 2 columns it is a number above 1"),
  ])
  func refuses(options: String, expected: String) throws {
    let text = Self.faithful + cell("fit f", "data: faithful", "components: 2", options)
    let mistake = try #require(try Workbench.withData().mistakes(text).first)
    #expect(mistake.drop { $0 != " " }.dropFirst() == expected)
  }

  @Test func membersAreThoseOfTheMethod() throws {
    let mistakes = try Workbench.withData().mistakes(
      Self.ten + cell("fit e", "data: faithful", "components: 2") + "{eval}`v.bic` {eval}`e.bound`\n")
    #expect(mistakes.count == 2)
    #expect(mistakes[0].contains("a fit has no 'bic'"))
    #expect(mistakes[1].contains("a fit has no 'bound'"))
  }

  @Test(arguments: ["elbo", "likelihood", "start_lottery", "em_steps"])
  func kindsThatCannotShowAPosterior(kind: String) throws {
    let mistakes = try Workbench.withData().mistakes(Self.ten + cell("plot fig-k", "kind: \(kind)", "fit: v"))
    #expect(mistakes.first?.hasSuffix("the kind \(kind) cannot show a fit with a variational posterior") == true)
  }

  @Test func stepsThatOnlyEMTakesAreNotExplained() throws {
    let mistakes = try Workbench.withData().mistakes(Self.ten + cell("explain", "fit: v", "step: e-step"))
    #expect(mistakes.first?.hasSuffix("the step e-step cannot show a fit with a variational posterior") == true)
  }
}
