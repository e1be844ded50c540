import Charting
import Testing

@Suite struct PDFTests {
  let text: TextMeasurer

  init() throws { text = try TextMeasurer() }

  private func latin(_ bytes: [UInt8]) -> String { String(bytes.map { Character(Unicode.Scalar($0)) }) }

  /// 360 × 236 px are 270 × 177 pt.
  @Test func thePageIsTheSceneInPoints() throws {
    let file = latin(try specimen().pdf(text: text))
    #expect(file.hasPrefix("%PDF-1."))
    #expect(file.contains("/MediaBox [ 0 0 270 177 ]"))
    #expect(file.contains("/Count 1\n"))
  }

  @Test func isTheSameTwiceAndNamesNoTime() throws {
    let first = try specimen().pdf(text: text)
    _ = try Scene(size: Size(30, 30), background: .black).pdf(text: text)
    #expect(try specimen().pdf(text: TextMeasurer()) == first)
    #expect(!latin(first).contains("Date"))
  }

  @Test func lettersAreLetters() throws {
    let file = latin(try specimen().pdf(text: text))
    #expect(file.contains("/ToUnicode") && file.contains("Inter"))
  }

  @Test func theTitleIsThatOfTheScene() throws {
    let run = TextRun("Two peaks", at: Point(0, 9), style: TextStyle(12), color: .black, role: .title)
    let scene = Scene(size: Size(10, 10), background: .white, primitives: [.text(run)])
    #expect(latin(try scene.pdf(text: text)).contains("/Title (Two peaks)"))
  }

  @Test func noPictureIsAnError() {
    #expect(throws: RenderError.self) { try Scene(size: Size(10, 0), background: .white).pdf(text: text) }
  }
}
