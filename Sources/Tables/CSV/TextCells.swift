/// Collects the cells of a text column as codes.
struct TextCells: Sendable {
  private var codes: [Int32] = []
  private var levels: [String] = []
  private var firstLines: [Int] = []
  private var code: [String: Int32] = [:]

  /// - Parameter line: of the record that the cell belongs to.
  /// - Throws: `CSVError` when the bytes of the cell are not UTF-8.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: CSVScanner.Cell, line: Int
  ) throws(CSVError) {
    let isMissing = isMissingMarker(bytes, cell.start, cell.end)
    codes.append(isMissing ? -1 : code(of: try text(of: cell, in: bytes, line: line), line: line))
  }

  /// Appends cells read further down in the file.
  ///
  /// - Parameter lines: what to add to the lines of `others`.
  mutating func append(_ others: TextCells, lines: Int) {
    let place = others.levels.indices.map { code(of: others.levels[$0], line: others.firstLines[$0] + lines) }
    codes += others.codes.lazy.map { $0 < 0 ? -1 : place[Int($0)] }
  }

  private mutating func code(of text: String, line: Int) -> Int32 {
    if let known = code[text] { return known }
    let new = Int32(levels.count)
    code[text] = new
    levels.append(text)
    firstLines.append(line)
    return new
  }

  var categories: Categories {
    var categories = Categories(levels: levels, codes: codes)
    categories.strays = strays
    return categories
  }

  /// The texts that are not numbers, when they are at most one cell in twenty.
  private var strays: Categories.Strays? {
    let isNumber = levels.map { isNumeral($0) }
    var count = 0
    var present = 0
    for code in codes where code >= 0 {
      present += 1
      if !isNumber[Int(code)] { count += 1 }
    }
    guard count * 20 <= present, let first = levels.indices.first(where: { !isNumber[$0] }) else { return nil }
    return Categories.Strays(count: count, firstText: levels[first], firstLine: firstLines[first])
  }
}
