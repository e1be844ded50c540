private import Wording

/// Reads the columns of a CSV text.
///
/// Columns are taken for numeric until a cell proves one to be text. When that happens after numbers have been seen, a
/// second walk collects the texts of those columns; so numbers, the common case, are stored once and nothing else is.
struct CSVReader {
  let csv: CSV

  init(_ csv: CSV) { self.csv = csv }

  /// - Parameter rowLimit: how many rows to read at most.
  func columns(rowLimit: Int = .max) throws(CSVError) -> [Column] {
    // `withUnsafeBufferPointer` does not pass typed errors on from every standard library we build with.
    let result = csv.bytes.withUnsafeBufferPointer { bytes -> Result<[Column], CSVError> in
      do throws(CSVError) {
        return .success(try columns(bytes, rowLimit: rowLimit))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func columns(_ bytes: UnsafeBufferPointer<UInt8>, rowLimit: Int) throws(CSVError) -> [Column] {
    var scanner = CSVScanner(bytes, delimiter: csv.delimiter.rawValue)
    let names = try header(&scanner)
    let body = scanner
    var builders = [ColumnBuilder](repeating: ColumnBuilder(), count: names.count)
    try walk(&scanner, width: names.count, rowLimit: rowLimit) { (column, cell, line) throws(CSVError) in
      try builders[column].append(bytes, cell, line: line)
    }
    let late = builders.map(\.mustReread)
    if late.contains(true) {
      scanner = body
      for column in builders.indices where late[column] { builders[column].beginTexts() }
      try walk(&scanner, width: names.count, rowLimit: rowLimit) { (column, cell, line) throws(CSVError) in
        if late[column] { try builders[column].append(bytes, cell, line: line) }
      }
    }
    return zip(names, builders).map { Column($0, $1.cells()) }
  }

  private func walk(
    _ scanner: inout CSVScanner, width: Int, rowLimit: Int,
    _ visit: (Int, CSVScanner.Cell, Int) throws(CSVError) -> Void
  ) throws(CSVError) {
    var row = 0
    while row < rowLimit, scanner.findRecord() {
      let line = scanner.line
      var column = 0
      while true {
        let cell = try scanner.next()
        if column < width { try visit(column, cell, line) }
        column += 1
        if cell.endsRecord { break }
      }
      guard column == width else {
        throw CSVError(
          "\(counted(column, "cell")) where the header names \(counted(width, "column"))", line: line,
          hint: "a cell that holds a delimiter must stand in quotes")
      }
      row += 1
    }
  }

  private func header(_ scanner: inout CSVScanner) throws(CSVError) -> [String] {
    guard scanner.findRecord() else { throw CSVError("the file is empty") }
    let line = scanner.line
    var names: [String] = []
    while true {
      let cell = try scanner.next()
      let name = try text(of: cell, in: scanner.bytes, line: line)
      guard !name.isEmpty else {
        throw CSVError("column \(names.count + 1) has no name", line: line, hint: "name it in the first line")
      }
      if let first = names.firstIndex(of: name) {
        throw CSVError("columns \(first + 1) and \(names.count + 1) are both named '\(name)'", line: line)
      }
      names.append(name)
      if cell.endsRecord { return names }
    }
  }
}

/// The text of a cell.
///
/// - Throws: `CSVError` when its bytes are not UTF-8.
func text(
  of cell: CSVScanner.Cell, in bytes: UnsafeBufferPointer<UInt8>, line: Int
) throws(CSVError) -> String {
  let raw = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
  guard var text = String(validating: raw, as: UTF8.self) else {
    throw CSVError("bytes that are not UTF-8", line: line, hint: "save the file as UTF-8")
  }
  if cell.isEscaped { text = text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"") }
  return text
}
