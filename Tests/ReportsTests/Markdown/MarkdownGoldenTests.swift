import Foundation
import ReportChecks
import Reports
import Testing

/// The sample report as GitHub gets it.
struct MarkdownGoldenTests {
  private let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Goldens")

  /// A changed text is written beside the golden, to be looked at and renamed.
  @Test func sampleReport() throws {
    let text = try #require(MarkdownRenderer().render(.sample()).files.first)
    #expect(text.path == "faithful.md")
    let golden = try? Data(contentsOf: folder.appendingPathComponent("faithful.md"))
    if golden != Data(text.contents) {
      try Data(text.contents).write(to: folder.appendingPathComponent("faithful-changed.md"))
    }
    #expect(golden == Data(text.contents), "see Goldens/faithful-changed.md")
  }

  @Test func lightPicturesOnly() throws {
    let files = try MarkdownRenderer().render(.sample()).files.dropFirst()
    #expect(files.map(\.path) == ["faithful/fig-waiting.png", "faithful/fig-grid.png"])
    #expect(files.allSatisfy { $0.contents == Report.Figure.Image.dots[0].data })
  }

  /// Every link within the report leads to a place in it.
  @Test func linksLeadSomewhere() throws {
    let text = try #require(MarkdownRenderer().render(.sample()).files.first).contents
    let nodes = try #require(MarkdownNode.parsing(String(decoding: text, as: UTF8.self))).all
    let places = nodes.filter { $0.kind == "html_inline" && $0.literal.hasPrefix("<a id=") }
      .map { "#" + $0.literal.dropFirst("<a id=\"".count).dropLast(2) }
    let links = nodes.filter { $0.kind == "link" && $0.address.hasPrefix("#") }.map(\.address)
    #expect(links.count >= 4)
    #expect(Set(links).subtracting(places) == [])
    #expect(Set(places).count == places.count)
  }
}
