/// The bytes of a file: in memory, or mapped from the disk, so that only what is looked at takes up memory.
package struct FileBytes: Sendable {
  private enum Source: Sendable {
    case array([UInt8])
    case mapping(Mapping)
  }

  private let source: Source

  package init(_ bytes: [UInt8]) { source = .array(bytes) }

  /// The file as it stands on the disk; `nil` when it cannot be read.
  ///
  /// A short file is read at once: someone may save it anew, shorter, while a notebook is at work on it, and to look at
  /// mapped bytes that are gone ends the process.
  package init?(path: String) {
    guard let mapping = Mapping(path: path) else { return nil }
    let isShort = mapping.count < 1 << 24
    source = isShort ? .array(Array(mapping.bytes)) : .mapping(mapping)
  }

  package var count: Int {
    switch source {
    case .array(let bytes): bytes.count
    case .mapping(let mapping): mapping.count
    }
  }

  package func withUnsafeBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch source {
    case .array(let bytes): bytes.withUnsafeBufferPointer(body)
    case .mapping(let mapping): withExtendedLifetime(mapping) { body(mapping.bytes) }
    }
  }

  /// All of them in an array.
  package var array: [UInt8] {
    switch source {
    case .array(let bytes): bytes
    case .mapping(let mapping): withExtendedLifetime(mapping) { Array(mapping.bytes) }
    }
  }

  /// Calls `body` with block after block. Of a mapped file no more than a block is in memory at a time.
  package func forEachBlock(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let length = 1 << 20
    for start in stride(from: 0, to: count, by: length) {
      let block = start..<min(start + length, count)
      withUnsafeBytes { body(UnsafeBufferPointer(rebasing: $0[block])) }
      release(block)
    }
  }

  /// Gives back the memory of mapped bytes that have been looked at; they can be looked at again.
  func release(_ range: Range<Int>) {
    if case .mapping(let mapping) = source { mapping.release(range) }
  }
}
