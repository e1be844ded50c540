import Directives
import Foundation
import Reports
import Testing

/// Fits saved as JSON and read again.
@Suite struct SavedFitTests {
  private static let fit =
    cell("load faithful", "file: faithful.csv", "units: {waiting: min}", "rename: {eruptions: 'the \"e\" ü'}")

  private func saved(_ options: String...) throws -> String {
    let cells = Self.fit + cell("fit g", (["data: faithful", "save: g.json"] + options).joined(separator: "\n"))
    let file = try #require(try Workbench.withData().run(cells).report.attachments.first)
    #expect(file.name == "g.json")
    return String(decoding: file.contents, as: UTF8.self)
  }

  /// Saved and read again, a mixture gives the same densities to the bit, with or without noise and for one component.
  @Test(arguments: [["components: 3"], ["components: 1"], ["components: 2", "noise: auto"]])
  func isTheSameToTheBit(options: [String]) throws {
    let text = try saved(options.joined(separator: "\n"))
    var bench = try Workbench.withData()
    bench.files["models/g.json"] = text
    let outcome = try bench.run(
      Self.fit + cell("fit g", "data: faithful", options.joined(separator: "\n"))
        + cell("load m", "file: models/g.json") + cell("predict p", "fit: g", "data: faithful")
        + cell("predict q", "fit: m", "data: faithful")
        + cell(
          "claim", "- all(p.log_density == q.log_density)", "- all(p.responsibility_1 == q.responsibility_1)",
          "- all(p.label == q.label) and all(p.outlier == q.outlier)", "- m.components == g.components",
          "- m.means[1].waiting == g.means[1].waiting", "- all(m.weights == g.weights)"))
    #expect(outcome.falseClaims.map(\.line) == [])
    #expect(outcome.report.provenance.dataFiles.contains { $0.name == "models/g.json" })
  }

  /// Other programs read it too.
  @Test func isJSON() throws {
    let text = try saved("components: 2", "seed: 18446744073709551615")
    let root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(root["format"] as? String == "gmm-report mixture" && root["version"] as? Double == 1)
    let columns = try #require(root["columns"] as? [[String: String]])
    #expect(columns == [["name": "the \"e\" ü"], ["name": "waiting", "unit": "min"]])
    let means = try #require(root["means"] as? [[String: Double]])
    #expect(means.count == 2 && abs((means[0]["waiting"] ?? 0) - 54.5) < 1)
    let fit = try #require(root["fit"] as? [String: Any])
    #expect(
      fit["rows"] as? Int == 272 && fit["data"] as? String == "faithful" && fit["outcome"] as? String == "converged")
    let options = try #require(root["options"] as? [String: Any])
    #expect(options["seed"] as? UInt64 == .max && options["restarts"] as? Int == 10)
    #expect(try saved("components: 2", "seed: 18446744073709551615") == text)
  }

  @Test func aLoadedMixtureIsAMixture() throws {
    var bench = try Workbench.withData()
    bench.files["g.json"] = try saved("components: 2")
    let outcome = try bench.run(
      cell("load m", "file: g.json") + cell("condition c", "fit: m", "columns: [waiting]")
        + cell("sample s", "n: 5", "fit: m") + cell("table", "fit: m")
        + cell("claim", "- s.columns == 3 and s.waiting.count == 5", "- c.median > 70 and c.median < 80"))
    #expect(outcome.falseClaims.map(\.line) == [])
    #expect(outcome.report.tables.first?.caption.plainText == "Parameters of the mixture, g.json, K = 2.")
    #expect(
      try bench.figures(cell("load m", "file: g.json") + cell("plot fig-m", "kind: mixture", "fit: m", "x: waiting"))
        .map(\.problems) == [""])
  }

  /// A mixture that was saved at its maximum is a start that moves no further.
  @Test func aLoadedMixtureIsAStart() throws {
    var bench = try Workbench.withData()
    bench.files["g.json"] = try saved("components: 2", "tolerance: 1e-12")
    let outcome = try bench.run(
      Self.fit + cell("load m", "file: g.json") + cell("fit h", "data: faithful", "components: 2", "init: {fit: m}")
        + cell("claim", "- h.iterations <= 2", "- abs(h.means[1].waiting - m.means[1].waiting) < 1e-4"))
    #expect(outcome.falseClaims.map(\.line) == [])
  }

  private static let small = """
    {
      "format": "gmm-report mixture",
      "version": 1,
      "columns": [{"name": "x", "unit": "mm"}, {"name": "y"}],
      "weights": [0.5, 0.5],
      "means": [{"x": 0, "y": 1}, {"x": 3, "y": 4}],
      "covariances": [
        {"x": {"x": 1, "y": 0}, "y": {"x": 0, "y": 1}},
        {"x": {"x": 1, "y": 0.5}, "y": {"x": 0.5, "y": 1}}
      ]
    }
    """

  @Test(arguments: [
    ("", "", ""),
    (
      "{\n  \"format\"", "[\n  {\"format\"",
      ", line 1, column 1: the list opened here is not closed (its items are parted by ',' and end with ']')"
    ),
    (
      "0.5, 0.5],", "0.5, 0.5,",
      ", line 5, column 14: the list opened here is not closed (its items are parted by ',' and end with ']')"
    ),
    (
      "gmm-report mixture", "another",
      ", line 1, column 1: this is no saved fit ('save: NAME.json' of a fit writes one)"
    ),
    (
      "\"version\": 1", "\"version\": 2",
      ", line 3, column 14: the file is of version 2, and this gmm-report reads version 1 (save the fit again, or read it with a newer gmm-report)"
    ),
    ("\"weights\"", "\"wieghts\"", ", line 1, column 1: there is no 'weights' (is it 'wieghts'?)"),
    ("[0.5, 0.5]", "[0.5, half]", ", line 5, column 20: expected a number, not 'half'"),
    (
      "[0.5, 0.5]", "[0.5, 0.4]", ", line 1, column 1: this is not a Gaussian mixture: its weights add up to 0.9, not 1"
    ),
    ("[0.5, 0.5]", "[1]", ", line 1, column 1: this is not a Gaussian mixture: 1 weights come with 2 means"),
    ("{\"x\": 3, \"y\": 4}", "{\"x\": 3}", ", line 6, column 31: there is no 'y'"),
    (
      "{\"x\": 3, \"y\": 4}", "{\"x\": 3, \"y\": 4, \"z\": 5}",
      ", line 6, column 49: 'z' is none of the columns (the columns are x and y)"
    ),
    ("{\"x\": 3, \"y\": 4}", "[3, 4]", ", line 6, column 31: expected a mapping, not a list"),
    (
      "{\"x\": 1, \"y\": 0.5}, \"y\": {\"x\": 0.5", "{\"x\": 1, \"y\": 2}, \"y\": {\"x\": 2",
      ", line 1, column 1: this is not a Gaussian mixture: covariance 2 is not positive definite"
    ),
    ("\"x\", \"unit\": \"mm\"", "\"y\"", ", line 4, column 14: there are two columns 'y'"),
  ])
  func brokenFilesAreNamed(_ good: String, _ bad: String, _ expected: String) throws {
    let bench = Workbench(files: ["g.json": Self.small.replacing(good, with: bad)])
    let found = bench.mistakes(cell("load m", "file: g.json"))
    #expect(found == (expected.isEmpty ? [] : ["2:7: g.json" + expected]))
  }

  @Test func optionsOfTablesMeanNothing() throws {
    let bench = Workbench(files: ["g.json": Self.small])
    #expect(
      bench.mistakes(cell("load m", "file: g.json", "where: x > 3", "units: {x: m}")) == [
        "3:8: 'where' means nothing for a saved fit", "4:8: 'units' means nothing for a saved fit",
      ])
    #expect(
      bench.mistakes(cell("load m", "file: h.json")) == ["2:7: there is no file 'h.json' (did you mean 'g.json'?)"])
  }
}
