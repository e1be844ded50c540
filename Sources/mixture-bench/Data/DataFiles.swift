internal import Mixtures
internal import Tables

/// The synthetic data as files that other programs read.
extension SyntheticData {
  /// Writes `SIZE-kK.f64`, the rows as little-endian doubles, row by row, and `SIZE-kK-start.f64`, the K means that EM
  /// begins with, as such rows.
  func writeNumbers(to folder: String) throws {
    let cells = try drawn()
    try TextFile.write("\(folder)/\(fileName).f64") { hand in
      for row in 0..<rows { Self.hand(cells.map { $0.values[row] }, hand) }
    }
    let means = try startMeans()
    try TextFile.write("\(folder)/\(fileName)-start.f64") { Self.hand(means.values, $0) }
  }

  private var fileName: String { "\(size)-k\(components)" }

  private static func hand(_ numbers: [Double], _ hand: (UnsafeRawBufferPointer) -> Void) {
    numbers.map(\.bitPattern.littleEndian).withUnsafeBytes { hand($0) }
  }

  /// How numbers of a text are written.
  enum Digits: String, Sendable {
    /// Four decimals, as measurements have.
    case few
    /// As many as it takes to read the same number back.
    case all
  }

  /// Writes a comma-separated text with a header.
  func writeText(_ digits: Digits, to path: String) throws {
    let cells = try drawn()
    try TextFile.write(path) { hand in
      var line = (1...columns).map { "x\($0)" }.joined(separator: ",")
      for row in 0...rows {
        line += "\n"
        line.withUTF8 { hand(UnsafeRawBufferPointer($0)) }
        guard row < rows else { return }
        line = cells.map { digits == .all ? "\($0.values[row])" : Self.fourDecimals($0.values[row]) }.joined(
          separator: ",")
      }
    }
  }

  private static func fourDecimals(_ number: Double) -> String {
    let units = Int((abs(number) * 10_000).rounded())
    let decimals = String(units % 10_000)
    return (number < 0 ? "-" : "") + "\(units / 10_000)." + String(repeating: "0", count: 4 - decimals.count) + decimals
  }
}

/// The tables beside the shipped notebooks.
enum ShippedData {
  /// The 272 eruptions of Old Faithful: two columns.
  static func faithful() throws -> Samples { try samples(try table("faithful.csv").columns) }

  /// The eleven measurements of the 1,599 red wines.
  static func redWine() throws -> Samples {
    let wines = try table("winequality.csv")
    guard case .category(let colors) = wines["color"]?.cells else {
      throw BenchmarkError("winequality.csv: there is no column of colours")
    }
    let red = wines.taking(rows: (0..<wines.rowCount).filter { colors[$0] == "red" })
    return try samples(Array(red.columns.prefix(11)))
  }

  /// The bytes of a file.
  static func bytes(_ file: String) throws -> [UInt8] {
    do { return try TextFile.read("notebooks/data/\(file)") } catch {
      throw BenchmarkError("\(error); run it in the package's own folder")
    }
  }

  private static func table(_ file: String) throws -> Table {
    let bytes = try bytes(file)
    do { return try CSV(FileBytes(bytes)).table() } catch { throw BenchmarkError("\(file): \(error.message)") }
  }

  private static func samples(_ columns: [Column]) throws -> Samples {
    try Samples(columns: columns.compactMap(\.numbers?.array), names: columns.map(\.name))
  }
}
