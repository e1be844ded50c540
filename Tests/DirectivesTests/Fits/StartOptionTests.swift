import Directives
import Notebooks
import Reports
import Testing

/// `init:` in its various forms, and short runs. The cell with the mistake begins on line 4.
@Suite struct StartOptionTests {
  private static func workbench() throws -> Workbench {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] =
      "a,b,kind,code,gap,odd,flag\n1,2,x,30,1,1,true\n2,1,y,7,2,1.5,false\n3,7,x,30,,2,true\n5,4,y,7,1,1,false\n"
      + "6,9,x,30,2,2,true\n8,5,y,7,1,1,false\n"
    return workbench
  }

  private func claims(_ cells: String, _ claims: [String]) throws -> [String] {
    try Self.workbench().run(
      cells + "```{claim}\n\(claims.map { "- \($0)" }.joined(separator: "\n"))\n```\n"
    ).falseClaims.map(\.message)
  }

  private static let faithful = cell("load faithful", "file: faithful.csv")
  private static let table = cell("load t", "file: t.csv")

  /// Rows of x and 30 are 1, 3 and 5: their means of a and b are 3⅓ and 6; x comes before y, and 7 before 30.
  @Test func wordsNumbersAndFlagsAreLabels() throws {
    let common = [
      "data: t", "columns: [a, b]", "components: 2", "covariance: tied", "max_iterations: 1", "tolerance: 0",
    ]
    func fit(_ name: String, _ column: String) -> String {
      cell("fit \(name)", (common + ["init: {labels: \(column)}"]).joined(separator: "\n"))
    }
    let wrong = try claims(
      Self.table + fit("words", "kind") + fit("numbers", "code") + fit("flags", "flag"),
      [
        "words.loglik == flags.loglik or abs(words.loglik - flags.loglik) < 1e-12",
        "abs(words.trace[1] - numbers.trace[1]) < 1e-12", "abs(words.means[1].a - numbers.means[2].a) < 1e-12",
        "abs(words.means[1].a - flags.means[2].a) < 1e-12", "words.starts.rows == 1",
      ])
    #expect(wrong == [])
  }

  @Test func aFitBeginsWhereAnotherEnded() throws {
    let wrong = try claims(
      Self.faithful + cell("fit g", "data: faithful", "components: 2", "max_iterations: 3", "tolerance: 0")
        + cell("fit h", "data: faithful", "components: 2", "init: {fit: g}")
        + cell("select s", "data: faithful", "components: 2..3", "covariance: [full, tied]")
        + cell("fit b", "data: faithful", "components: 3", "covariance: tied", "init: {fit: s.best}"),
      [
        "abs(h.trace[1] - g.loglik) < 1e-9", "h.loglik > g.loglik", "h.starts.rows == 1",
        "abs(b.trace[1] - s.best.loglik) < 1e-8", "b.iterations <= 3",
      ])
    #expect(wrong == [])
  }

  @Test func hierarchicalStartsAreTriedOnce() throws {
    let wrong = try claims(
      Self.faithful + cell("fit g", "data: faithful", "components: 3", "covariance: tied", "init: hierarchical"),
      ["g.starts.rows == 1", "g.loglik > -1126.4 and g.loglik < -1126.3", "g.converged"])
    #expect(wrong == [])
  }

  @Test func startsTellWhatBecameOfThem() throws {
    let fit = cell(
      "fit g", "data: faithful", "components: 3", "init: random-from-data", "short_runs: 12", "short_iterations: 4",
      "restarts: 3")
    let wrong = try claims(
      Self.faithful + fit + cell("fit one", "data: faithful", "components: 2", "short_runs: 4"),
      [
        "g.starts.rows == 12", "count(g.starts.outcome == 'a short run, not followed further') == 9",
        "g.starts.iterations.min <= 4", "g.best_share >= 1 / 3", "abs(g.starts.loglik.max - g.loglik) < 1e-9",
        "count(one.starts.outcome == 'converged') == 1", "one.best_share == 1",
      ])
    #expect(wrong == [])
    let outcome = try Self.workbench().run(Self.faithful + fit)
    let provenance = try #require(outcome.report.provenance.options.first { $0.name == "fit g" }?.value)
    #expect(provenance.contains("random-from-data start, the best 3 of 12 short runs of 4 iterations, "))
  }

  /// EM's rate on waiting, K = 2, is the largest eigenvalue of its Jacobian there: 0.6580517 (R 4.2.2).
  @Test func convergenceInNumbers() throws {
    let wrong = try claims(
      Self.faithful
        + cell(
          "fit w", "data: faithful", "columns: [waiting]", "components: 2", "tolerance: 1e-9", "regularization: 0"),
      [
        "abs(w.rate - 0.6580517) < 0.001", "w.remaining_gain < 1e-5", "w.last_step < 1e-4", "not w.boundary",
      ])
    #expect(wrong == [])
  }

  @Test(arguments: [
    (
      "init: {labels: gap}",
      "8:16: 'gap' is missing in row 3, so the row has no component to start in (missing: drop in load leaves such rows out)"
    ),
    (
      "init: {labels: odd}",
      "8:16: 'odd' is no label of a component in row 2 (labels are whole numbers or words)"
    ),
    (
      "components: 3\ninit: {labels: kind}",
      "8:16: 'kind' has 2 different labels for 3 components (a start from labels needs one label a component)"
    ),
    ("init: {labels: knd}", "8:16: unknown column 'knd' (did you mean 'kind'?)"),
    (
      "init: {label: kind}",
      "8:7: expected kmeans, kmeans++, random, random-from-data, hierarchical, {labels: COLUMN} or {fit: NAME}, not a mapping"
    ),
    ("init: {fit: h}", "8:13: unknown name 'h'"),
    ("init: {fit: t}", "8:13: 't' is a table, not a fit or a mixture (there is no fit or mixture yet)"),
    (
      "init: hierarchical\nshort_runs: 5",
      "9:13: short runs need a random start, and this one always begins alike"
    ),
    (
      "short_runs: 5\nrestarts: 8",
      "8:13: 5 short runs cannot have a best 8 (restarts is how many of them are followed to the end)"
    ),
    ("short_runs: 0", "8:13: expected a whole number from 1 on, not '0'"),
  ])
  func refuses(options: String, expected: String) throws {
    let options = options.hasPrefix("components") ? options : "components: 2\n" + options
    let found = try Self.workbench().mistakes(Self.table + "```{fit} f\ndata: t\ncolumns: [a, b]\n\(options)\n```\n")
    #expect(found == [expected])
  }

  @Test(arguments: [
    (
      "columns: [b]\ncomponents: 2",
      "'g' is of a and b, not of b (a start needs a mixture of the same columns in the same order)"
    ),
    (
      "columns: [b, a]\ncomponents: 2",
      "'g' is of a and b, not of b and a (a start needs a mixture of the same columns in the same order)"
    ),
    ("columns: [a, b]\ncomponents: 1", "'g' has 2 components, not 1"),
  ])
  func refusesFitsOfOthers(options: String, expected: String) throws {
    let found = try Self.workbench().mistakes(
      Self.table + cell("fit g", "data: t", "columns: [a, b]", "components: 2", "covariance: tied")
        + "```{fit} f\ndata: t\n\(options)\ninit: {fit: g}\n```\n")
    #expect(found == ["14:13: " + expected])
  }

  @Test func aSelectionStartsFromNoFit() throws {
    let found = try Self.workbench().mistakes(
      Self.table + cell("fit g", "data: t", "columns: [a, b]", "components: 2", "covariance: tied")
        + cell("select s", "data: t", "init: {fit: g}"))
    #expect(
      found.first?.hasSuffix("a fit to start from has one number of components, and a selection tries several") == true)
  }
}
