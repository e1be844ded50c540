#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where output goes that is not the result itself.
enum Terminal {
  /// A line of progress, on standard error.
  static func note(_ text: String) {
    Array((text + "\n").utf8).withUnsafeBytes { _ = write(2, $0.baseAddress, $0.count) }
  }

  /// Hands on what was printed.
  static func flush() { fflush(nil) }
}
