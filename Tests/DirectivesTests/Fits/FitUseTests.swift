import Directives
import Reports
import Testing

/// What a fit must fulfil, and what it writes beside the report.
@Suite struct FitUseTests {
  private static let load = cell("load faithful", "file: faithful.csv", "units: {eruptions: min}")

  private func fit(_ options: String...) -> String {
    Self.load + cell("fit g", (["data: faithful", "components: 2"] + options).joined(separator: "\n"))
  }

  // MARK: require

  @Test func requirementsThatHoldLeaveNoTrace() throws {
    let report = try Workbench.withData().run(
      fit(
        "require:", "  - best_share >= 0.3", "  - converged", "  - iterations < 200 and g.n == 272",
        "  - min(weights) > 0.2 and means[1].eruptions < 3", "  - covariance == 'full'", "  - faithful.rows == n")
    ).report
    #expect(report.blocks == [])
    #expect(try Workbench.withData().mistakes(fit("require: converged")) == [])
  }

  /// Every requirement that does not hold is named, with its values.
  @Test func aFalseRequirementFailsTheRun() throws {
    let mistakes = try Workbench.withData().mistakes(
      fit("require:", "  - components == 3", "  - converged", "  - not converged or g.n < 100"))
    #expect(
      mistakes == [
        "9:5: the requirement 'components == 3' of 'g' does not hold (components is 2)",
        "11:5: the requirement 'not converged or g.n < 100' of 'g' does not hold (converged is true and g.n is 272)",
      ])
  }

  @Test(arguments: [
    ("best_shar >= 0.3", "8:10: unknown name 'best_shar' (did you mean 'best_share'?)"),
    ("g.best_shar >= 0.3", "8:12: a fit has no 'best_shar' (did you mean 'best_share'?)"),
    ("h.converged", "8:10: unknown name 'h'"),
    (
      "best_share",
      "8:10: a requirement is a statement that holds or not, not a number (compare with something, or use all(…) or any(…))"
    ),
    ("\"n > 3:.1f\"", "8:11: a statement has no number format (leave out what follows ':')"),
    ("[n > 3, iterations >]", "8:30: the expression ends where a value should follow"),
  ])
  func mistakesAreFoundBeforeTheRun(requirement: String, expected: String) throws {
    let found = try Workbench.withData().mistakes(fit("require: \(requirement)"))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(expected.prefix { $0 != "(" }) == true, "\(found)")
  }

  // MARK: Members

  /// scikit-learn 1.9.1 at the same maximum: silhouette_score, predict_proba and the joint densities.
  @Test func membersOfTheDivision() throws {
    let claims = cell(
      "claim", "- abs(g.silhouette - 0.7096329965844277) < 1e-12", "- g.counts[1] == 97 and g.counts[2] == 175",
      "- abs(g.normalised_entropy - 0.0036849087502) < 1e-8", "- abs(g.classification + 1130.5204294843911) < 1e-5",
      "- abs(g.normalised_entropy * 272 * log(2) - g.entropy) < 1e-10", "- one.normalised_entropy == 0",
      "- not (one.silhouette > -1)")
    let outcome = try Workbench.withData().run(
      fit("tolerance: 1e-12", "regularization: 0") + cell("fit one", "data: faithful", "components: 1") + claims)
    #expect(outcome.falseClaims.map(\.line) == [])
  }

  // MARK: write and save

  @Test func rowsAreWrittenWithTheirNumbers() throws {
    let cells =
      cell("load faithful", "file: faithful.csv", "where: waiting > 60")
      + cell("fit g", "data: faithful", "components: 2", "write: rows/labels.csv")
      + cell("claim", "- g.labels[1] == 2", "- g.labels[4] == 1")
    let report = try Workbench.withData().run(cells).report
    let file = try #require(report.attachments.first)
    #expect(report.attachments.count == 1 && file.name == "rows/labels.csv")
    #expect(report.attachmentFiles.map(\.path) == ["test/rows/labels.csv"])
    let lines = String(decoding: file.contents, as: UTF8.self).split(separator: "\n").map { $0.split(separator: ",") }
    #expect(
      lines[0] == ["row", "label", "uncertainty", "log_density", "outlier", "responsibility_1", "responsibility_2"])
    #expect(lines[1].prefix(2) == ["1", "2"] && lines[2].prefix(2) == ["3", "2"] && lines[3].prefix(2) == ["4", "1"])
    for line in lines.dropFirst() {
      let numbers = line.compactMap { Double($0) }
      #expect(numbers.count == 7 && abs(numbers[5] + numbers[6] - 1) < 1e-12)
    }
    let text = try #require(report.paragraphs.first)
    #expect(
      text
        == "Written beside the report: rows/labels.csv (labels, densities and responsibilities of \(lines.count - 1) rows)."
    )
    guard case .paragraph(let phrases)? = report.blocks.first, case .link(let address, _, _) = phrases[1] else {
      Issue.record("no link")
      return
    }
    #expect(address == "test/rows/labels.csv")
  }

  @Test(arguments: [
    ("write: labels.txt", "8:8: expected a file name that ends in .csv, not 'labels.txt'"),
    ("write: .csv", "8:8: expected a file name that ends in .csv, not '.csv'"),
    ("save: g.csv", "8:7: expected a file name that ends in .json, not 'g.csv'"),
    (
      "write: /tmp/labels.csv",
      "8:8: '/tmp/labels.csv' is an absolute path (it is written to the folder of the report's figures: write: labels.csv)"
    ),
    (
      "write: ~/labels.csv",
      "8:8: '~/labels.csv' is an absolute path (it is written to the folder of the report's figures: write: labels.csv)"
    ),
    (
      "save: ../g.json",
      "8:7: '../g.json' leads out of the report's folder (it is written to the folder of the report's figures: save: g.json)"
    ),
    (
      "save: a/../../g.json",
      "8:7: 'a/../../g.json' leads out of the report's folder (it is written to the folder of the report's figures: save: g.json)"
    ),
    (
      "write: my labels.csv",
      "8:8: 'my labels.csv' is no file name that is safe everywhere (use letters from a to z, digits, '-' and '_', and '/' after folders)"
    ),
    (
      "write: a\\b.csv",
      "8:8: 'a\\b.csv' is no file name that is safe everywhere (use letters from a to z, digits, '-' and '_', and '/' after folders)"
    ),
    (
      "write: a//b.csv",
      "8:8: 'a//b.csv' is no file name that is safe everywhere (use letters from a to z, digits, '-' and '_', and '/' after folders)"
    ),
    ("write: [a.csv]", "8:8: expected a file name that ends in .csv, not a list"),
  ])
  func unsafeNamesAreRefused(option: String, expected: String) throws {
    #expect(try Workbench.withData().mistakes(fit(option)) == [expected])
  }

  @Test func twoCellsCannotWriteOneFile() throws {
    let cells =
      fit("write: labels.csv") + cell("predict p", "fit: g", "data: faithful", "write: Labels.csv")
    #expect(
      try Workbench.withData().mistakes(cells) == [
        "13:8: 'Labels.csv' is written twice (line 8 writes 'labels.csv'; give each file a name of its own)"
      ])
  }

  /// A cell whose error is shown has written nothing.
  @Test func aFailedCellWritesNothing() throws {
    let report = try Workbench.withData().run(
      fit("error: true", "write: labels.csv", "require: components == 3")
    ).report
    #expect(report.attachments == [])
  }
}
