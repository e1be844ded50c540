import Directives
import Reports
import TeXMath
import Testing

/// The numbers are those of toy_1d in the reference's worked examples: x = 1, 2, 3, 6, 7, 9, start μ 1 and 9, σ² 4.
@Suite struct ExplainTests {
  private func report(_ cells: String) throws -> Report { try Workbench.withData().run(cells).report }

  private func toy(_ options: String...) -> String {
    let start = "components: 2\nmeans: [[1], [9]]\nweights: [0.5, 0.5]\nprecisions: [[[0.25]], [[0.25]]]"
    return cell("load toy", "file: toy.csv")
      + cell("fit t", "data: toy", start, "regularization: 0", "max_iterations: 3")
      + options.map { cell("explain", "fit: t", $0) }.joined()
  }

  /// Responsibilities of component A for the six rows after iterations 0, 1 and 2.
  private static let responsibilities = [
    ["0.9997", "0.9975", "0.9820", "0.1192", "0.0180", "0.0003"],
    ["1.0000", "0.9998", "0.9962", "0.0098", "0.0003", "0.0000"],
    ["1.0000", "0.9999", "0.9965", "0.0000", "0.0000", "0.0000"],
  ]

  @Test(arguments: 0..<3) func responsibilitiesOfEveryRow(iteration: Int) throws {
    let steps = (1...6).map { "step: e-step\nrow: \($0)\niteration: \(iteration)" }
    let tables = try report(
      toy() + steps.map { cell("explain", "fit: t", $0) }.joined()
    ).tables
    #expect(tables.map { $0.rows[0][4].plainText } == Self.responsibilities[iteration])
  }

  /// log N(6 | 1, 4) = −½ log 8π − 25/8 = −4.737; log N(6 | 9, 4) = −2.737; each with log ½ = −.693 added.
  @Test func sharingARowAtTheStart() throws {
    let report = try report(toy("step: e-step\nrow: 4\niteration: 0"))
    #expect(
      report.paragraphs == [
        "The E step asks how much of a row each component answers for. By Bayes’ rule",
        "Row 4 of the data has x = 6. At the start its terms are:",
        "Row 4 is shared: 88.1 % goes to component B, 11.9 % to A.",
      ])
    #expect(
      report.tables[0].rows.map { $0.map(\.plainText) } == [
        ["A", "0.5000", "−4.737", "−5.430", "0.1192"], ["B", "0.5000", "−2.737", "−3.430", "0.8808"],
      ])
    #expect(
      report.formulas == [
        #"r_{ik} = \frac{\pi_k\, \mathcal{N}(x_i \mid \mu_k, \sigma_k^2)}"#
          + #"{\sum_{j=1}^{K} \pi_j\, \mathcal{N}(x_i \mid \mu_j, \sigma_j^2)}"#,
        #"r_{4,\mathrm{B}} = \exp\bigl(-3.430 - (-3.303)\bigr) = 0.8808"#,
      ])
  }

  /// n_B = 6 × .48054, μ_B = 7.3580, σ_B² = 1.6896, from a mean of 9: 1.6420 / 1.2998 = 1.26 standard deviations.
  @Test func theFirstMStep() throws {
    let report = try report(toy("step: m-step\ncomponent: 2\niteration: 1"))
    #expect(
      Array(report.formulas.dropFirst()) == [
        #"n_{\mathrm{B}} = 2.8833, \qquad \pi_{\mathrm{B}} = \frac{2.8833}{6} = 0.4805"#,
        #"\mu_{\mathrm{B}} = 7.358, \qquad \sigma_{\mathrm{B}}^2 = 1.69 = 1.3^2"#,
      ])
    #expect(report.formulas[0].contains(#"\sigma_k^2 &= \frac{1}{n_k} \sum_{i=1}^{n} r_{ik} (x_i - \mu_k)^2"#))
    #expect(report.paragraphs.last == "That moved its mean by 1.26 of the component’s standard deviation.")
  }

  @Test func logLikelihoodAndConvergence() throws {
    let report = try report(toy("step: log-likelihood", "step: convergence"))
    #expect(report.formulas.contains(#"\frac{\ell}{n} = \frac{-12.72}{6} = -2.1206"#))
    #expect(
      report.tables[0].rows.map { $0.map(\.plainText) } == [
        ["0", "−15.9150", ""], ["1", "−13.0655", "2.85"], ["2", "−12.7280", "3.38\u{A0}×\u{A0}10⁻¹"],
        ["3", "−12.7235", "4.46\u{A0}×\u{A0}10⁻³"],
      ])
    #expect(report.paragraphs.last?.hasPrefix("The verdict after 3 iterations: stopped at the iteration limit") == true)
  }

  /// μ = 14/3, σ² = 74/9.
  @Test func oneComponent() throws {
    let steps = ["model", "e-step", "m-step", "log-likelihood", "convergence"]
    let report = try report(
      cell("load toy", "file: toy.csv") + cell("fit one", "data: toy", "components: 1", "regularization: 0")
        + steps.map { cell("explain", "fit: one", "step: \($0)") }.joined())
    #expect(
      report.formulas[1]
        == #"\begin{aligned}p(x) ={} & 1.0000\, \mathcal{N}\left(x \,\middle|\, 4.667,\; 2.867^2\right)\end{aligned}"#)
    #expect(report.formulas.contains(#"\mu_{\mathrm{A}} = 4.667, \qquad \sigma_{\mathrm{A}}^2 = 8.222 = 2.867^2"#))
    #expect(report.paragraphs.contains("With one component there is nothing to share."))
    #expect(report.paragraphs.contains("Its mean no longer moved."))
  }

  /// The terms of a component have its colour, and no others.
  @Test(
    arguments: [
      ("step: model", [[], [0, 1], []]), ("step: e-step\nrow: 4", [[], [1]]), ("step: e-step\nrow: 1", [[], [0]]),
      ("step: m-step\ncomponent: 2", [[], [1], [1]]), ("step: log-likelihood", [[], [], [], []]),
    ] as [(String, [Set<Int>])])
  func componentsHaveTheirColours(step: String, components: [Set<Int>]) throws {
    #expect(try report(toy(step)).expressions.map(\.components) == components)
  }

  @Test func namesInTheTableHaveTheirColours() throws {
    let heads = try report(toy("step: e-step")).tables[0].rows.map { $0[0] }
    #expect(heads == [[.component(0, [.value("A")])], [.component(1, [.value("B")])]])
  }

  /// Families without a one-line rule show how they follow from the components' own covariances, and each component's
  /// volume and shape: equal ones where the first or second letter is E.
  @Test(arguments: ["EII", "EEI", "VEI", "EVI", "VEE", "EVE", "VVE", "EEV", "VEV", "EVV"])
  func theMStepOfAFamily(_ family: String) throws {
    let report = try report(
      cell("load faithful", "file: faithful.csv")
        + cell("fit f", "data: faithful", "components: 2", "covariance: \(family)", "tolerance: 1e-9")
        + (1...2).map { cell("explain", "fit: f", "step: m-step", "component: \($0)") }.joined())
    #expect(report.formulas[0].contains(#"S_k &= \frac{1}{n_k} \sum_{i=1}^{n} r_{ik} (x_i - \mu_k)"#))
    #expect(report.formulas[1].contains(#"\Sigma_k &= "#))
    #expect(report.paragraphs.contains { $0.contains(" the family \(family) (") })
    let parts = report.formulas.filter { $0.hasPrefix(#"\lambda_{"#) }.map {
      $0.replacing(#"\mathrm{A}"#, with: "").replacing(#"\mathrm{B}"#, with: "").split(separator: #", \qquad "#)
    }
    #expect(parts.count == 2 && parts.allSatisfy { $0.count == 2 })
    #expect((parts[0][0] == parts[1][0]) == (family.first == "E"))
    #expect((parts[0][1] == parts[1][1]) == (family.dropFirst().first != "V"))
  }

  @Test func elevenColumnsStandInTables() throws {
    let report = try report(
      cell("load red", "file: red_wine.csv")
        + cell("fit m", "data: red", "components: 2", "restarts: 1", "max_iterations: 5", "covariance: diagonal")
        + ["model", "e-step\nrow: 1599", "m-step\ncomponent: 2"].map { cell("explain", "fit: m", "step: \($0)") }
        .joined())
    #expect(report.paragraphs.contains("In this fit K = 2 and x has d = 11 columns; the weights are"))
    #expect(
      report.formulas.contains {
        $0.hasPrefix(
          #"\underbrace{1}_{\text{weights}} + \underbrace{2 \times 11}_{\text{means}} + "#
            + #"\underbrace{22}_{\text{covariances}} = 45\"#)
      })
    #expect(report.paragraphs.contains { $0.hasPrefix("Row 1,599 of the data has fixed acidity = 6, ") })
    #expect(
      report.paragraphs.contains {
        $0.hasPrefix("A floor of ")
          && $0.hasSuffix(" of each column’s variance is added to the variances; only the diagonal is then kept.")
      })
    #expect(report.tables.last?.rows.count == 11)
  }

  @Test(arguments: [
    (
      "step: e-step\nrow: 2",
      "9:6: row 2 is not among the rows of this fit (a row keeps the number that it has in its file, from 1 without the header)"
    ),
    ("step: m-step\ncomponent: 3", "9:12: component 3 is beyond the 2 of this fit"),
    ("step: m-step\niteration: 0", "9:12: iteration 0 is not one of this fit (it made iterations 1 to 2)"),
    ("step: e-step\niteration: 3", "9:12: iteration 3 is not one of this fit (it made iterations 0 to 2)"),
    ("step: model\nrow: 1", "9:6: 'row' means nothing for the step model (it belongs to e-step)"),
    (
      "step: estep",
      "8:7: expected model, e-step, m-step, log-likelihood or convergence, not 'estep' (did you mean 'e-step'?)"
    ),
  ])
  func refuses(options: String, expected: String) throws {
    let cells =
      "```{load} f\nfile: faithful.csv\nwhere: waiting > 60\n```\n"
      + "```{fit} m\ndata: f\ncomponents: 2\nmax_iterations: 2\n```\n```{explain}\nfit: m\n\(options)\n```\n"
    let shifted = expected.split(separator: ":", maxSplits: 1)
    let line = (Int(shifted[0]) ?? 0) + 4
    #expect(try Workbench.withData().mistakes(cells).first == "\(line):\(shifted[1])")
  }

  /// scikit-learn 1.9.1 with reg_covar = 100 goes from ℓ −1034.116 to −1092.416 in its first iteration.
  @Test func aFallOfTheLikelihoodIsTold() throws {
    let cells =
      cell("load f", "file: faithful.csv")
      + cell(
        "fit t", "data: f", "columns: waiting", "components: 2", "means: [[54.6], [80.1]]", "weights: [0.36, 0.64]",
        "precisions: [[[0.027777777777777776]], [[0.027777777777777776]]]", "regularization: 100", "max_iterations: 1")
      + cell("explain", "fit: t", "step: convergence")
    let told = try report(cells).blocks.contains { block in
      guard case .paragraph(let phrases) = block else { return false }
      return phrases.plainText.contains("it fell by 58.3 nats at iteration 1")
    }
    #expect(told)
  }

  @Test func hugeDeviationsAreSquaredInParentheses() throws {
    var workbench = try Workbench.withData()
    workbench.files["huge.csv"] = "x\n1e150\n2e150\n3e150\n6e150\n7e150\n9e150\n"
    let cells =
      cell("load h", "file: huge.csv") + cell("fit t", "data: h", "components: 1")
      + cell("explain", "fit: t", "step: model")
    let formulas = try workbench.run(cells).report.formulas
    #expect(formulas.contains { $0.contains("(2.867\\times 10^{150})^2") })
  }
}

extension Report {
  /// The displayed formulas of the report as TeX without colours.
  var formulas: [String] { expressions.map { $0.gitHubSource() } }

  fileprivate var expressions: [TeXExpression] {
    blocks.compactMap { block in if case .formula(let formula) = block { formula.expression } else { nil } }
  }
}
