private import Wording

/// The records of a CSV text that begin within a range of its bytes.
///
/// Slices are read apart from each other, from the first line end in their range on; a line end within quotes makes a
/// slice begin amid a record, which shows when the slice before it ends elsewhere.
struct CSVSlice: Sendable {
  /// What is done with the cells of a column.
  enum Reading: Sendable { case numbers, texts, none }

  /// Where the first record begins, and where the first record after the slice does.
  private(set) var start: Int
  private(set) var end: Int
  /// Line ends from `start` to `end`.
  private(set) var lines = 0
  private(set) var rows = 0
  /// What stopped the reading, its line counted from 1 at `start`.
  private(set) var error: CSVError?
  /// For each column that is read as texts.
  private(set) var texts: [TextCells?]
  /// The columns read as numbers in which there is a text.
  private(set) var hasText: [Bool]

  /// The columns read as numbers, one after another, each in as much room as there may be rows.
  private var numbers: [Double] = []
  private var room = 0
  /// The place of each column in `numbers`, −1 when it is not read so.
  private var places: [Int]

  /// - Parameters:
  ///   - start: where a record or a blank line begins.
  ///   - limit: records that begin here or later are not read.
  ///   - readings: for each column.
  ///   - rowLimit: how many rows are read at most.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from start: Int, to limit: Int, readings: [Reading],
    rowLimit: Int? = nil
  ) {
    var scanner = CSVScanner(bytes, delimiter: delimiter, at: start)
    _ = scanner.findRecord()
    scanner.countLinesFromHere()
    (self.start, end) = (scanner.position, scanner.position)
    texts = readings.map { $0 == .texts ? TextCells() : nil }
    hasText = readings.map { _ in false }
    var count = 0
    places = readings.map { reading in
      guard reading == .numbers else { return -1 }
      count += 1
      return count - 1
    }
    guard scanner.position < limit else { return }
    room =
      rowLimit ?? 1
      + lineEnds(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[scanner.position..<limit]))
    let size = room * count
    var slice = self
    let numbers = [Double](unsafeUninitializedCapacity: size) { cells, initialized in
      do throws(CSVError) {
        try slice.walk(&scanner, to: limit, into: cells)
      } catch {
        slice.error = error
      }
      // Blank lines and line ends within quotes make fewer rows than lines.
      for place in 0..<count {
        cells[(place * slice.room + slice.rows)..<((place + 1) * slice.room)].initialize(repeating: .nan)
      }
      initialized = size
    }
    self = slice
    self.numbers = numbers
    end = scanner.position
    lines = scanner.line - 1
  }

  private mutating func walk(
    _ scanner: inout CSVScanner, to limit: Int, into cells: UnsafeMutableBufferPointer<Double>
  ) throws(CSVError) {
    let width = places.count
    while rows < room, scanner.findRecord(), scanner.position < limit {
      let line = scanner.line
      var column = 0
      var endsRecord = false
      while !endsRecord {
        let place = column < width ? places[column] : -1
        if place >= 0, let (number, isLast) = scanner.number() {
          cells[place * room + rows] = number
          endsRecord = isLast
        } else {
          let cell = try scanner.next()
          endsRecord = cell.endsRecord
          if place >= 0 {
            let isMissing = isMissingMarker(scanner.bytes, cell.start, cell.end)
            let number = isMissing ? nil : parsedNumber(scanner.bytes, cell.start, cell.end)
            cells[place * room + rows] = number ?? .nan
            if !isMissing, number == nil { hasText[column] = true }
          } else if column < width {
            try texts[column]?.append(scanner.bytes, cell, line: line)
          }
        }
        column += 1
      }
      guard column == width else {
        throw CSVError(
          "\(counted(column, "cell")) where the header names \(counted(width, "column"))", line: line,
          hint: "a cell that holds a delimiter must stand in quotes")
      }
      rows += 1
    }
    _ = scanner.findRecord()
  }

  /// The numbers of a column that was read as such.
  func withNumbers(of column: Int, _ body: (UnsafeBufferPointer<Double>) -> Void) {
    let first = places[column] * room
    numbers.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[first..<(first + rows)])) }
  }
}
