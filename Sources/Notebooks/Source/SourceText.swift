/// A text as UTF-8 bytes with LF line ends, and the way from byte offsets to places people count in.
///
/// A byte-order mark is dropped and NUL becomes U+FFFD, as CommonMark asks. Lines and offsets count from 0 in here;
/// only `SourceLocation` counts from 1.
struct SourceText {
  let bytes: [UInt8]
  /// The offset of each line's first byte; never empty.
  let lineStarts: [Int]
  /// Whether a line holds ASCII only, so that its columns are its bytes.
  private let isASCII: [Bool]
  /// Where the text's first character stands.
  let origin: SourceLocation

  init(_ text: String, at origin: SourceLocation = SourceLocation(line: 1, column: 1)) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var lineStarts = [0]
    var isASCII = [true]
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case ASCII.newline where previous == ASCII.carriageReturn: break
      case ASCII.newline, ASCII.carriageReturn:
        bytes.append(ASCII.newline)
        lineStarts.append(bytes.count)
        isASCII.append(true)
      case 0:
        bytes += [0xEF, 0xBF, 0xBD]
        isASCII[isASCII.count - 1] = false
      default:
        bytes.append(byte)
        if byte >= 0x80 { isASCII[isASCII.count - 1] = false }
      }
      previous = byte
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if bytes.starts(with: mark) {
      bytes.removeFirst(mark.count)
      lineStarts = [0] + lineStarts.dropFirst().map { $0 - mark.count }
    }
    self.bytes = bytes
    self.lineStarts = lineStarts
    self.isASCII = isASCII
    self.origin = origin
  }

  var lineCount: Int { lineStarts.count }

  /// The bytes of a line without its line end; empty beyond the last line.
  func range(ofLine line: Int) -> Range<Int> {
    guard lineStarts.indices.contains(line) else { return bytes.count..<bytes.count }
    return lineStarts[line]..<(line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count)
  }

  /// The bytes of lines, without the last line end.
  func range(ofLines lines: Range<Int>) -> Range<Int> {
    guard let first = lines.first, let last = lines.last else { return bytes.count..<bytes.count }
    return range(ofLine: first).lowerBound..<max(range(ofLine: first).lowerBound, range(ofLine: last).upperBound)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func line(containing offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  func location(of offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(containing: offset)
    let before = bytes[lineStarts[line]..<offset]
    let column = isASCII[line] ? before.count : String(decoding: before, as: UTF8.self).count
    return SourceLocation(line: origin.line + line, column: (line == 0 ? origin.column : 1) + column)
  }

  /// The offset of the scalar that YAML counts as `column` (from 0) of a line; the line's end when it is shorter.
  func offset(line: Int, scalarColumn column: Int) -> Int {
    let range = range(ofLine: line)
    var remaining = column
    var offset = range.lowerBound
    while offset < range.upperBound, remaining > 0 {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      remaining -= 1
    }
    return offset
  }

  func isBlank(line: Int) -> Bool {
    bytes[range(ofLine: line)].allSatisfy(ASCII.isBlank)
  }

  /// The first offset of `pattern` in `range`.
  func firstOffset(of pattern: StaticString, in range: Range<Int>) -> Int? {
    let length = pattern.utf8CodeUnitCount
    var offset = range.lowerBound
    while offset + length <= range.upperBound {
      if starts(with: pattern, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  func starts(with pattern: StaticString, at offset: Int) -> Bool {
    guard offset + pattern.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<pattern.utf8CodeUnitCount where bytes[offset + index] != pattern.utf8Start[index] {
      return false
    }
    return true
  }

  /// The range without blanks and line ends at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, ASCII.isSpace(bytes[low]) { low += 1 }
    while low < high, ASCII.isSpace(bytes[high - 1]) { high -= 1 }
    return low..<high
  }
}
