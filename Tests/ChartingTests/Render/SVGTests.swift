import Charting
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SVGTests {
  let text: TextMeasurer

  init() throws { text = try TextMeasurer() }

  private func elements(_ primitives: Primitive...) throws -> [Elements.Element] {
    try Elements.of(Scene(size: Size(100, 50), background: .white, primitives: primitives).svg(text: text))
  }

  @Test func specimenIsXMLOfItsSize() throws {
    let elements = try Elements.of(specimen().svg(text: text))
    let root = try #require(elements.first)
    #expect(root.name == "svg")
    #expect(root.attributes["width"] == "360" && root.attributes["height"] == "236")
    #expect(root.attributes["viewBox"] == "0 0 360 236")
  }

  @Test func isTheSameTwiceWhateverWasDrawnBefore() throws {
    let first = try specimen().svg(text: text)
    _ = try Scene(size: Size(30, 30), background: .black).svg(text: text)
    #expect(try specimen().svg(text: TextMeasurer()) == first)
  }

  /// Ids are given once, and references lead to them.
  @Test func referencesLeadToDefinitions() throws {
    let elements = try Elements.of(specimen().svg(text: text))
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let uses = elements.compactMap { $0.attributes["xlink:href"] }.filter { $0.hasPrefix("#") }
    let clips = elements.compactMap { $0.attributes["clip-path"] }
    #expect(!uses.isEmpty && !clips.isEmpty)
    #expect(Set(uses.map { String($0.dropFirst()) }).isSubset(of: ids))
    #expect(Set(clips.map { String($0.dropFirst(5).dropLast()) }).isSubset(of: ids))
  }

  @Test func aCloudRepeatsNoOutline() throws {
    let points = (0..<1599).map { Point(Double($0 % 700) + 0.123, Double($0 * 7 % 500)) }
    let scene = Scene(
      size: Size(720, 540), background: .white,
      primitives: [.symbols(SymbolStamps(.circle, size: 4, at: points, color: Color(0x2F4B8F, alpha: 0.3)))])
    let file = try scene.svg(text: text)
    #expect(file.utf8.count < 100_000)
    let uses = try Elements.of(file).filter { $0.name == "use" }
    #expect(uses.count == 1599)
    #expect(uses[701].attributes["x"] == "1.12" && uses[701].attributes["y"] == "407")
  }

  @Test func colourAndOutlineOfSymbols() throws {
    let stamps = SymbolStamps(
      .square, size: 5, at: [Point(1, 2), Point(.nan, 2), Point(3, 4)],
      colors: [.black, .white, Color(0xDF6A10, alpha: 0.5)], outline: Stroke(.white, width: 1.5))
    let elements = try elements(.symbols(stamps))
    let group = try #require(elements.first { $0.name == "g" })
    #expect(group.attributes["fill"] == "#000000" && group.attributes["stroke-width"] == "1.5")
    // The outline lies under the fill.
    #expect(group.attributes["paint-order"] == "stroke")
    let uses = elements.filter { $0.name == "use" }
    #expect(uses.map { $0.attributes["fill"] } == [nil, "#DF6A10"])
    #expect(uses[1].attributes["fill-opacity"] == "0.5")
  }

  @Test func linesBreakWhereTheyHaveNoPlace() throws {
    let line = Path.polyline([Point(0, 2), Point(4, 2), Point(.nan, 5), Point(8, 2.346), Point(12, -0.001)])
    let path = try #require(try elements(.stroke(line, Stroke(.black, dash: [5, 3]))).first { $0.name == "path" })
    #expect(path.attributes["d"] == "M0 2L4 2M8 2.35L12 0")
    #expect(path.attributes["fill"] == "none" && path.attributes["stroke-dasharray"] == "5 3")
  }

  @Test func lettersStandWhereTheyAreMeasured() throws {
    let run = TextRun("HIH", at: Point(50, 30), style: TextStyle(12), color: .black, anchor: .end, angle: -90)
    let path = try #require(try elements(.text(run)).first { $0.name == "path" })
    #expect(path.attributes["transform"] == "translate(50 30) rotate(-90)")
    let data = try #require(path.attributes["d"])
    let numbers = data.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
    let extents = text.extents(of: run.text, style: run.style)
    // Straight letters: no control points, so the ends are the ink.
    let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    let (left, right, top, bottom) = (xs.min() ?? .nan, xs.max() ?? .nan, ys.min() ?? .nan, ys.max() ?? .nan)
    #expect(abs(left - (extents.ink.minX - extents.width)) < 0.02)
    #expect(abs(right - (extents.ink.maxX - extents.width)) < 0.02)
    #expect(abs(top - extents.ink.minY) < 0.02 && abs(bottom) < 0.02)
  }

  @Test func rastersAreImages() throws {
    let colors = [Color(0xC0392B), .black, Color(0x15806A), .white]
    let raster = RasterImage(in: Rect(x: 1, y: 2, width: 6, height: 4), width: 2, height: 2, colors: colors)
    let image = try #require(try elements(.image(raster)).first { $0.name == "image" })
    #expect(["x", "y", "width", "height"].map { image.attributes[$0] } == ["1", "2", "6", "4"])
    let address = try #require(image.attributes["xlink:href"])
    let prefix = "data:image/png;base64,"
    #expect(address.hasPrefix(prefix))
    let file = try #require(Data(base64Encoded: String(address.dropFirst(prefix.count))))
    #expect(try PNGImage.decode([UInt8](file)).pixels == raster.pixels)
  }

  @Test func theTitleIsThatOfTheScene() throws {
    let run = TextRun(
      "a < b & \u{1}c", at: .zero, style: TextStyle(12), color: .black, anchor: .start, role: .title)
    let scene = Scene(size: Size(10, 10), background: .white, primitives: [.text(run)])
    #expect(try scene.svg(text: text).contains("<title>a &lt; b &amp; c</title>"))
    #expect(try Elements.of(scene.svg(text: text)).contains { $0.name == "title" })
  }

  @Test func noPictureIsAnError() {
    #expect(throws: RenderError.self) { try Scene(size: Size(0, 10), background: .white).svg(text: text) }
  }
}

/// The elements of an XML file, in order.
private final class Elements: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
  }

  private var found: [Element] = []

  /// - Throws: when the file is not well-formed.
  static func of(_ file: String) throws -> [Element] {
    let reader = Elements()
    let parser = XMLParser(data: Data(file.utf8))
    parser.delegate = reader
    if !parser.parse() { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    return reader.found
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    found.append(Element(name: name, attributes: attributes))
  }
}
