import Foundation
import Testing

/// Files that cells write beside the report.
@Suite struct WrittenFileTests {
  private static let fit = "```{fit} g\ndata: wine\ncolumns: [residual sugar, alcohol]\ncomponents: 2\n"
  private static let writing =
    Notebooks.load + fit + "write: labels.csv\nsave: model/g.json\n```\n\n"
    + "```{predict} p\nfit: g\ndata: wine\nwrite: predictions.csv\n```\n"
  private static let files = ["nb/labels.csv", "nb/model/g.json", "nb/predictions.csv"]

  private func desk(_ notebook: String) throws -> Desk { try Desk(["nb.md": notebook, "wine.csv": Notebooks.wine]) }

  /// Beside either format, and both link to them.
  @Test(arguments: [("html", "nb.html"), ("md", "nb.md")])
  func theyStandInTheReportsFolder(format: String, page: String) throws {
    let desk = try desk(Self.writing)
    let run = try desk.run("nb.md", "--quiet", "--format", format)
    #expect(run.status == 0, "\(run.errors)")
    #expect(desk.files(in: "output") == ([page] + Self.files).sorted())
    let text = try desk.text("output/" + page)
    for file in Self.files { #expect(text.contains(format == "html" ? "href=\"\(file)\"" : "](\(file))")) }
    let rows = try desk.text("output/nb/labels.csv").split(separator: "\n")
    #expect(rows.count == 41 && rows[40].hasPrefix("40,"))
    // The rows are those of the fit, which judges them likewise.
    #expect(try desk.data("output/nb/labels.csv") == (try desk.data("output/nb/predictions.csv")))
  }

  @Test func aSecondNotebookReadsTheFit() throws {
    let desk = try desk(Self.writing)
    #expect(try desk.run("nb.md", "--quiet").status == 0)
    try desk.write(
      Notebooks.load + "```{load} m\nfile: output/nb/model/g.json\n```\n\n```{predict} p\nfit: m\ndata: wine\n"
        + "write: again.csv\n```\n", to: "two.md")
    let run = try desk.run("two.md", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try desk.data("output/two/again.csv") == (try desk.data("output/nb/labels.csv")))
  }

  /// A requirement that does not hold ends the run with its place and values; what was written before stays.
  @Test func aFalseRequirementLeavesTheLastGoodOutput() throws {
    let desk = try desk(Self.writing)
    #expect(try desk.run("nb.md", "--quiet").status == 0)
    let good = try desk.files(in: "output").map { try desk.data("output/\($0)") }
    try desk.write(
      Notebooks.load + Self.fit + "restarts: 3\nwrite: labels.csv\nrequire:\n  - components == 3\n```\n", to: "nb.md")
    let run = try desk.run("nb.md", "--quiet")
    #expect(run.status == 1)
    #expect(
      run.errors == """
        nb.md:12:5: error: the requirement 'components == 3' of 'g' does not hold; components is 2
          - components == 3
            ^
        nb.md: 1 error; nothing written

        """)
    #expect(try desk.files(in: "output").map { try desk.data("output/\($0)") } == good)
  }

  /// The name of a notebook may hold what an address may not.
  @Test func linksAreAddresses() throws {
    let desk = try Desk([
      "50 % ü.md": Notebooks.load + Self.fit + "write: labels.csv\n```\n", "wine.csv": Notebooks.wine,
    ])
    #expect(try desk.run("50 % ü.md", "--quiet").status == 0)
    #expect(desk.files(in: "output").contains("50 % ü/labels.csv"))
    #expect(try desk.text("output/50 % ü.md").contains("](50%20%25%20%C3%BC/labels.csv)"))
  }
}
