/// Doubles on a cache-line boundary, as the kernels want their scratch space; not initialised.
///
/// Written by one owner at a time: that makes it safe to send.
final class AlignedBuffer: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Double>
  let count: Int

  init(count: Int) {
    let size = max(count, 1) * MemoryLayout<Double>.stride
    self.count = count
    pointer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
      .bindMemory(to: Double.self, capacity: max(count, 1))
  }

  deinit { UnsafeMutableRawPointer(pointer).deallocate() }
}
