import Directives
import Notebooks
import Reports
import Testing

/// Defines a number under its name, warns or fails as it is told.
private struct Fake: Directive {
  static let name = "fake"
  static let summary = "does as it is told"
  static let naming = CellNaming.result
  static let options = [
    OptionDoc("value", "number", default: "1", "the value"), OptionDoc("warn", "text", "a warning"),
    OptionDoc("fail", "text", "an error"),
  ]

  private let name: Located<String>
  private let value: Double
  private let warning: String?
  private let failure: Located<String>?

  init(_ options: inout Options) throws {
    name = options.name
    warning = options.text("warn")?.value
    failure = options.text("fail")
    value = try options.required(options.number("value"))
  }

  var activity: String { "fakes \(name.value)" }

  func declare(in scope: inout Scope) throws {
    try scope.define(name, ObjectShape(of: Record.self, own: [("value", .number), ("seed", .number)]))
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    if let warning { session.warn(warning, hint: "look here") }
    session.define(
      name, Record([("value", .number(value)), ("seed", .number(Double(session.seed(for: name) >> 12)))]))
    if let failure { throw Diagnostic.error(failure.value, at: failure.location, hint: "mend it") }
    return [.paragraph([.text("\(name.value) ran")])]
  }
}

@Suite struct RunnerTests {
  private let workbench = Workbench(
    registry: Registry([Fake.self] + Registry.standard.directives.filter { $0.name == "claim" }))

  @Test func runsInOrderAndWorksValuesOut() throws {
    let report = try workbench.run(
      """
      ---
      title: "Of {eval}`a.value:.1f`"
      params: {k: 4}
      seed: 42
      ---
      ```{fake} a
      value: 2.25
      ```

      The value is {eval}`a.value`, with k = {eval}`params.k`.

      ```{fake} b
      ```
      """
    ).report
    #expect(report.name == "test")
    #expect(report.header.title.plainText == "Of 2.2")
    #expect(report.paragraphs == ["a ran", "The value is 2.25, with k = 4.", "b ran"])
    #expect(report.provenance.seed == 42)
    #expect(report.provenance.options == [Report.Provenance.Entry(name: "params.k", value: "4")])
    #expect(report.provenance.notebookSHA256.count == 64)
  }

  @Test func reportsAllMistakesInTheOrderOfTheText() {
    let mistakes = workbench.mistakes(
      """
      See {eval}`b.value` and @fig-none.

      ```{fake}
      value: one
      ```

      ```{fak} x
      ```

      ```{fake} b
      valeu: 3
      ```

      {eval}`b.anything` is not known to be wrong, {eval}`c` is.
      """)
    #expect(
      mistakes == [
        "1:12: 'b' is used before it is defined (move the cell that defines it up)",
        "1:26: unknown reference '@fig-none' (nothing in this notebook has a label)",
        "3:5: 'fake' needs a name (write {fake} NAME)",
        "4:8: expected a number, not 'one'",
        "7:5: unknown directive 'fak' (did you mean 'fake'?)",
        "11:1: 'fake' has no option 'valeu' (did you mean 'value'?)",
        "14:53: unknown name 'c'",
      ])
  }

  @Test func aNameIsDefinedOnce() {
    #expect(
      workbench.mistakes("```{fake} b\n```\n\n```{fake} b\n```\n")
        == ["4:11: the name 'b' is taken (it is defined on line 1; a name is defined once)"])
  }

  @Test(arguments: ["2b", "a-b", "and", "params"])
  func namesAreIdentifiers(name: String) {
    #expect(
      workbench.mistakes("```{fake} \(name)\n```\n").first?.hasPrefix("1:11: '\(name)' is no name for a result") == true
    )
  }

  @Test func aFailingCellStopsTheRun() {
    #expect(
      workbench.mistakes("```{fake} a\nfail: out of luck\n```\n\n```{fake} b\n```\n")
        == ["2:7: out of luck (mend it)"])
  }

  @Test func anErrorMayBeShownInstead() throws {
    let outcome = try workbench.run("```{fake} a\nfail: out of luck\nerror: true\n```\n\n```{fake} b\n```\n")
    guard case .callout(let callout) = outcome.report.blocks.first else {
      Issue.record("an error is shown as a callout")
      return
    }
    #expect(callout.kind == .caution)
    #expect(callout.blocks == [.paragraph([.text("Line 2: out of luck (mend it).")])])
    #expect(outcome.report.paragraphs == ["b ran"])
  }

  @Test func echoShowsTheSource() throws {
    let source = "```{fake} a\necho: true\n```"
    let blocks = try workbench.run(source + "\n").report.blocks
    #expect(blocks.first == .details(summary: [.text("Source")], [.code(language: "yaml", text: source)]))
    #expect(blocks.count == 2)
  }

  @Test func warningsStandBelowTheirCellAndAreCounted() throws {
    let outcome = try workbench.run("Text.\n\n```{fake} a\nwarn: this is odd\n```\n")
    #expect(outcome.warnings == [.warning("this is odd", at: SourceLocation(line: 3, column: 1), hint: "look here")])
    #expect(outcome.report.provenance.warnings == 1)
    #expect(
      outcome.report.blocks.last
        == .callout(
          Report.Callout(
            kind: .warning, blocks: [.paragraph([.text("This is odd. Look here.")])], isFromRun: true)))
  }

  @Test func tellsWhatEachCellDoes() throws {
    let checked = try workbench.check("```{fake} a\n```\n\n```{claim}\n- a.value == 1\n- 1 < 2\n```\n")
    var seen: [String] = []
    _ = try Runner(checked, settings: Runner.Settings(version: "1")).run { progress in
      seen.append("\(progress.stage) \(progress.cell)/\(progress.count) \(progress.verb): \(progress.activity)")
    }
    #expect(
      seen == [
        "begins 1/2 fake: fakes a", "ends 1/2 fake: fakes a", "begins 2/2 claim: checks 2 claims",
        "ends 2/2 claim: checks 2 claims",
      ])
  }

  @Test func pinnedValuesAreCompared() throws {
    let outcome = try workbench.run(
      "```{fake} a\n```\n\nGood <!--=a.value:.1f-->1.0<!--/-->, bad <!--=a.value-->7<!--/-->.\n")
    #expect(outcome.report.paragraphs.last == "Good 1.0, bad 1.")
    #expect(
      outcome.stalePins.map(\.diagnostic.line)
        == ["4:57: the pinned value of 'a.value' is '7', but should be '1' (--fix rewrites it)"])
  }

  @Test func streamsDependOnTheNameAlone() throws {
    func seed(_ text: String) throws -> [String] {
      try workbench.run(text).report.paragraphs.filter { $0.contains("=") }
    }
    let one = try seed("```{fake} a\n```\n\ns = {eval}`a.seed`\n")
    let inserted = try seed("```{fake} b\n```\n\n```{fake} a\n```\n\ns = {eval}`a.seed`\n")
    let other = try seed("```{fake} b\n```\n\ns = {eval}`b.seed`\n")
    let reseeded = try seed("---\nseed: 2\n---\n```{fake} a\n```\n\ns = {eval}`a.seed`\n")
    #expect(one == inserted)
    #expect(Set([one, other, reseeded]).count == 3)
  }

  @Test func theSameNotebookGivesTheSameReport() throws {
    let text = "```{fake} a\nwarn: odd\n```\n\n{eval}`a.value`\n"
    #expect(try workbench.run(text).report == workbench.run(text).report)
  }
}
