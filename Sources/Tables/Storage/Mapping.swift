#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A stretch of a file as memory to read.
///
/// Unchecked: the pointer never changes, and nothing is written through it.
final class Mapping: @unchecked Sendable {
  private let start: UnsafeMutableRawPointer?
  /// In bytes.
  let count: Int

  /// - Parameters:
  ///   - descriptor: of an open file; it may be closed afterwards.
  ///   - offset: a whole number of `pageSize`.
  init?(descriptor: Int32, offset: Int, count: Int) {
    self.count = count
    guard count > 0 else {
      start = nil
      return
    }
    let address = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, off_t(offset))
    guard let address, address != MAP_FAILED else { return nil }
    start = address
  }

  /// The whole of a file.
  convenience init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(descriptor: descriptor, offset: 0, count: Int(status.st_size))
  }

  deinit {
    if let start { munmap(start, count) }
  }

  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }, count: count)
  }

  /// As 64-bit floating point numbers of this machine.
  var numbers: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: start.map { UnsafePointer($0.assumingMemoryBound(to: Double.self)) }, count: count / 8)
  }

  /// Takes bytes that have been looked at out of memory; they come back from the file when looked at again.
  ///
  /// When a page is looked at the system brings its neighbours too, those of the aligned 64 kB around it (Linux's
  /// `fault_around_bytes`), and every release interrupts the other processors. So memory is released in aligned
  /// stretches, each when a range reaches its end, and with it the stretch before, where another thread may have been
  /// behind.
  func release(_ range: Range<Int>) {
    guard let start, !range.isEmpty else { return }
    let stretch = 1 << 18
    let lead = Int(bitPattern: start) % stretch
    let first = max(0, ((range.lowerBound + lead) / stretch - 1) * stretch - lead)
    let last = range.upperBound == count ? count : (range.upperBound + lead) / stretch * stretch - lead
    guard last > range.lowerBound else { return }
    madvise(start + first, last - first, MADV_DONTNEED)
  }

  static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
}
