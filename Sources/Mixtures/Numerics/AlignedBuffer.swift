/// Doubles on a cache-line boundary, where the kernels read fastest.
///
/// Filled by its one owner before it is shared, never written after: that makes it safe to send.
final class AlignedBuffer: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Double>
  let count: Int

  init(count: Int) {
    let size = max(count, 1) * MemoryLayout<Double>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    self.count = count
    pointer = raw.bindMemory(to: Double.self, capacity: max(count, 1))
    pointer.initialize(repeating: 0, count: max(count, 1))
  }

  deinit { UnsafeMutableRawPointer(pointer).deallocate() }
}
