import Foundation
import MathFont
import Testing

struct MathFontTests {
  /// The tags in the table directory of a WOFF file, and where each table lies.
  private func tables(_ file: [UInt8]) -> [String: (offset: Int, stored: Int, length: Int)] {
    func word(_ at: Int) -> Int { file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    var tables: [String: (offset: Int, stored: Int, length: Int)] = [:]
    for entry in (0..<Int(file[12]) << 8 + Int(file[13])).map({ 44 + 20 * $0 }) {
      let tag = String(decoding: file[entry..<entry + 4], as: UTF8.self)
      tables[tag] = (word(entry + 4), word(entry + 8), word(entry + 12))
    }
    return tables
  }

  @Test func keepsTheTablesThatMathematicsNeeds() throws {
    let face = try MathFont.subset(scalars: ["x", "⏟", "("])
    #expect(face.data.prefix(4).elementsEqual("wOFF".utf8))
    #expect(face.data[4..<8].elementsEqual("OTTO".utf8))
    #expect((face.format, face.mediaType) == ("woff", "font/woff"))
    let tables = tables(face.data)
    for tag in ["MATH", "CFF ", "cmap", "head", "hhea", "hmtx", "maxp"] { #expect(tables[tag] != nil, "\(tag)") }
    for (tag, table) in tables {
      #expect(table.stored <= table.length, "\(tag)")
      #expect(table.offset % 4 == 0 && table.offset + table.stored <= face.data.count, "\(tag)")
    }
    let stated = face.data[8..<12].reduce(0) { $0 << 8 | Int($1) }
    #expect(stated == face.data.count)
  }

  @Test func glyphsAreThoseAskedForAndTheRoot() throws {
    let glyphs = try MathFont.subset(scalars: ["𝜇", "x", "∑"]).glyphs
    #expect(glyphs == ["x", "∑", "√", "𝜇"])
    #expect(try MathFont.subset(scalars: []).glyphs == ["√"])
  }

  @Test func lacksWhatTheFontLacks() throws {
    #expect(try MathFont.subset(scalars: ["x", "語"]).glyphs == ["x", "√"])
  }

  @Test func sameScalarsSameBytes() throws {
    let scalars = Set("p(x)=∑𝜋𝒩−⏟".unicodeScalars)
    #expect(try MathFont.subset(scalars: scalars) == MathFont.subset(scalars: scalars))
  }

  @Test func isSmall() throws {
    var scalars = Set((0x20...0x7E).compactMap(Unicode.Scalar.init))
    scalars.formUnion((0x1D6FC...0x1D71B).compactMap(Unicode.Scalar.init))
    scalars.formUnion((0x1D434...0x1D467).compactMap(Unicode.Scalar.init))
    scalars.formUnion("∑∏∫√≤≥≈∈ℝ𝒩⏟⏞∞−×‖⟨⟩".unicodeScalars)
    #expect(try MathFont.subset(scalars: scalars).data.count < 100_000)
  }

  @Test func missingFontNamesItsPackage() {
    let error = #expect(throws: MathFontError.self) { try MathFont.subset(scalars: [], folders: ["/nowhere"]) }
    #expect(
      error?.message
        == "the font Latin Modern Math (latinmodern-math.otf) is not installed: apt-get install fonts-lmodern, "
        + "or brew install --cask font-latin-modern-math")
  }

  @Test func damagedFontIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "MathFontTests-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "latinmodern-math.otf")
    try Data("no font".utf8).write(to: file)
    #expect(throws: MathFontError.unreadable(path: file.path)) {
      try MathFont.subset(scalars: ["x"], folders: [folder.path])
    }
  }
}
