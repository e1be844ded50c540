import Foundation
import Testing

/// Which files are written where, and that a failure leaves those that were there.
@Suite struct OutputTests {
  private func desk(_ notebook: String = Notebooks.good) throws -> Desk {
    try Desk(["nb.md": notebook, "wine.csv": Notebooks.wine])
  }

  @Test(arguments: [
    ([], ["nb.html", "nb.md", "nb/fig-alcohol.png"]),
    (["--format", "html"], ["nb.html"]),
    (["--format", "md"], ["nb.md", "nb/fig-alcohol.png"]),
    (["--format", "md,html"], ["nb.html", "nb.md", "nb/fig-alcohol.png"]),
  ])
  func formatsAreChosen(arguments: [String], files: [String]) throws {
    let desk = try desk()
    #expect(try Program.run(["nb.md"] + arguments, in: desk.folder).status == 0)
    #expect(desk.files(in: "output") == files)
  }

  @Test(arguments: [
    (["--figures", "svg"], ["nb.html", "nb.md", "nb/fig-alcohol.png", "nb/fig-alcohol.svg"]),
    (
      ["--figures", "png,svg,pdf", "--format", "html"],
      [
        "nb.html", "nb/fig-alcohol.pdf", "nb/fig-alcohol.png", "nb/fig-alcohol.svg",
      ]
    ),
    (["--figures", "pdf", "--format", "html"], ["nb.html", "nb/fig-alcohol.pdf"]),
  ])
  func figuresAreWrittenInTheFormatsAskedFor(arguments: [String], files: [String]) throws {
    let desk = try desk()
    #expect(try Program.run(["nb.md"] + arguments, in: desk.folder).status == 0)
    #expect(desk.files(in: "output") == files)
  }

  @Test func theNotebookMayChooseTheFormatsOfItsFigures() throws {
    let desk = try desk(Notebooks.good.replacing("params:", with: "figures: svg\nparams:"))
    #expect(try desk.run("nb.md", "--format", "html").status == 0)
    #expect(desk.files(in: "output") == ["nb.html", "nb/fig-alcohol.svg"])
    #expect(try desk.text("output/nb/fig-alcohol.svg").hasPrefix("<?xml version=\"1.0\""))
    #expect(try desk.run("nb.md", "--format", "html", "--figures", "pdf").status == 0)
    #expect(desk.files(in: "output") == ["nb.html", "nb/fig-alcohol.pdf", "nb/fig-alcohol.svg"])
  }

  @Test func aWrongFormatInTheNotebookIsNamed() throws {
    let desk = try desk("---\nformats: [md, pdf]\n---\nText.\n")
    let run = try desk.run("nb.md", "--quiet")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("nb.md:2:15: error: expected html or md, not 'pdf'\n"), "\(run.errors)")
    #expect(desk.files(in: "output") == [])
  }

  @Test func theNotebookMayChooseItsFormats() throws {
    let desk = try desk("---\nformats: [md]\n---\nText.\n")
    #expect(try desk.run("nb.md").status == 0)
    #expect(desk.files(in: "output") == ["nb.md"])
    #expect(try desk.run("nb.md", "--format", "html").status == 0)
    #expect(desk.files(in: "output") == ["nb.html", "nb.md"])
  }

  @Test func filesOfTheNotebookAreRelativeToIt() throws {
    let desk = try Desk(["in/nb.md": Notebooks.good, "in/wine.csv": Notebooks.wine])
    let run = try desk.run("in/nb.md", "--output", "a/b", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    #expect(desk.files(in: "a/b") == ["nb.html", "nb.md", "nb/fig-alcohol.png"])
  }

  @Test(arguments: ["{eval}`wine.raws`\n", "```{fit} h\ndata: wine\ncolumns: [alcohol]\ncomponents: 41\n```\n"])
  func aFailureKeepsTheLastGoodReport(mistake: String) throws {
    let desk = try desk()
    #expect(try desk.run("nb.md").status == 0)
    let good = try desk.files(in: "output").map { try desk.data("output/\($0)") }
    try desk.write(Notebooks.good + "\n" + mistake, to: "nb.md")
    #expect(try desk.run("nb.md").status == 1)
    #expect(desk.files() == ["nb.md", "output/nb.html", "output/nb.md", "output/nb/fig-alcohol.png", "wine.csv"])
    #expect(try desk.files(in: "output").map { try desk.data("output/\($0)") } == good)
  }

  @Test func aFailureWritesNothing() throws {
    let desk = try desk(Notebooks.good + "\n{eval}`wine.raws`\n")
    #expect(try desk.run("nb.md").status == 1)
    #expect(desk.files() == ["nb.md", "wine.csv"])
  }

  /// A file stands where a folder is needed; permissions would not stop a test that is run by root.
  @Test(arguments: [
    ("wine.csv", "wine.csv: error: cannot be written; it is a file, not a folder"),
    ("wine.csv/deep", "wine.csv/deep: error: cannot be written; Not a directory"),
  ])
  func anUnusableFolderIsNamed(folder: String, message: String) throws {
    let desk = try desk()
    let run = try desk.run("nb.md", "--quiet", "--output", folder)
    #expect(run.status == 1)
    #expect(run.errors == message + "\n")
    #expect(desk.files() == ["nb.md", "wine.csv"])
    #expect(try desk.text("wine.csv") == Notebooks.wine)
  }

  /// A folder stands where the page should be: what could not be put in place is removed again.
  @Test func nothingTemporaryIsLeft() throws {
    let desk = try desk()
    try desk.write("kept", to: "output/nb.html/file")
    let run = try desk.run("nb.md", "--quiet")
    #expect(run.status == 1)
    #expect(run.errors == "output/nb.html: error: cannot be written; Is a directory\n")
    #expect(desk.files(in: "output").allSatisfy { !$0.contains(".new-") })
    #expect(try desk.text("output/nb.html/file") == "kept")
  }

  @Test(arguments: [
    ("nn.md", "nn.md: error: there is no such notebook; did you mean 'nb.md'?"),
    ("in/nb.md", "in/nb.md: error: there is no such notebook"),
    (".", ".: error: this is a folder; name the notebooks in it"),
    ("latin.md", "latin.md: error: the notebook is not UTF-8 text"),
  ])
  func whatIsNoNotebookIsNamed(path: String, message: String) throws {
    let desk = try desk()
    try desk.write(Data([0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72]), to: "latin.md")
    let run = try desk.run(path)
    #expect(run.status == 1)
    #expect(run.errors == message + "\n")
    #expect(desk.files() == ["latin.md", "nb.md", "wine.csv"])
  }
}
