import Directives
import Dispatch
import Notebooks
import Reports
import Synchronization
import Testing

/// Which cells have run, by name, for cells that wait for others.
private let hasRun = Mutex<[String: DispatchSemaphore]>([:])

private func semaphore(_ name: String) -> DispatchSemaphore {
  hasRun.withLock { known in
    if let semaphore = known[name] { return semaphore }
    let semaphore = DispatchSemaphore(value: 0)
    known[name] = semaphore
    return semaphore
  }
}

/// Adds 1 to what it uses, once another cell has run.
private struct Step: Directive {
  static let name = "step"
  static let summary = "adds 1"
  static let naming = CellNaming.result
  static let options = [
    OptionDoc("of", "expression", "what it adds to"), OptionDoc("after", "text", "a cell it waits for"),
    OptionDoc("tells", "text", "what those that wait for it say"), OptionDoc("warn", "text", "a warning"),
    OptionDoc("fail", "text", "an error"),
  ]

  private let name: Located<String>
  private let used: Expression?
  private let awaited: String?
  private let told: String?
  private let warning: String?
  private let failure: Located<String>?

  init(_ options: inout Options) throws {
    name = options.name
    used = options.expression("of")
    awaited = options.text("after")?.value
    told = options.text("tells")?.value
    warning = options.text("warn")?.value
    failure = options.text("fail")
  }

  func declare(in scope: inout Scope) throws {
    if let used { _ = scope.noting { try $0.check(used) } }
    try scope.define(name, ObjectShape(of: Record.self, own: [("value", .number)]))
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    if let awaited, semaphore(awaited).wait(timeout: .now() + 20) == .timedOut {
      throw Diagnostic.error("'\(awaited)' has not run", at: name.location)
    }
    defer { if let told { semaphore(told).signal() } }
    if let warning { session.warn(warning) }
    session.record(name.value, "ran")
    if let failure { throw Diagnostic.error(failure.value, at: failure.location) }
    var value = 1.0
    if let used, case .number(let number) = try session.value(of: used) { value += number }
    session.define(name, Record([("value", .number(value))]))
    return [.paragraph([.text("\(name.value) is \(Int(value))")])]
  }
}

/// Cells that run at the same time leave no trace of it.
@Suite struct OverlapTests {
  private let workbench = Workbench(
    registry: Registry([Step.self] + Registry.standard.directives.filter { $0.name == "claim" }))

  private func run(_ text: String, threads: Int, observe: (Runner.Progress) -> Void = { _ in }) throws -> Runner.Outcome
  {
    try Runner(workbench.check(text), settings: Runner.Settings(version: "1", threads: threads)).run(observe: observe)
  }

  private func mistakes(_ text: String, threads: Int) throws -> [String] {
    do throws(Diagnostics) {
      _ = try Runner(try! workbench.check(text), settings: Runner.Settings(version: "1", threads: threads)).run()
      return []
    } catch {
      return error.all.map(\.line)
    }
  }

  private let text = """
    ---
    title: "{eval}`d.value`"
    ---
    ```{step} a
    warn: first
    ```

    a = {eval}`a.value`, <!--=a.value-->7<!--/-->

    ```{step} b
    of: a.value
    warn: second
    ```

    ```{step} bad
    of: b.value
    fail: out of luck
    error: true
    warn: unheard
    ```

    ```{step} c
    warn: third
    echo: true
    ```

    ```{step} d
    of: a.value + b.value + c.value
    ```

    b + c = {eval}`b.value + c.value`

    ```{claim}
    - d.value == 5
    - c.value == b.value
    ```
    """

  @Test(arguments: [2, 3, 7]) func threadsDoNotShow(threads: Int) throws {
    let alone = try run(text, threads: 1)
    let together = try run(text, threads: threads)
    #expect(together.report == alone.report)
    #expect(together.warnings == alone.warnings)
    #expect(together.falseClaims == alone.falseClaims)
    #expect(together.stalePins == alone.stalePins)
  }

  @Test(arguments: [1, 2]) func everythingStandsInOrder(threads: Int) throws {
    let outcome = try run(text, threads: threads)
    #expect(outcome.report.paragraphs == ["a is 1", "a = 1, 1", "b is 2", "c is 1", "d is 5", "b + c = 3"])
    #expect(outcome.report.header.title.plainText == "5")
    #expect(outcome.warnings.map(\.message) == ["first", "second", "third"])
    #expect(outcome.report.provenance.options.map(\.name) == ["a", "b", "c", "d"])
    #expect(outcome.stalePins.map(\.value) == ["1"])
    #expect(outcome.falseClaims.map(\.message) == ["the claim 'c.value == b.value' does not hold"])
  }

  @Test(arguments: [1, 3]) func progressIsToldInOrder(threads: Int) throws {
    var seen: [String] = []
    _ = try run(text, threads: threads) { seen.append("\($0.stage) \($0.cell)/\($0.count) \($0.name ?? "")") }
    let cells = ["1/6 a", "2/6 b", "3/6 bad", "4/6 c", "5/6 d", "6/6 "]
    #expect(seen == cells.flatMap { ["begins \($0)", "ends \($0)"] })
  }

  /// The first cell ends only after the second has run.
  @Test func cellsThatDoNotUseEachOtherOverlap() throws {
    let outcome = try run(
      "```{step} a\nafter: overlapping\n```\n\n```{step} b\ntells: overlapping\n```\n\n```{step} c\nof: a.value\n```\n",
      threads: 2)
    #expect(outcome.report.paragraphs == ["a is 1", "b is 1", "c is 2"])
  }

  /// The last cell fails before the first does.
  @Test func theErrorIsTheFirstInTheNotebook() throws {
    let text = """
      ```{step} a
      after: failing
      fail: first
      ```

      ```{step} b
      tells: failing
      fail: second
      ```
      """
    #expect(try mistakes(text, threads: 2) == ["3:7: first"])
  }

  /// The text before a failing cell has its say first, as it does when it is reached first.
  @Test(arguments: [1, 2]) func anErrorInTheTextComesBeforeThatOfACellBelow(threads: Int) throws {
    let text = "```{step} a\nfail: shown\nerror: true\n```\n\n{eval}`a.value`\n\n```{step} b\nfail: second\n```\n"
    #expect(try mistakes(text, threads: threads) == ["6:8: unknown name 'a'"])
  }

  /// What uses a cell whose error is shown says so when it is reached, as do those that use it in turn.
  @Test(arguments: [1, 2, 3]) func resultsThatDidNotComeAboutAreMissed(threads: Int) throws {
    let text = """
      ```{step} able
      ```

      ```{step} ale
      fail: out of luck
      error: true
      ```

      ```{step} b
      of: ale.value
      error: true
      ```

      ```{step} c
      of: b.value
      """
    #expect(try mistakes(text + "\n```\n", threads: threads) == ["15:5: unknown name 'b'"])
    let shown = text + "\nerror: true\n```\n"
    #expect(try run(shown, threads: threads).report == run(shown, threads: 1).report)
  }
}
