import Foundation
import Tables
import Testing

@Suite struct NumbersTests {
  /// 300,000 rows, more than two blocks, some of whose cells are missing.
  private func table(_ place: NumberPlace) throws -> Table {
    let lines = (0..<300_000).map { "\(($0 * 7919) % 300_007),\($0 % 1000 == 3 ? "" : "\(Double($0 % 1013) / 7)")\n" }
    return try CSV(FileBytes(Array(("a,b\n" + lines.joined()).utf8))).table(keepingIn: place, threads: 2)
  }

  @Test func aFileHoldsTheSameBits() throws {
    let (kept, filed) = (try table(.memory), try table(.file))
    for (a, b) in zip(kept.columns, filed.columns) {
      let (a, b) = (try #require(a.numbers), try #require(b.numbers))
      #expect(a.place == .memory && b.place == .file)
      #expect(zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern })
      #expect(b.array.map(\.bitPattern) == a.array.map(\.bitPattern))
      #expect(Summary(a) == Summary(b))
    }
    #expect(filed.rowNumbers == kept.rowNumbers)
  }

  @Test func operationsStayInTheFileAndGiveTheSameBits() throws {
    let (kept, filed) = (try table(.memory), try table(.file))
    let even = (0..<300_000).map { $0 % 5 == 4 ? nil : Bool?.some($0 % 2 == 0) }
    let changes: [@Sendable (Table) throws -> Table] = [
      { try $0.filtered(even) }, { try $0.droppingMissing() }, { try $0.fillingWithMeans() }, { try $0.standardized() },
    ]
    for change in changes {
      let (a, b) = (try change(kept), try change(filed))
      #expect(a.rowNumbers == b.rowNumbers)
      for (a, b) in zip(a.columns, b.columns) {
        let (a, b) = (try #require(a.numbers), try #require(b.numbers))
        #expect(b.place == .file)
        #expect(a.array.map(\.bitPattern) == b.array.map(\.bitPattern))
      }
    }
  }

  @Test func theFileHasNoName() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("numbers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("x.csv")
    try Data("x\n1\n2\n".utf8).write(to: file)
    let bytes = try #require(FileBytes(path: file.path))
    let table = try CSV(bytes).table(keepingIn: .file)
    #expect(table.columns[0].numbers == [1, 2])
    #expect(FileBytes(path: folder.path + "/none.csv") == nil)
  }

  @Test func aLongFileIsMapped() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("numbers-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = Data("\u{FEFF}x,y\n".utf8) + Data(repeatElement("12.5,-3\n", count: 1 << 21).joined().utf8)
    try text.write(to: file)
    let bytes = try #require(FileBytes(path: file.path))
    #expect(bytes.count == text.count)
    let table = try CSV(bytes).table(threads: 2)
    #expect(table.columnNames == ["x", "y"] && table.rowCount == 1 << 21)
    #expect(table.columns[0].numbers?.allSatisfy { $0 == 12.5 } == true)
    #expect(table.columns[1].numbers?.allSatisfy { $0 == -3 } == true)
  }
}
