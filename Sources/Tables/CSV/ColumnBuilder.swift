/// Collects the cells of one column while a file is read.
struct ColumnBuilder {
  private var numbers: [Double] = []
  private var hasNumber = false
  private var texts: TextCells?
  /// Whether numbers were read before the first text, so that their texts must be read again.
  private(set) var mustReread = false

  /// Starts over for texts alone.
  mutating func beginTexts() {
    mustReread = false
    numbers = []
    texts = TextCells()
  }

  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: CSVScanner.Cell, line: Int
  ) throws(CSVError) {
    if mustReread { return }
    let isMissing = isMissingMarker(bytes, cell.start, cell.end)
    if texts != nil {
      try appendText(bytes, cell, line: line, isMissing: isMissing)
    } else if isMissing {
      numbers.append(.nan)
    } else if let number = parsedNumber(bytes, cell.start, cell.end) {
      hasNumber = true
      numbers.append(number)
    } else if hasNumber {
      mustReread = true
    } else {
      texts = TextCells(missing: numbers.count)
      try appendText(bytes, cell, line: line, isMissing: false)
    }
  }

  private mutating func appendText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: CSVScanner.Cell, line: Int, isMissing: Bool
  ) throws(CSVError) {
    texts?.append(isMissing ? nil : try text(of: cell, in: bytes, line: line), line: line)
  }

  func cells() -> Column.Cells {
    guard let texts else { return .number(numbers) }
    return .category(texts.categories)
  }
}

/// Collects texts as codes.
private struct TextCells {
  private var codes: [Int32]
  private var levels: [String] = []
  private var firstLines: [Int] = []
  private var code: [String: Int32] = [:]

  init(missing: Int = 0) { codes = [Int32](repeating: -1, count: missing) }

  mutating func append(_ text: String?, line: Int) {
    guard let text else {
      codes.append(-1)
      return
    }
    if let known = code[text] {
      codes.append(known)
      return
    }
    let new = Int32(levels.count)
    code[text] = new
    levels.append(text)
    firstLines.append(line)
    codes.append(new)
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
