#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Standard error: where progress and diagnostics go, so that standard output stays free.
struct Terminal: Sendable {
  /// Whether somebody is watching, so that a line may be drawn over.
  private let isInteractive = isatty(2) != 0

  func line(_ text: String) { Self.write((isInteractive ? "\r\u{1B}[K" : "") + text + "\n", to: 2) }

  /// A line that the next one replaces; nothing when the output is piped.
  func transient(_ text: String) {
    if isInteractive { Self.write("\r\u{1B}[K" + text, to: 2) }
  }

  /// - Parameter descriptor: 1 for standard output, 2 for standard error.
  static func print(_ text: String, to descriptor: Int32) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: descriptor)
  }

  static func end(with status: Int32) -> Never { exit(status) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { writeBytes(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}

private let writeBytes = write
