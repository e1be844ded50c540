import Foundation
import Testing

/// Pinned values are verified, and rewritten when asked.
@Suite struct PinnedValueTests {
  private let notebook =
    Notebooks.load + "There are <!--=wine.rows-->41<!--/--> wines, é <!--=wine.rows / 2-->19<!--/--> of them.\n"
  private let fixed =
    Notebooks.load + "There are <!--=wine.rows-->40<!--/--> wines, é <!--=wine.rows / 2-->20<!--/--> of them.\n"

  @Test func staleValuesEndWith1() throws {
    let desk = try Desk(["nb.md": notebook, "wine.csv": Notebooks.wine])
    let run = try desk.run("nb.md", "--quiet")
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix(
        "nb.md:5:28: error: the pinned value of 'wine.rows' is '41', but should be '40'; --fix rewrites it\n"))
    #expect(run.errors.split(separator: "\n").count == 6)
    #expect(try desk.text("nb.md") == notebook)
  }

  @Test(arguments: ["", "\u{FEFF}"], ["\n", "\r\n"]) func fixRewritesThem(mark: String, lineEnd: String) throws {
    func text(_ text: String) -> String {
      mark + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
    }
    let desk = try Desk(["nb.md": text(notebook), "wine.csv": Notebooks.wine])
    let run = try desk.run("nb.md", "--quiet", "--fix")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try desk.text("nb.md") == text(fixed))
    #expect(desk.files() == ["nb.md", "output/nb.html", "output/nb.md", "wine.csv"])
  }

  /// The report of a notebook that was mended is the report of the mended notebook.
  @Test func fixedReportIsThatOfTheFixedNotebook() throws {
    let desk = try Desk(["nb.md": notebook, "wine.csv": Notebooks.wine])
    _ = try desk.run("nb.md", "--fix")
    let first = try desk.data("output/nb.html")
    #expect(try desk.run("nb.md").status == 0)
    #expect(try desk.data("output/nb.html") == first)
  }
}
