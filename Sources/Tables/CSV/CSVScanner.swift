/// Walks through the bytes of a CSV text cell by cell.
struct CSVScanner {
  /// A cell's place in the bytes, quotes left out.
  struct Cell {
    var start: Int
    var end: Int
    /// Whether doubled quotes stand within.
    var isEscaped: Bool
    /// Whether it is the last of its record.
    var endsRecord: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  private(set) var position = 0
  /// The line of `position`, counted from 1 where the scanner began.
  private(set) var line = 1

  /// - Parameter position: where a record begins.
  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, at position: Int = 0) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.position = position
  }

  /// Makes the line of `position` the first.
  mutating func countLinesFromHere() { line = 1 }

  /// Passes blank lines; false at the end of the text.
  mutating func findRecord() -> Bool {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { passLineEnd() }
    return position < bytes.count
  }

  /// Passes the rest of the line, its end included; where that leads.
  mutating func passLine() -> Int {
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    if position < bytes.count { passLineEnd() }
    return position
  }

  /// Reads the number that fills the cell at `position` from end to end, and moves to the next cell; `nil`, without
  /// moving, when something else stands there.
  @inline(__always)
  mutating func number() -> (value: Double, endsRecord: Bool)? {
    guard let base = bytes.baseAddress,
      let (value, length) = leadingNumber(base + position, before: base + bytes.count)
    else { return nil }
    let end = position + length
    if end < bytes.count, bytes[end] != delimiter, bytes[end] != 0x0A, bytes[end] != 0x0D { return nil }
    position = end
    return (value, passSeparator())
  }

  /// Reads the cell at `position` and moves to the next one.
  mutating func next() throws(CSVError) -> Cell {
    var start = position
    while start < bytes.count, isSpace(bytes[start]) { start += 1 }
    if start < bytes.count, bytes[start] == 0x22 { return try quoted(from: start + 1) }
    position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
      position += 1
    }
    var end = position
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return Cell(start: start, end: end, isEscaped: false, endsRecord: passSeparator())
  }

  private mutating func quoted(from start: Int) throws(CSVError) -> Cell {
    let openingLine = line
    var isEscaped = false
    position = start
    while position < bytes.count {
      if bytes[position] == 0x22 {
        guard position + 1 < bytes.count, bytes[position + 1] == 0x22 else { break }
        isEscaped = true
        position += 2
      } else if bytes[position] == 0x0A || bytes[position] == 0x0D {
        passLineEnd()
      } else {
        position += 1
      }
    }
    guard position < bytes.count else {
      throw CSVError(
        "a quote that opens here is never closed", line: openingLine, hint: "a quote within quotes is written twice")
    }
    let end = position
    position += 1
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] != delimiter, bytes[position] != 0x0A, bytes[position] != 0x0D {
      throw CSVError("text after a closing quote", line: line, hint: "a quote within quotes is written twice")
    }
    return Cell(start: start, end: end, isEscaped: isEscaped, endsRecord: passSeparator())
  }

  /// Whether the record ends at `position`, which moves past the delimiter or line end.
  private mutating func passSeparator() -> Bool {
    guard position < bytes.count else { return true }
    if bytes[position] == delimiter {
      position += 1
      return false
    }
    passLineEnd()
    return true
  }

  private mutating func passLineEnd() {
    let isCRLF = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isCRLF ? 2 : 1
    line += 1
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte == 0x09 && delimiter != 0x09) }
}
