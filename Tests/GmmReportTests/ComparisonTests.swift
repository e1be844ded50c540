import Charting
import Foundation
import MathFont
import Testing

/// The comparisons of committed reports see what they are there to see.
@Suite struct ComparisonTests {
  private func picture(_ level: UInt8, width: Int = 8) throws -> [UInt8] {
    PNGImage(width: width, height: 8, pixels: [UInt8](repeating: level, count: 32 * width)).encoded()
  }

  private func page(_ text: String, _ mediaType: String, _ bytes: [UInt8]) -> Data {
    Data("<p>\(text)</p><img src=\"data:\(mediaType);base64,\(Data(bytes).base64EncodedString())\"> data: none".utf8)
  }

  @Test func textsDifferByTheirFirstLine() {
    #expect(CommittedOutputTests.difference(ofTexts: "a\nb\n", "a\nb\n") == nil)
    #expect(
      CommittedOutputTests.difference(ofTexts: "a\nb\n", "a\nc\n")
        == "line 2 differs\n  committed: b\n  rendered:  c")
    #expect(
      CommittedOutputTests.difference(ofTexts: "a", "a\nc") == "line 2 differs\n  committed: (the end)\n  rendered:  c")
  }

  @Test func picturesDifferByTheirPixels() throws {
    #expect(CommittedOutputTests.difference(ofPictures: try picture(9), try picture(9)) == nil)
    #expect(CommittedOutputTests.difference(ofPictures: try picture(9), try picture(99)) != nil)
    #expect(
      CommittedOutputTests.difference(ofPictures: try picture(9), try picture(9, width: 4))
        == "8 × 8 pixels are now 4 × 8")
    #expect(CommittedOutputTests.difference(ofPictures: [1, 2], try picture(9)) == "not a PNG file")
  }

  @Test func pagesDifferByTheirTextsAndParts() throws {
    let committed = page("A", "image/png", try picture(9))
    #expect(CommittedOutputTests.difference(ofPages: committed, committed) == nil)
    for other in [page("B", "image/png", try picture(9)), page("A", "image/png", try picture(99))] {
      #expect(CommittedOutputTests.difference(ofPages: committed, other) != nil)
    }
  }

  @Test func dataAreCutFromThePage() throws {
    let data = EmbeddedData(page: String(decoding: page("A", "image/png", [1, 2, 3]), as: UTF8.self))
    #expect(data.text == "<p>A</p><img src=\"data:…\"> data: none")
    #expect(data.parts.map(\.mediaType) == ["image/png"])
    #expect(data.parts.map(\.bytes) == [[1, 2, 3]])
  }

  @Test func facesDifferByTheirCharacters() throws {
    func face(_ scalars: Set<Unicode.Scalar>) throws -> [UInt8] { try MathFont.subset(scalars: scalars).data }
    #expect(FontCharacters.inWOFF(try face(["x", "∑", "𝜇"])) == [0x78, 0x2211, 0x221A, 0x1D707])
    #expect(FontCharacters.inWOFF([1, 2, 3]) == nil)
    let committed = page("A", "font/woff", try face(["x"]))
    #expect(CommittedOutputTests.difference(ofPages: committed, page("A", "font/woff", try face(["x"]))) == nil)
    #expect(CommittedOutputTests.difference(ofPages: committed, page("A", "font/woff", try face(["y"]))) != nil)
  }
}
