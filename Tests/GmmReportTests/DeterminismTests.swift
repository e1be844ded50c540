import Foundation
import Testing

/// The same notebook gives the same bytes, whenever, wherever and in whatever surroundings it is run.
@Suite struct DeterminismTests {
  private func files(_ desk: Desk, in folder: String) throws -> [String: Data] {
    Dictionary(uniqueKeysWithValues: try desk.files(in: folder).map { ($0, try desk.data("\(folder)/\($0)")) })
  }

  @Test func surroundingsChangeNothing() throws {
    let desk = try Desk(["in/nb.md": Notebooks.good, "in/wine.csv": Notebooks.wine])
    #expect(try desk.run("in/nb.md", "--output", "first").status == 0)
    let first = try files(desk, in: "first")
    #expect(first.count == 3)

    #expect(try desk.run("in/nb.md", "--output", "again").status == 0)
    #expect(try files(desk, in: "again") == first)

    let surroundings = [
      "TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nowhere",
      "FONTCONFIG_FILE": "/nowhere",
    ]
    let run = try desk.run("in/nb.md", "--output", "elsewhere", environment: surroundings)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try files(desk, in: "elsewhere") == first)

    let inside = try Program.run(["nb.md", "--output", "out"], in: desk.folder.appending(path: "in"))
    #expect(inside.status == 0)
    #expect(try files(desk, in: "in/out") == first)
  }

  @Test func reportsNameNoFolder() throws {
    let desk = try Desk(["nb.md": Notebooks.good, "wine.csv": Notebooks.wine])
    #expect(try desk.run(desk.folder.appending(path: "nb.md").path).status == 0)
    for name in ["output/nb.html", "output/nb.md"] {
      #expect(!(try desk.text(name).contains(desk.folder.lastPathComponent)), "\(name)")
    }
  }
}
