/// A file of delimiter-separated values, its bytes at hand: plain or compressed with gzip.
///
/// The first record holds the names. A cell may stand in double quotes, a doubled quote within meaning one; then it may
/// hold delimiters and line ends. Lines end in LF, CRLF or CR; blank lines are skipped; spaces around an unquoted cell
/// do not count. A cell is missing when it is empty or reads `NA`, `N/A`, `#N/A`, `NaN`, `nan`, `null`, `NULL`, quoted
/// or not. A column is numeric when every cell that is not missing is a number; otherwise it is text.
package struct CSV: Sendable {
  package enum Delimiter: UInt8, Sendable, Hashable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  /// A name of the header, with what the first rows tell about its column.
  package struct HeaderColumn: Sendable, Hashable {
    package let name: String
    /// `.category` when a cell among the first thousand rows is text; `nil` when only reading all of it can tell.
    package let type: ColumnType?
    /// What keeps a column that is otherwise numbers from being numeric, as far as the first rows tell.
    package let strays: Categories.Strays?
  }

  /// How many rows are looked at to tell texts from numbers before all are read.
  static let sampledRows = 1000

  /// Decompressed.
  let bytes: FileBytes
  /// How many bytes stand before the header: those of a byte order mark.
  private let markLength: Int
  package private(set) var delimiter: Delimiter

  /// - Parameters:
  ///   - contents: the file as it is.
  ///   - delimiter: `nil` takes the one of comma, semicolon and tab that the header holds most often.
  /// - Throws: `CSVError` when the file is empty, is not UTF-8, or cannot be decompressed.
  package init(_ contents: FileBytes, delimiter: Delimiter? = nil) throws(CSVError) {
    bytes = contents.isCompressed ? try contents.decompressed() : contents
    let mark = bytes.withUnsafeBytes { Array($0.prefix(3)) }
    if mark.starts(with: [0xFF, 0xFE]) || mark.starts(with: [0xFE, 0xFF]) {
      throw CSVError("the file is UTF-16", hint: "save it as UTF-8")
    }
    markLength = mark == [0xEF, 0xBB, 0xBF] ? 3 : 0
    self.delimiter = .comma
    guard withUnsafeBytes({ $0.contains { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 } }) else {
      throw CSVError("the file is empty", hint: "its first line must name the columns")
    }
    self.delimiter = delimiter ?? withUnsafeBytes(Self.detectedDelimiter)
  }

  /// The text in UTF-8.
  func withUnsafeBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBytes { body(UnsafeBufferPointer(rebasing: $0[markLength...])) }
  }

  /// Says that a part of the text has been read and will not be for a while.
  func release(_ range: Range<Int>) {
    bytes.release(range.lowerBound + markLength..<range.upperBound + markLength)
  }

  /// How many bytes the text has.
  var count: Int { bytes.count - markLength }

  /// The names and what can be told of the types without reading everything.
  ///
  /// - Throws: `CSVError` for mistakes in the header and the first thousand rows.
  package func header() throws(CSVError) -> [HeaderColumn] {
    let columns = try CSVReader(self).columns(rowLimit: Self.sampledRows)
    return columns.map { column in
      guard case .category(let categories) = column.cells else {
        return HeaderColumn(name: column.name, type: nil, strays: nil)
      }
      return HeaderColumn(name: column.name, type: .category, strays: categories.strays)
    }
  }

  /// The whole table.
  ///
  /// - Parameters:
  ///   - place: where its numbers are kept.
  ///   - threads: how many may read; the result does not depend on it.
  /// - Throws: `CSVError` with the line of the first mistake.
  package func table(keepingIn place: NumberPlace = .memory, threads: Int = 1) throws(CSVError) -> Table {
    do {
      return try Table(columns: try CSVReader(self).columns(keepingIn: place, threads: threads))
    } catch let error as CSVError {
      throw error
    } catch {
      throw CSVError("\(error)")
    }
  }

  /// The candidate that stands most often outside quotes in the first line; a comma when none does.
  private static func detectedDelimiter(_ bytes: UnsafeBufferPointer<UInt8>) -> Delimiter {
    var counts: [UInt8: Int] = [:]
    var inQuotes = false
    var seen = false
    for byte in bytes {
      if byte == 0x22 { inQuotes.toggle() }
      if inQuotes { continue }
      if byte == 0x0A || byte == 0x0D {
        if seen { break }
        continue
      }
      seen = true
      counts[byte, default: 0] += 1
    }
    var best = Delimiter.comma
    for candidate in Delimiter.allCases where counts[candidate.rawValue, default: 0] > counts[best.rawValue, default: 0]
    {
      best = candidate
    }
    return best
  }
}

/// What is wrong with a file of values, and on which of its lines.
package struct CSVError: Error, Sendable, Hashable {
  package let message: String
  /// From 1; `nil` when the whole file is meant.
  package let line: Int?
  package let hint: String?

  package init(_ message: String, line: Int? = nil, hint: String? = nil) {
    self.message = message
    self.line = line
    self.hint = hint
  }
}
