#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Files as bytes.
enum TextFile {
  /// - Throws: `BenchmarkError` with the path and the system's reason.
  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw failure(path) }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0 else { throw failure(path) }
    var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 20))
    bytes.reserveCapacity(Int(status.st_size))
    while true {
      let count = fread(&piece, 1, piece.count, file)
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }

  /// Writes what `body` hands on, piece by piece.
  ///
  /// - Throws: `BenchmarkError` with the path and the system's reason.
  static func write(_ path: String, _ body: (_ hand: (UnsafeRawBufferPointer) -> Void) throws -> Void) throws {
    guard let file = fopen(path, "wb") else { throw failure(path) }
    var complete = true
    try body { piece in complete = fwrite(piece.baseAddress, 1, piece.count, file) == piece.count && complete }
    guard fclose(file) == 0, complete else { throw failure(path) }
  }

  static func write(_ path: String, _ text: String) throws {
    try write(path) { hand in Array(text.utf8).withUnsafeBytes { hand($0) } }
  }

  private static func failure(_ path: String) -> BenchmarkError {
    BenchmarkError("\(path): \(String(cString: strerror(errno)))")
  }
}
