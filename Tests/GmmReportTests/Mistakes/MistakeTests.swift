import Testing

/// Mistakes that newcomers make, and every word that they read then.
@Suite struct MistakeTests {
  /// A notebook with a mistake in its last part, and what is printed about it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var notebook: String
    var message: String

    init(_ description: String, _ notebook: String, says message: String) {
      (testDescription, self.notebook, self.message) = (description, notebook, message)
    }
  }

  @Test(arguments: names + options + values + texts)
  func isExplained(_ mistake: Mistake) throws {
    let desk = try Desk([
      "nb.md": mistake.notebook, "wine.csv": Notebooks.wine, "ragged.csv": "a,b\n1,2\n3\n",
      "gaps.csv": "a,b\n1,2\n3,NA\n5,4\n",
    ])
    let before = desk.files()
    let run = try desk.run("nb.md", "--quiet")
    #expect(run.status == 1)
    #expect(run.errors == mistake.message + "\nnb.md: 1 error; nothing written\n")
    #expect(desk.files() == before)
  }

  @Test func allMistakesAreReportedTogether() throws {
    let notebook = "```{load} wine\nfile: wines.csv\n```\n\nSee @fig-none.\n\n```{fot} g\n```\n\n{eval}`nothing`\n"
    let desk = try Desk(["nb.md": notebook, "wine.csv": Notebooks.wine])
    let run = try desk.run("nb.md")
    #expect(run.status == 1)
    let heads = run.errors.split(separator: "\n").filter { $0.contains("nb.md") }.map(String.init)
    #expect(
      heads == [
        "nb.md:2:7: error: there is no file 'wines.csv'; did you mean 'wine.csv'?",
        "nb.md:5:6: error: unknown reference '@fig-none'; nothing in this notebook has a label",
        "nb.md:7:5: error: unknown directive 'fot'; did you mean 'fit'?",
        "nb.md:10:8: error: unknown name 'nothing'",
        "nb.md: 4 errors; nothing written",
      ])
  }
}
