import Synchronization

/// Memory for the pixels of a picture, handed on to the next picture: the system would have to clear fresh memory page
/// by page, which takes a third as long as drawing does.
final class PixelMemory: Sendable {
  private static let idle = Mutex<[PixelMemory]>([])
  /// A picture larger than this gives its memory back to the system.
  private static let largestKept = 1 << 25

  nonisolated(unsafe) let bytes: UnsafeMutablePointer<UInt8>
  private let byteCount: Int

  /// Memory that nobody uses; it holds anything.
  static func borrowed(byteCount: Int) -> PixelMemory {
    if let waiting = idle.withLock({ $0.popLast() }), waiting.byteCount >= byteCount { return waiting }
    // Enough for the pictures of about this size that come next.
    return PixelMemory(byteCount: 1 << (Int.bitWidth - (byteCount - 1).leadingZeroBitCount))
  }

  /// Lets others use this memory.
  func giveBack() {
    if byteCount <= Self.largestKept { Self.idle.withLock { $0.append(self) } }
  }

  private init(byteCount: Int) {
    bytes = .allocate(capacity: byteCount)
    self.byteCount = byteCount
  }

  deinit { bytes.deallocate() }
}
