extension CSVScanner {
  /// Reads the names of the columns.
  mutating func header() throws(CSVError) -> [String] {
    guard findRecord() else { throw CSVError("the file is empty") }
    let line = line
    var names: [String] = []
    while true {
      let cell = try next()
      let name = try text(of: cell, in: bytes, line: line)
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
