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

  /// Cells, restarts, the cells of a selection and figures all share out their work.
  @Test func threadsChangeNothing() throws {
    let notebook =
      Notebooks.good
        + """
        ```{fit} many
        data: wine
        columns: [residual sugar, alcohol]
        components: 3
        restarts: 20
        write: rows.csv
        ```

        ```{select} sel
        data: wine
        columns: [residual sugar, alcohol]
        components: 1..3
        ```

        ```{plot} fig-density
        kind: density
        fit: many
        x: residual sugar
        y: alcohol
        ```

        ```{plot} fig-selection
        kind: selection
        select: sel
        ```

        The best of {eval}`many.starts.rows` starts has {eval}`many.loglik`, {eval}`sel.best.components` are best.

        """
    let desk = try Desk(["nb.md": notebook, "wine.csv": Notebooks.wine])
    let reports = try [1, 2, 3, 7].map { threads in
      let run = try desk.run("nb.md", "--threads", "\(threads)", "--output", "\(threads)")
      #expect(run.status == 0, "\(run.errors)")
      return (files: try files(desk, in: "\(threads)"), lines: run.errors.count { $0 == "\n" })
    }
    for report in reports {
      #expect(report.files == reports[0].files)
      #expect(report.lines == reports[0].lines)
    }
  }

  @Test func reportsNameNoFolder() throws {
    let desk = try Desk(["nb.md": Notebooks.good, "wine.csv": Notebooks.wine])
    #expect(try desk.run(desk.folder.appending(path: "nb.md").path).status == 0)
    for name in ["output/nb.html", "output/nb.md"] {
      #expect(!(try desk.text(name).contains(desk.folder.lastPathComponent)), "\(name)")
    }
  }
}
