internal import Dispatch

/// Hands out the slices of a CSV text to the threads that read them, and puts together what these bring, in the order of
/// the text whatever the order it arrives in.
///
/// Unchecked: everything that changes does so in turn.
final class CSVAssembly: @unchecked Sendable {
  private let turn = DispatchSemaphore(value: 1)
  private var handedOut = 0
  /// The first mistake in the file.
  private var error: CSVError?
  private var hasText: [Bool]

  private let readings: [CSVSlice.Reading]
  private let bytes: Range<Int>
  private var numbers: [NumberCollector?]
  private var texts: [TextCells?]

  /// The slice that comes next, those that came before their turn, and what has been read so far: up to which byte and
  /// over how many lines.
  private var next = 0
  private var waiting: [Int: CSVSlice] = [:]
  private var position: Int?
  private var lines: Int

  /// - Parameters:
  ///   - bytes: where the records are.
  ///   - lines: how many there are before.
  init(
    _ readings: [CSVSlice.Reading], bytes: Range<Int>, lines: Int, keepingIn place: NumberPlace
  ) throws(CSVError) {
    self.readings = readings
    self.bytes = bytes
    self.lines = lines
    hasText = readings.map { _ in false }
    texts = readings.map { $0 == .texts ? TextCells() : nil }
    // A record has at least a byte a cell, its delimiter or line end.
    do throws(StorageError) {
      numbers = try NumberCollector.columns(
        readings.map { $0 == .numbers }, mostRows: bytes.count / readings.count + 1, in: place)
    } catch {
      throw CSVError(error.message, hint: error.hint)
    }
  }

  /// The number of a slice, from 0, that nobody reads yet; `nil` when a mistake makes it useless to read on.
  func nextSlice() -> Int? {
    turn.wait()
    defer { turn.signal() }
    handedOut += 1
    return error == nil ? handedOut - 1 : nil
  }

  /// - Parameter reread: reads the slice of this number from the byte where the one before has ended; called when that is
  ///   not where the slice was taken to begin.
  func append(_ slice: CSVSlice, at index: Int, reread: (Int, Int) -> CSVSlice) {
    turn.wait()
    defer { turn.signal() }
    waiting[index] = slice
    while error == nil, let slice = waiting.removeValue(forKey: next) {
      let follows = position == nil || position == slice.start
      append(follows ? slice : reread(next, position ?? slice.start))
      next += 1
    }
  }

  private func append(_ slice: CSVSlice) {
    if let error = slice.error {
      self.error = CSVError(error.message, line: error.line.map { $0 + lines }, hint: error.hint)
      return
    }
    if position == nil, slice.rows > 0 {
      // The slices are much alike, so the first tells how much room the rest will need.
      let whole = Double(bytes.count) / Double(max(slice.end - slice.start, 1))
      let expected = Int(Double(slice.rows) * whole * 1.02)
      for column in numbers.indices { numbers[column]?.reserve(whole > 1.5 ? expected : slice.rows) }
    }
    for column in readings.indices {
      if let found = slice.texts[column] { texts[column]?.append(found, lines: lines) }
      hasText[column] = hasText[column] || slice.hasText[column]
      if readings[column] == .numbers, !hasText[column] {
        slice.withNumbers(of: column) { numbers[column]?.append($0) }
      }
    }
    error = numbers.lazy.compactMap { $0?.failure }.first.map { CSVError($0.message, hint: $0.hint) }
    lines += slice.lines
    position = slice.end
  }

  /// What each column holds, when all slices are in; `nil` for one that was not read, or read as numbers though there is
  /// a text in it.
  ///
  /// - Throws: the first mistake in the file.
  func cells() throws(CSVError) -> [Column.Cells?] {
    turn.wait()
    defer { turn.signal() }
    if let error { throw error }
    var cells: [Column.Cells?] = []
    for column in readings.indices {
      if let texts = texts[column] {
        cells.append(.category(texts.categories))
      } else if let numbers = numbers[column], !hasText[column] {
        do throws(StorageError) {
          cells.append(.number(try numbers.numbers))
        } catch {
          throw CSVError(error.message, hint: error.hint)
        }
      } else {
        cells.append(nil)
      }
    }
    return cells
  }
}
