import Directives
import Notebooks
import Testing

/// Mixtures of some columns, given others, in notebooks.
@Suite struct ConditionTests {
  private static let fit =
    cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")
    + cell("fit g", "data: faithful", "components: 2", "tolerance: 1e-10", "regularization: 0")

  private func falseClaims(_ cells: String, _ claims: [String]) throws -> [String] {
    let text = Self.fit + cells + cell("claim", claims.map { "- \($0)" }.joined(separator: "\n"))
    return try Workbench.withData().run(text).falseClaims.map(\.line)
  }

  /// From the parameters that scikit-learn 1.9.1 finds at the same maximum, by the textbook formulas in numpy.
  @Test func eruptionsAfterSeventyMinutes() throws {
    let wrong = try falseClaims(
      cell("condition c", "fit: g", "given: {waiting: 70}"),
      [
        "abs(c.weights[1] - 0.0597447644) < 1e-5", "abs(c.means[1].eruptions - 2.2368333261) < 1e-5",
        "abs(c.means[2].eruptions - 4.0295485936) < 1e-5",
        "abs(c.covariances[1].eruptions.eruptions - 0.0635479068) < 1e-5",
        "abs(c.mean.eruptions - 3.9224432422) < 1e-5", "abs(c.sd.eruptions - 0.5666302687) < 1e-5",
        "abs(c.median - 3.9991473459) < 1e-4", "abs(c.quantiles[5] - 2.4839182828) < 1e-4", "c.quantiles.count == 99",
        "c.components == 2", "c.columns[1] == 'eruptions'", "abs(c.weights.sum - 1) < 1e-14",
      ])
    #expect(wrong == [])
  }

  @Test func columnsAloneAreTheMarginal() throws {
    let wrong = try falseClaims(
      cell("condition m", "fit: g", "columns: waiting") + cell("condition again", "fit: m", "columns: [waiting]"),
      [
        "m.weights[1] == g.weights[1]", "m.means[2].waiting == g.means[2].waiting",
        "m.covariances[1].waiting.waiting == g.covariances[1].waiting.waiting", "again.median == m.median",
        "abs(m.mean.waiting - faithful.waiting.mean) < 1e-9",
      ])
    #expect(wrong == [])
  }

  @Test func valuesMayBeParameters() throws {
    let text =
      "---\nparams: {minutes: 70}\n---\n" + Self.fit
      + cell("condition c", "fit: g", "given: {waiting: \"{eval}`params.minutes + 5`\"}")
      + cell("condition d", "fit: g", "given: {waiting: 75}")
      + cell("claim", "- c.median == d.median")
    #expect(try Workbench.withData().run(text).falseClaims == [])
  }

  @Test func isDrawnTabulatedAndSampled() throws {
    let cells =
      Self.fit + cell("condition c", "fit: g", "given: {waiting: 70}")
      + cell("condition all", "fit: g", "columns: [waiting, eruptions]")
      + cell("plot fig-c", "kind: mixture", "fit: c")
      + cell("plot fig-d", "kind: density", "fit: all", "x: eruptions", "y: waiting")
      + cell("plot fig-r", "kind: density", "fit: all", "x: eruptions", "y: waiting", "as: raster")
    let figures = try Workbench.withData().figures(cells)
    #expect(figures.map(\.problems) == ["", "", ""])
    #expect(figures[0].caption.hasPrefix("g given waiting 70 min, K = 2."), "\(figures[0].caption)")
    #expect(figures[0].subtitle == "Mixture and its weighted components")
    #expect(
      figures[1].title.hasPrefix("The density has two peaks, the higher near eruptions 4."), "\(figures[1].title)")
    #expect(figures[1].alternativeText.hasPrefix("Map of a density over eruptions and waiting. "))
    #expect(!figures[1].caption.contains("n ="))
    let table = try Workbench.withData().run(
      Self.fit + cell("condition c", "fit: g", "given: {waiting: 70}") + cell("table tbl-c", "fit: c")
    ).report.tables.first
    #expect(
      table?.lines.map { String($0.prefix { $0 != "|" }) } == [
        "parameter ", "weight ", "mean of eruptions (min) ", "sd of eruptions (min) ",
      ])
    let wrong = try falseClaims(
      cell("condition c", "fit: g", "given: {waiting: 70}")
        + cell("sample s", "n: 4000", "fit: c") + cell("sample t", "n: 4000", "fit: g", "seed: 5"),
      [
        // Five standard errors.
        "abs(s.eruptions.mean - c.mean.eruptions) < 5 * c.sd.eruptions / sqrt(4000)", "s.columns == 2",
        "abs(share(s.component == '1') - c.weights[1]) < 0.04", "t.columns == 3 and t.rows == 4000",
        "abs(t.waiting.mean - faithful.waiting.mean) < 1.1",
      ])
    #expect(wrong == [])
  }

  @Test func farValuesAreWarnedOf() throws {
    let outcome = try Workbench.withData().run(
      Self.fit + cell("condition c", "fit: g", "given: {waiting: 700}")
        + cell("condition d", "fit: g", "given: {waiting: 1e200}")
        + cell("claim", "- c.weights.sum == 1", "- d.means[1].eruptions > 1e190"))
    #expect(outcome.falseClaims == [])
    #expect(outcome.warnings.count == 2)
    let message = outcome.warnings.first?.message ?? ""
    #expect(message.hasPrefix("waiting 700 min lies 10") || message.hasPrefix("waiting 700 min lies 11"), "\(message)")
    #expect(message.hasSuffix("standard deviations from the nearest component of 'g'"))
  }

  @Test(
    arguments: [
      (
        ["fit: g"],
        "14:1: 'condition' needs 'given' or 'columns' (given: {column: value} says what is known, columns: [column] what is asked about)"
      ),
      (["fit: g", "given: {wating: 70}"], "16:9: unknown column 'wating' (did you mean 'waiting'?)"),
      (["fit: g", "columns: [eruption]"], "16:11: unknown column 'eruption' (did you mean 'eruptions'?)"),
      (
        ["fit: g", "given: {waiting: 70, eruptions: 2}"],
        "16:22: every column of 'g' is given, so none is left to ask about"
      ),
      (
        ["fit: g", "given: {waiting: 70}", "columns: [waiting]"],
        "17:11: 'waiting' is given, so nothing is to be asked about it"
      ),
      (["fit: g", "given: {waiting: long}"], "16:18: expected a number, not 'long'"),
      (["fit: g", "given: 70"], "16:8: expected a mapping such as {waiting: 70}, not '70'"),
      (
        ["fit: faithful", "given: {waiting: 70}"],
        "15:6: 'faithful' is a table, not a fit or a mixture (there is 'g' and 'noisy')"
      ),
      (
        ["fit: noisy", "given: {waiting: 70}"],
        "15:6: 'noisy' has a noise component, which is spread over all columns at once and has no distribution of some of them (fit without noise)"
      ),
      (
        ["fit: g", "given: {eruptions: 1.7e308}"],
        "16:9: eruptions 1.7\u{A0}×\u{A0}10³⁰⁸ min is too far from 'g' for the range of doubles"
      ),
    ] as [([String], String)])
  func refuses(options: [String], expected: String) throws {
    // Lines 1 to 13: load, fit and a fit with noise.
    let cells =
      cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")
      + cell("fit g", "data: faithful", "components: 1")
      + cell("fit noisy", "data: faithful", "components: 1", "noise: auto")
    #expect(
      try Workbench.withData().mistakes(cells + cell("condition c", options.joined(separator: "\n"))) == [expected])
  }
}
