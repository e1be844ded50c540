#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A temporary file of columns of numbers, one after another.
///
/// It loses its name as soon as it is made, so it is gone with the process however that ends; its place on the disk is
/// free again when the last column that is read from it goes. A column has room for the most rows there may be: what
/// stays empty takes no place.
final class NumberFile: Sendable {
  private let descriptor: Int32
  /// The bytes from one column to the next, in whole pages.
  private let stride: Int

  init(mostRows: Int) throws(StorageError) {
    let page = Mapping.pageSize
    stride = (mostRows * MemoryLayout<Double>.stride + page - 1) / page * page
    var name = Array("\(Self.folder)/gmm-report-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else {
      throw StorageError("no temporary file can be made", hint: "TMPDIR names the folder where it is tried")
    }
    unlink(name)
  }

  deinit { close(descriptor) }

  /// `/tmp` is kept in memory on many systems; `/var/tmp` is meant for large files.
  private static var folder: String {
    if let named = getenv("TMPDIR") { return String(cString: named) }
    return access("/var/tmp", W_OK) == 0 ? "/var/tmp" : "/tmp"
  }

  /// - Throws: when the disk is full, above all.
  func write(_ numbers: UnsafeBufferPointer<Double>, column: Int, at row: Int) throws(StorageError) {
    var rest = UnsafeRawBufferPointer(numbers)[...]
    var offset = column * stride + row * MemoryLayout<Double>.stride
    while !rest.isEmpty {
      let written = pwrite(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count, off_t(offset))
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        throw StorageError(
          "the temporary file of the table cannot be written: \(String(cString: strerror(errno)))",
          hint: "TMPDIR names a folder with more room")
      }
      rest = rest.dropFirst(written)
      offset += written
    }
  }

  /// The first numbers of a column.
  func numbers(column: Int, count: Int) throws(StorageError) -> Numbers {
    let mapping = Mapping(
      descriptor: descriptor, offset: column * stride, count: count * MemoryLayout<Double>.stride)
    guard let mapping else { throw StorageError("the temporary file of the table cannot be read") }
    return Numbers(mapping)
  }
}

/// Why numbers cannot be kept in a file, as a sentence for people.
struct StorageError: Error, Sendable, Hashable {
  let message: String
  let hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
