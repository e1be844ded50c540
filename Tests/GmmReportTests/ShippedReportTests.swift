import Foundation
import ReportChecks
import Testing

/// What holds for the report of every notebook in notebooks/.
@Suite struct ShippedReportTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try #require(try ShippedReports.rendered()[path], "\(path) is not rendered"), as: UTF8.self)
  }

  @Test(arguments: RenderedFolder.shippedNotebooks) func pageIsValidAndStandsAlone(notebook: String) throws {
    #expect(try PageChecker.mistakes(in: try text("\(notebook).html")) == [])
  }

  @Test(arguments: RenderedFolder.shippedNotebooks) func pageEmbedsEveryPictureInItsThemes(notebook: String) throws {
    let source = try String(
      contentsOf: RenderedFolder.repository.appending(path: "notebooks/\(notebook).md"), encoding: .utf8)
    let inOneTheme = source.split(separator: "\n").count { $0.hasPrefix("theme: ") }
    let pictures = try ShippedReports.rendered().keys.filter { $0.hasPrefix(notebook + "/") }
    let embedded = EmbeddedData(page: try text("\(notebook).html")).parts.filter { $0.mediaType == "image/png" }
    #expect(embedded.count == 2 * pictures.count - inOneTheme)
  }

  @Test(arguments: RenderedFolder.shippedNotebooks) func markdownShowsEveryPictureOnce(notebook: String) throws {
    let nodes = try #require(MarkdownNode.parsing(try text("\(notebook).md"))).all
    let shown = nodes.filter { $0.kind == "image" }.map(\.address)
    let pictures = try ShippedReports.rendered().keys.filter { $0.hasPrefix(notebook + "/") }
    #expect(shown.sorted() == pictures.sorted())
  }

  @Test(arguments: RenderedFolder.shippedNotebooks) func markdownLinksLeadSomewhere(notebook: String) throws {
    let nodes = try #require(MarkdownNode.parsing(try text("\(notebook).md"))).all
    let places = nodes.filter { $0.kind == "html_inline" && $0.literal.hasPrefix("<a id=") }
      .map { "#" + $0.literal.dropFirst("<a id=\"".count).dropLast(2) }
    let links = nodes.filter { $0.kind == "link" && $0.address.hasPrefix("#") }.map(\.address)
    #expect(Set(links).subtracting(places) == [])
  }

  /// Nothing of the machine or of the day reaches a report.
  @Test(arguments: RenderedFolder.shippedNotebooks) func namesNoPlaceOrHost(notebook: String) throws {
    let host = ProcessInfo.processInfo.hostName
    for name in ["\(notebook).html", "\(notebook).md"] {
      let text = EmbeddedData(page: try text(name)).text
      #expect(!text.contains(RenderedFolder.repository.path), "\(name)")
      #expect(!text.contains(FileManager.default.temporaryDirectory.path + "/"), "\(name)")
      if host.count > 8, host != "localhost" { #expect(!text.contains(host), "\(name)") }
    }
  }
}
