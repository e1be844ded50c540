internal import Dispatch

/// Reads the columns of a CSV text.
///
/// The text is cut into slices that threads read side by side and that are put together in their order, so the result
/// does not depend on how many threads there are. Columns that the first rows do not prove to be text are taken for
/// numbers; where a text turns up later, a second walk collects the texts of those columns. So numbers, the common case,
/// are stored once and nothing else is.
struct CSVReader {
  let csv: CSV
  private let names: [String]
  /// Where the first record after the header begins, or a blank line before it, and the lines up to there.
  private let body: Int
  private let headerLines: Int

  /// Reads the header.
  init(_ csv: CSV) throws(CSVError) {
    self.csv = csv
    let header = csv.withUnsafeBytes { bytes in
      Result { () throws(CSVError) in
        var scanner = CSVScanner(bytes, delimiter: csv.delimiter.rawValue)
        return (names: try scanner.header(), body: scanner.position, lines: scanner.line - 1)
      }
    }
    (names, body, headerLines) = try header.get()
  }

  /// The columns of the first rows.
  func columns(rowLimit: Int) throws(CSVError) -> [Column] {
    let readings = [CSVSlice.Reading](repeating: .numbers, count: names.count)
    return try columns(readings, keepingIn: .memory, cut: [body..<csv.count], threads: 1, rowLimit: rowLimit)
  }

  /// The columns of all rows.
  func columns(keepingIn place: NumberPlace, threads: Int) throws(CSVError) -> [Column] {
    let sample = try columns(rowLimit: CSV.sampledRows)
    let readings = sample.map { column -> CSVSlice.Reading in
      column.type == .category ? .texts : .numbers
    }
    let size = 1 << 20
    let count = max(1, (csv.count - body) / size)
    let cut = (0..<count).map { index in
      body + index * size..<(index == count - 1 ? csv.count : body + (index + 1) * size)
    }
    return try columns(readings, keepingIn: place, cut: cut, threads: threads, rowLimit: nil)
  }

  private func columns(
    _ readings: [CSVSlice.Reading], keepingIn place: NumberPlace, cut: [Range<Int>], threads: Int, rowLimit: Int?
  ) throws(CSVError) -> [Column] {
    var cells = try read(cut, readings, keepingIn: place, threads: threads, rowLimit: rowLimit)
    if cells.contains(where: { $0 == nil }) {
      let again = cells.map { $0 == nil ? CSVSlice.Reading.texts : .none }
      let texts = try read(cut, again, keepingIn: .memory, threads: threads, rowLimit: rowLimit)
      cells = zip(cells, texts).map { $0 ?? $1 }
    }
    return zip(names, cells).compactMap { name, cells in cells.map { Column(name, $0) } }
  }

  private func read(
    _ cut: [Range<Int>], _ readings: [CSVSlice.Reading], keepingIn place: NumberPlace, threads: Int, rowLimit: Int?
  ) throws(CSVError) -> [Column.Cells?] {
    let assembly = try CSVAssembly(readings, bytes: body..<csv.count, lines: headerLines, keepingIn: place)
    DispatchQueue.concurrentPerform(iterations: min(max(threads, 1), cut.count)) { _ in
      while let index = assembly.nextSlice(), index < cut.count {
        let read = slice(from: start(of: cut[index]), to: cut[index].upperBound, readings, rowLimit)
        assembly.append(read, at: index) { index, position in
          slice(from: position, to: cut[index].upperBound, readings, rowLimit)
        }
        csv.release(cut[index])
      }
    }
    return try assembly.cells()
  }

  private func slice(from start: Int, to limit: Int, _ readings: [CSVSlice.Reading], _ rowLimit: Int?) -> CSVSlice {
    csv.withUnsafeBytes { bytes in
      CSVSlice(
        bytes, delimiter: csv.delimiter.rawValue, from: start, to: limit, readings: readings, rowLimit: rowLimit)
    }
  }

  /// The first beginning of a line in a range of bytes, as far as can be told there.
  private func start(of range: Range<Int>) -> Int {
    if range.lowerBound == body { return body }
    return csv.withUnsafeBytes { bytes in
      var scanner = CSVScanner(bytes, delimiter: csv.delimiter.rawValue, at: range.lowerBound - 1)
      return scanner.passLine()
    }
  }
}
