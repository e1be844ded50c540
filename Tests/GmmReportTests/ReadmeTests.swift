import Foundation
import Testing

/// What the README says is so.
@Suite struct ReadmeTests {
  private let readme: String
  private let repository = RenderedFolder.repository

  init() throws {
    readme = String(decoding: try Data(contentsOf: repository.appending(path: "README.md")), as: UTF8.self)
  }

  /// The contents of the fences of one kind, in order.
  private func fences(_ language: String, mark: String = "```") -> [String] {
    readme.components(separatedBy: "\n\(mark)\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n\(mark)\n").first }
  }

  @Test func continuousIntegrationRunsTheCommandOfTheTests() throws {
    let script = String(decoding: try Data(contentsOf: repository.appending(path: ".ci/run")), as: UTF8.self)
    let command = try #require(fences("sh").first { $0.contains("swift test") })
    #expect(script.hasSuffix("\n\(command)\n"))
    #expect(script.contains("set -euo pipefail\n"))
  }

  @Test func theExampleRuns() throws {
    let example = try #require(fences("markdown", mark: "````").first)
    let desk = try Desk(["notebooks/alcohol.md": example + "\n"])
    let data = "notebooks/data/winequality.csv"
    try desk.write(try Data(contentsOf: repository.appending(path: data)), to: data)
    let run = try desk.run("notebooks/alcohol.md", "--quiet", "--strict")
    #expect(run.status == 0, "\(run.errors)")
    #expect(desk.files(in: "output") == ["alcohol.html", "alcohol.md", "alcohol/fig-alcohol.png"])

    let three = try desk.run("notebooks/alcohol.md", "--param", "k=3", "--output", "three", "--quiet")
    #expect(three.errors.split(separator: "\n").allSatisfy { !$0.contains("error") || $0.contains("the claim") })

    try desk.write(example.replacingOccurrences(of: "[alcohol]", with: "[alcohl]") + "\n", to: "notebooks/alcohol.md")
    let mistake = try #require(fences("text").first { $0.contains("alcohl") })
    #expect(try desk.run("notebooks/alcohol.md").errors == mistake + "\n")
  }

  @Test func everyDirectiveIsListed() throws {
    let names = try Desk().run("directives").output.split(separator: "\n")
      .compactMap { $0.wholeMatch(of: #/  \{([a-z-]+)\}.*/#)?.1 }
    #expect(names.count >= 9)
    for name in names { #expect(readme.contains("\n| `{\(name)}"), "\(name)") }
    #expect(readme.components(separatedBy: "\n| `{").count - 1 == names.count)
  }

  @Test func filesThatAreNamedExist() throws {
    let links = readme.matches(of: #/\]\(([^)#]+)\)/#).map { String($0.1) }
    let paths = readme.matches(of: #/`((?:Sources|Tests|notebooks)/[^`…*]+)`/#).map { String($0.1) }
    #expect(links.count >= 3 && paths.count >= 5)
    for path in links + paths where path != "notebooks/alcohol.md" {
      #expect(FileManager.default.fileExists(atPath: repository.appending(path: path).path), "\(path)")
    }
  }
}
