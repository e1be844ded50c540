import Testing

/// How a run ends, what it prints on the way, and where that goes.
@Suite struct RunTests {
  private func desk(_ notebook: String) throws -> Desk { try Desk(["nb.md": notebook, "wine.csv": Notebooks.wine]) }

  /// What was printed, the times in it replaced.
  private func untimed(_ text: String) -> String { text.replacing(#/\d+\.\d{3} s/#, with: "0 s") }

  @Test func aGoodNotebookEndsWith0() throws {
    let run = try desk(Notebooks.good).run("nb.md")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(
      untimed(run.errors) == """
        [1/4] load wine: reads wine.csv, 0 s
        [2/4] fit g: fits 2 components to wine, 0 s
        [3/4] plot fig-alcohol: draws fig-alcohol, 0 s
        [4/4] claim: checks 1 claim, 0 s
        nb.md → output/nb.html and output/nb.md in 0 s

        """)
  }

  @Test func quietPrintsNothing() throws {
    let run = try desk(Notebooks.good).run("nb.md", "--quiet")
    #expect(run.status == 0)
    #expect(run.output + run.errors == "")
  }

  @Test func timingsNameEveryStep() throws {
    let run = try desk(Notebooks.good).run("nb.md", "--timings", "--quiet")
    let steps = untimed(run.errors).split(separator: "\n").map(String.init)
    let names = ["parse", "check", "load", "fit", "plot", "claim", "render html", "render md", "write"]
    #expect(steps == names.map { "  0 s  \($0)" })
  }

  @Test func aFalseClaimIsReportedAndEndsWith1() throws {
    let desk = try desk(Notebooks.load + "```{claim}\n- wine.rows == 40\n- wine.rows < 40\n```\n")
    let run = try desk.run("nb.md", "--quiet")
    #expect(run.status == 1)
    #expect(
      run.errors == """
        nb.md:7:3: error: the claim 'wine.rows < 40' does not hold; wine.rows is 40
        - wine.rows < 40
          ^

        """)
    #expect(try desk.text("output/nb.md").contains("✗"))
    #expect(desk.files(in: "output") == ["nb.html", "nb.md"])
  }

  private let warns =
    Notebooks.load
    + "```{fit} g\ndata: wine\ncolumns: [residual sugar, alcohol]\ncomponents: 2\nmax_iterations: 1\n```\n"

  @Test func warningsAreCounted() throws {
    let run = try desk(warns).run("nb.md", "--quiet")
    #expect(run.status == 0)
    #expect(
      run.errors == """
        nb.md:5:1: warning: EM stopped at the iteration limit before reaching the tolerance; raise max_iterations
        ```{fit} g
        ^
        nb.md: 1 warning

        """)
  }

  @Test func warningsFailWhenStrict() throws {
    let desk = try desk(warns)
    let run = try desk.run("nb.md", "--quiet", "--strict")
    #expect(run.status == 1)
    #expect(run.errors.hasSuffix("nb.md: 1 warning\nnb.md: error: warnings fail under --strict\n"))
    #expect(try self.desk(Notebooks.good).run("nb.md", "--strict").status == 0)
  }

  @Test func parametersAreSet() throws {
    let desk = try desk(Notebooks.good)
    #expect(try desk.run("nb.md", "--param", "k=5").status == 0)
    #expect(try desk.text("output/nb.md").contains("k = 5; see"))
    let run = try desk.run("nb.md", "--param", "K=5")
    #expect(run.status == 1)
    #expect(
      run.errors
        == "nb.md: error: the notebook has no parameter 'K'; did you mean 'k'?\nnb.md: 1 error; nothing written\n")
  }

  /// One bad notebook does not keep the others from being run.
  @Test func severalNotebooksRunInOrder() throws {
    let desk = try Desk(["a.md": "One {eval}`1 + 1`.\n", "b.md": "Two {eval}`1 +`.\n", "c.md": "Three.\n"])
    let run = try desk.run("a.md", "b.md", "c.md")
    #expect(run.status == 1)
    #expect(
      untimed(run.errors) == """
        a.md → output/a.html and output/a.md in 0 s
        b.md:1:15: error: the expression ends where a value should follow
        Two {eval}`1 +`.
                      ^
        b.md: 1 error; nothing written
        c.md → output/c.html and output/c.md in 0 s

        """)
    #expect(desk.files(in: "output") == ["a.html", "a.md", "c.html", "c.md"])
  }
}
