import Tables
import Testing

@Suite struct CSVWriterTests {
  @Test func cellsAreWrittenAsTheyRead() throws {
    let numbers = [1, -2.5, 1e300, .leastNonzeroMagnitude, 0.1, .nan, 1e15, 123_456_789_012_345, -0.1 - 0.2]
    let texts = ["a", "b,c", "say \"yes\"", nil, "two\nlines", " space", "ü", "", "x "]
    let flags: [Bool?] = [true, false, nil, true, true, true, true, true, true]
    let table = try Table(columns: [
      Column("n, of it", numbers: numbers), Column("t", texts: texts), Column("f", .boolean(flags)),
    ])
    let written = table.csv()
    let lines = String(decoding: written, as: UTF8.self)
    #expect(lines.hasPrefix("\"n, of it\",t,f\n1,a,true\n-2.5,\"b,c\",false\n1e+300,\"say \"\"yes\"\"\",\n"))
    let read = try CSV(FileBytes(written)).table()
    #expect(read.columnNames == table.columnNames)
    let back = try #require(read["n, of it"]?.numbers)
    #expect(zip(back, numbers).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
    guard case .category(let categories)? = read["t"]?.cells else {
      Issue.record("no texts")
      return
    }
    // An empty text cannot be told from a missing cell.
    let expected = texts.map { $0 == "" ? nil : $0 }
    #expect(expected.indices.allSatisfy { categories[$0] == expected[$0] })
  }
}
