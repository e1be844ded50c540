import Tables
import Testing

/// Texts so long that they are read in several slices.
@Suite struct SlicesTests {
  private func table(
    _ text: [UInt8], keepingIn place: NumberPlace = .memory, threads: Int = 2
  ) throws(CSVError) -> Table {
    try CSV(FileBytes(text)).table(keepingIn: place, threads: threads)
  }

  /// Three megabytes: row i holds i, i/8 and i/3 as text.
  private func rows(_ count: Int = 100_000, lineEnd: String = "\n") -> [UInt8] {
    Array(
      ("n,eighth,third\(lineEnd)" + (0..<count).map { "\($0),\(Double($0) / 8),\(Double($0) / 3)\(lineEnd)" }.joined())
        .utf8)
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\n\n"], [1, 3])
  func areJoinedInOrder(lineEnd: String, threads: Int) throws {
    for place in [NumberPlace.memory, .file] {
      let table = try table(rows(lineEnd: lineEnd), keepingIn: place, threads: threads)
      #expect(table.columns[0].numbers?.array == (0..<100_000).map { Double($0) })
      #expect(table.columns[1].numbers?.array == (0..<100_000).map { Double($0) / 8 })
      #expect(table.columns[2].numbers?.array == (0..<100_000).map { Double($0) / 3 })
    }
  }

  /// Whatever byte a slice begins at, it is as likely in a quoted cell as not, and what stands there reads like rows.
  @Test(arguments: [1, 3], [NumberPlace.memory, .file])
  func beginAmidQuotes(threads: Int, place: NumberPlace) throws {
    let cell = "\"a\n5,b,5\n6,c\n\""
    let text = "n,t,m\n" + (0..<100_000).map { "\($0),\(cell),\(-$0)\n" }.joined()
    let table = try table(Array(text.utf8), keepingIn: place, threads: threads)
    #expect(table.columns[0].numbers?.array == (0..<100_000).map { Double($0) })
    #expect(table.columns[2].numbers?.array == (0..<100_000).map { -Double($0) })
    guard case .category(let texts) = table.columns[1].cells else {
      Issue.record("quoted texts are text")
      return
    }
    #expect(texts.levels == ["a\n5,b,5\n6,c\n"] && texts.codes.allSatisfy { $0 == 0 })
  }

  @Test(arguments: [NumberPlace.memory, .file])
  func aTextAtTheEndMakesAColumnText(place: NumberPlace) throws {
    let table = try table(rows() + Array("1,2,x\n".utf8), keepingIn: place)
    #expect(table.columns.map(\.type) == [.number, .number, .category])
    guard case .category(let texts) = table.columns[2].cells else { return }
    #expect(texts[0] == "0.0" && texts[99_999] == "33333.0" && texts[100_000] == "x")
    #expect(texts.strays == Categories.Strays(count: 1, firstText: "x", firstLine: 100_002))
    #expect(table.columns[0].numbers?.last == 1)
  }

  @Test(
    arguments: [
      ("1,2\n", "2 cells where the header names 3 columns", 100_002),
      ("\n\n1,2\n", "2 cells where the header names 3 columns", 100_004),
      ("1,2,3\n\"1,2,3\n4,5,6\n", "a quote that opens here is never closed", 100_003),
      ("1,2,\"3\" 4\n", "text after a closing quote", 100_002),
    ] as [(String, String, Int)], [1, 3])
  func mistakesKeepTheirLine(end: (text: String, message: String, line: Int), threads: Int) {
    let error = #expect(throws: CSVError.self) { try table(rows() + Array(end.text.utf8), threads: threads) }
    #expect(error?.message == end.message)
    #expect(error?.line == end.line)
  }

  @Test func theFirstMistakeCounts() {
    let text = rows(50_000) + Array("1\n".utf8) + rows(50_000) + Array("1,2\n".utf8) + rows(50_000)
    for threads in [1, 2, 3, 7] {
      let error = #expect(throws: CSVError.self) { try table(text, threads: threads) }
      #expect(error?.line == 50_002)
    }
  }
}
