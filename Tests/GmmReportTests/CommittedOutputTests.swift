import Charting
import Foundation
import Testing

/// The reports under output/ are what the notebooks render: texts exactly, pictures by their pixels, the maths face by
/// the characters it draws.
@Suite struct CommittedOutputTests {
  /// The reports whose page is committed beside their Markdown.
  private static let committedPages = ["wine"]

  /// Files of output/ that belong in the repository: pages of other notebooks are left to those who render them.
  private static var committed: [String] {
    RenderedFolder.files(in: output).filter { isCommitted($0) && !$0.hasPrefix(".") }
  }

  private static func isCommitted(_ path: String) -> Bool {
    !path.hasSuffix(".html") || committedPages.contains(String(path.dropLast(5)))
  }

  private static let output = RenderedFolder.repository.appending(path: "output")

  @Test func everyFileIsThereAndNoOther() throws {
    let rendered = try ShippedReports.rendered().keys.filter(Self.isCommitted).sorted()
    let missing = rendered.filter { !Self.committed.contains($0) }
    #expect(missing == [], "not in output/: \(advice(for: missing))")
    let left = Self.committed.filter { !rendered.contains($0) }
    #expect(left == [], "no notebook renders these files of output/ any more: delete them")
  }

  @Test(arguments: committed) func isWhatTheNotebookRenders(path: String) throws {
    guard let rendered = try ShippedReports.rendered()[path] else { return }  // told by the test above
    let committed = try Data(contentsOf: Self.output.appending(path: path))
    let difference =
      switch path.split(separator: ".").last {
      case "png": Self.difference(ofPictures: Array(committed), Array(rendered))
      case "html": Self.difference(ofPages: committed, rendered)
      default:
        Self.difference(ofTexts: String(decoding: committed, as: UTF8.self), String(decoding: rendered, as: UTF8.self))
      }
    if let difference { Issue.record("output/\(path): \(difference)\n\(advice(for: [path]))") }
  }

  private func advice(for paths: [String]) -> String {
    let notebooks = Set(paths.map { path in String(path.prefix { $0 != "/" && $0 != "." }) }).sorted()
    let names = notebooks.map { "notebooks/\($0).md" }.joined(separator: " ")
    return "look at what changed, then render again and commit: swift run -c release gmm-report \(names)"
  }

  // MARK: Comparing

  /// The first line that differs; `nil` when none does.
  static func difference(ofTexts committed: String, _ rendered: String) -> String? {
    if committed == rendered { return nil }
    let (old, new) = (lines(committed), lines(rendered))
    let index = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    func line(_ lines: [Substring]) -> String { index < lines.count ? String(lines[index].prefix(2000)) : "(the end)" }
    return "line \(index + 1) differs\n  committed: \(line(old))\n  rendered:  \(line(new))"
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  static func difference(ofPictures committed: [UInt8], _ rendered: [UInt8]) -> String? {
    guard let old = try? PNGImage.decode(committed), let new = try? PNGImage.decode(rendered) else {
      return "not a PNG file"
    }
    guard let difference = PixelDifference(old, new) else {
      return "\(old.width) × \(old.height) pixels are now \(new.width) × \(new.height)"
    }
    return difference.isNegligible ? nil : "the picture differs: \(difference)"
  }

  static func difference(ofPages committed: Data, _ rendered: Data) -> String? {
    let (old, new) = (
      EmbeddedData(page: String(decoding: committed, as: UTF8.self)),
      EmbeddedData(page: String(decoding: rendered, as: UTF8.self))
    )
    if let difference = difference(ofTexts: old.text, new.text) { return difference }
    for (number, (old, new)) in zip(old.parts, new.parts).enumerated() {
      let name = "embedded \(old.mediaType) \(number + 1)"
      switch old.mediaType {
      case "image/png":
        if let difference = difference(ofPictures: old.bytes, new.bytes) { return "\(name): \(difference)" }
      case "font/woff":
        guard let characters = FontCharacters.inWOFF(old.bytes), characters == FontCharacters.inWOFF(new.bytes) else {
          return "\(name): draws other characters"
        }
      default:
        if old.bytes != new.bytes { return "\(name): differs" }
      }
    }
    return nil
  }
}
