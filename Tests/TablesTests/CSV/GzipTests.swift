import Foundation
import Tables
import Testing

@Suite struct GzipTests {
  /// `printf 'a,b\n1,2\n' | gzip -n | base64`
  private let compressed = Data(base64Encoded: "H4sIAAAAAAAAA0vUSeIy1DHiAgB7B5cKCAAAAA==").map(Array.init) ?? []

  @Test func isDecompressed() throws {
    let table = try CSV(FileBytes(compressed)).table()
    #expect(table.columnNames == ["a", "b"])
    #expect(table.columns.map(\.numbers) == [[1], [2]])
  }

  @Test func membersAreJoined() throws {
    // The second member begins with the names again: a row of text between the numbers.
    #expect(try CSV(FileBytes(compressed + compressed)).table().rowCount == 3)
  }

  /// The end of a file tells the length of its last member only. `(echo a; yes 1 | head -n 100000) | gzip -n9`, then
  /// `echo 2 | gzip -n9`.
  @Test func aMemberMayBeLongerThanTheLast() throws {
    let text =
      "H4sIAAAAAAACA+3CMQ0AAAwDoH9uKmn+TVRDfwJ/AQ"
      + String(repeating: "A", count: 256) + "BmBRwWivZCDQMAH4sIAAAAAAACAzPiAgCQr3xMAgAAAA=="
    let bytes = try #require(Data(base64Encoded: text).map(Array.init))
    let column = try #require(try CSV(FileBytes(bytes)).table().columns.first?.numbers)
    #expect(column.count == 100_001)
    #expect(column.prefix(100_000).allSatisfy { $0 == 1 } && column.last == 2)
  }

  @Test(arguments: [5, 12, 20])
  func isRefusedWhenCutShort(length: Int) {
    let error = #expect(throws: CSVError.self) { try CSV(FileBytes(Array(compressed.prefix(length)))) }
    #expect(error?.message == "the gzip file is damaged or cut short")
  }

  @Test func isRefusedWhenDamaged() {
    var damaged = compressed
    damaged[damaged.count - 6] ^= 0xFF
    #expect(throws: CSVError.self) { try CSV(FileBytes(damaged)) }
  }
}
