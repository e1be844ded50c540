import Directives
import Notebooks
import Reports
import Testing

@Suite struct BootstrapTestDirectiveTests {
  private static let faithful = cell("load faithful", "file: faithful.csv")

  /// One component is too few for the waiting times, whose statistic is 2 (1095.30 − 1034.00) nats.
  @Test func oneComponentAgainstTwo() throws {
    let text =
      Self.faithful
      + cell(
        "bootstrap-test t", "data: faithful", "columns: [waiting]", "components: 1..2", "replicates: 19", "starts: 1",
        "restarts: 2")
      + "{eval}`t.components` {eval}`t.table.statistic[1]:.1f` {eval}`t.table.rows` {eval}`t.nulls.rows`\n"
      + cell("table tbl-t", "test: t")
    let outcome = try Workbench.withData().run(text)
    #expect(outcome.report.paragraphs == ["2 122.6 2 38"])
    let table = try #require(outcome.report.tables.first)
    #expect(table.lines[0] == "K | against | 2 Δℓ | p | replicates | verdict")
    #expect(table.lines[1] == "1 | 2 | 122.57 | 0.050 | 19 | K is too few")
    #expect(table.lines[2].hasPrefix("2 | 3 | ") && table.lines[2].hasSuffix(" | 19 | K is enough"))
    #expect(table.caption.plainText.hasPrefix("Likelihood-ratio tests of K components against K + 1, full covariance."))
    #expect(outcome.warnings.isEmpty)
  }

  @Test func theComponentsOfAFit() throws {
    let text =
      Self.faithful + cell("fit m", "data: faithful", "columns: [waiting]", "components: 1")
      + cell("bootstrap-test t", "fit: m", "replicates: 9", "starts: 1")
      + "{eval}`t.components` {eval}`t.p`\n"
    let outcome = try Workbench.withData().run(text)
    #expect(outcome.report.paragraphs == ["1 0.1"])
    #expect(outcome.warnings.map(\.message) == ["9 replicates are too few for p to reach 0.05"])
  }

  @Test(arguments: [
    ("replicates: 9", "4:1: a test is of a fit or of data (give exactly one of them)"),
    ("fit: m\ndata: faithful", "4:1: a test is of a fit or of data (give exactly one of them)"),
    (
      "fit: m\ncomponents: 2",
      "6:13: 'components' means nothing for the test of a fit (the fit says it; give data instead of fit to say it here)"
    ),
    ("fit: m", "5:6: unknown name 'm'"),
    ("data: faithful\nreplicates: 0", "6:13: expected a whole number from 1 on, not '0'"),
    ("data: faithful\ncomponents: [1, 3]", "6:13: the numbers of components tested follow each other without a gap"),
    ("data: faithful\ncomponents: 0", "6:13: expected whole numbers from 1 on, such as 3, 1..9 or [1, 2, 4], not '0'"),
    ("data: faithful\nlevel: 0", "6:8: expected a number between 0 and 1, such as 0.95, not '0'"),
    (
      "data: faithful\ncolumns: [eruptions]\ninit: {labels: waiting}\ncomponents: 1",
      "4:1: a test fits several numbers of components, so it cannot start from labels or a fit (init: kmeans, kmeans++, "
        + "random, random-from-data or hierarchical starts each of them anew)"
    ),
    (
      "data: faithful\nnoise: auto\nreplicates: 2",
      "4:21: rows cannot be drawn from a mixture with noise, which has a volume but no place; draw from the rows instead "
        + "(type: nonparametric or weighted)"
    ),
  ])
  func refuses(options: String, expected: String) throws {
    #expect(try Workbench.withData().mistakes(Self.faithful + cell("bootstrap-test t", options)) == [expected])
  }
}
