import Tables
import Testing

@Suite struct CSVTests {
  private func table(_ text: String, delimiter: CSV.Delimiter? = nil) throws -> Table {
    try CSV(FileBytes(Array(text.utf8)), delimiter: delimiter).table()
  }

  private func cells(_ column: Column) -> [String] {
    (0..<column.count).map { row in
      switch column.cells {
      case .number(let numbers): numbers[row].isNaN ? "–" : "\(numbers[row])"
      case .category(let categories): categories[row].map { "'\($0)'" } ?? "–"
      case .boolean: "?"
      }
    }
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", [["1.0"], ["2.0"]]),
      ("a;b\n1;2", [["1.0"], ["2.0"]]),
      ("a\tb\r\n1\tx\r\n", [["1.0"], ["'x'"]]),
      ("\u{FEFF}a,b\r1,2\r", [["1.0"], ["2.0"]]),
      ("a,b\n\n1,2\n\n3,4\n\n", [["1.0", "3.0"], ["2.0", "4.0"]]),
      ("a,b\n\"1\",\"x, y\"\n", [["1.0"], ["'x, y'"]]),
      ("a,b\n1,\"say \"\"hi\"\"\"\n", [["1.0"], ["'say \"hi\"'"]]),
      ("a,b\n1,\"two\nlines\"\n2,\"\"\n", [["1.0", "2.0"], ["'two\nlines'", "–"]]),
      ("a,b\n 1 ,  x y \n", [["1.0"], ["'x y'"]]),
      ("a,b\n,NA\nN/A,null\nNaN,1\n#N/A,NULL\nnan,", [["–", "–", "–", "–", "–"], ["–", "–", "1.0", "–", "–"]]),
      ("a\n1\nx\n2\n", [["'1'", "'x'", "'2'"]]),
      ("\"a,1\";b\n1;2\n", [["1.0"], ["2.0"]]),
      ("a\n", [[]]),
      ("名,ä\n1,é\n", [["1.0"], ["'é'"]]),
    ] as [(String, [[String]])])
  func reads(text: String, expected: [[String]]) throws {
    #expect(try table(text).columns.map(cells) == expected)
  }

  @Test func obeysTheDelimiterGiven() throws {
    #expect(try table("a,b;c\n1,2;3\n", delimiter: .semicolon).columnNames == ["a,b", "c"])
  }

  @Test(
    arguments: [
      ("", "the file is empty", nil),
      ("\n\r\n  \n", "the file is empty", nil),
      ("a,b\n1,2\n3\n", "1 cell where the header names 2 columns", 3),
      ("a,b\n1,2,3\n", "3 cells where the header names 2 columns", 2),
      ("a,b\n\"x\ny\",1\n3\n", "1 cell where the header names 2 columns", 4),
      ("a,,c\n1,2,3\n", "column 2 has no name", 1),
      ("a,b,a\n1,2,3\n", "columns 1 and 3 are both named 'a'", 1),
      ("a,b\n1,\"x\n2,y\n", "a quote that opens here is never closed", 2),
      ("a,b\n1,\"x\"y\n", "text after a closing quote", 2),
    ] as [(String, String, Int?)])
  func refuses(text: String, message: String, line: Int?) {
    let error = #expect(throws: CSVError.self) { try table(text) }
    #expect(error?.message == message)
    #expect(error?.line == line)
  }

  @Test func refusesBytesThatAreNotUTF8() {
    let latin1: [UInt8] = Array("a,b\n1,x\n2,caf".utf8) + [0xE9, 0x0A]
    let error = #expect(throws: CSVError.self) { try CSV(FileBytes(latin1)).table() }
    #expect(error == CSVError("bytes that are not UTF-8", line: 3, hint: "save the file as UTF-8"))
    let utf16: [UInt8] = [0xFF, 0xFE, 0x61, 0x00]
    #expect(throws: CSVError("the file is UTF-16", hint: "save it as UTF-8")) { try CSV(FileBytes(utf16)) }
  }

  @Test func saysWhichCellsAreNoNumbers() throws {
    let rows = (1...40).map { $0 == 7 ? "7?" : "\($0)" }.joined(separator: "\n")
    guard case .category(let categories) = try table("x\n" + rows).columns[0].cells else {
      Issue.record("a column with a text must be text")
      return
    }
    #expect(categories.strays == Categories.Strays(count: 1, firstText: "7?", firstLine: 8))
  }

  @Test func theHeaderTellsWhatIsCertain() throws {
    let header = try CSV(FileBytes(Array("n,t,late\n1,x,1\n2,y,2\n".utf8))).header()
    #expect(header.map(\.name) == ["n", "t", "late"])
    #expect(header.map(\.type) == [nil, .category, nil])
  }
}
