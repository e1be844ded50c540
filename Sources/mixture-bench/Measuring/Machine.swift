internal import BenchmarkKernels
internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The most that this machine can do, measured in the same run as the work.
package struct Machine: Codable, Sendable, Hashable {
  /// The processor's name as it gives it.
  package let processor: String
  package let threads: Int
  /// The instructions of the multiply-add loop.
  package let instructions: String
  /// Floating-point operations a second, in units of 10⁹, of a loop of independent multiplications and additions, none
  /// of them fused, on all threads.
  package let operations: Double
  /// Bytes a second, in units of 10⁹, read and written by a copy from memory to memory on all threads: 16 a double.
  package let bytes: Double

  package init(processor: String, threads: Int, instructions: String, operations: Double, bytes: Double) {
    self.processor = processor
    self.threads = threads
    self.instructions = instructions
    self.operations = operations
    self.bytes = bytes
  }

  /// Measures for about a second: the best of several rounds, since a peak is what can be reached at all.
  static func measured(threads: Int) -> Machine {
    Machine(
      processor: processorName, threads: threads, instructions: String(cString: bk_instruction_set()),
      operations: multiplyAdd(threads), bytes: copy(threads))
  }

  /// Processors online.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private static func multiplyAdd(_ threads: Int) -> Double {
    let turns = 5_000_000
    let operations = Double(turns * bk_multiply_add_operations() * threads)
    let best = (0..<20).map { _ in
      Stopwatch.time { DispatchQueue.concurrentPerform(iterations: threads) { _ in _ = bk_multiply_add(turns) } }
        .seconds
    }.min()
    return operations / (best ?? .nan) * 1e-9
  }

  private static func copy(_ threads: Int) -> Double {
    // 128 MB each, several times what a last-level cache holds.
    let count = 1 << 24
    let (source, target) = (Buffer(count), Buffer(count))
    func round() -> Double {
      Stopwatch.time {
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
          let (from, to) = (count * thread / threads, count * (thread + 1) / threads)
          bk_copy(target.start + from, source.start + from, to - from)
        }
      }.seconds
    }
    let best = (0..<20).map { _ in round() }.min()
    return 16 * Double(count) / (best ?? .nan) * 1e-9
  }

  private static var processorName: String {
    #if canImport(Darwin)
      var (name, size) = ([CChar](repeating: 0, count: 256), 256)
      guard sysctlbyname("machdep.cpu.brand_string", &name, &size, nil, 0) == 0 else { return "unknown processor" }
      return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      guard let facts = try? TextFile.read("/proc/cpuinfo") else { return "unknown processor" }
      let line = String(decoding: facts, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("model name") }
      return line?.split(separator: ":").dropFirst().first.map { $0.drop { $0 == " " } }.map(String.init)
        ?? "unknown processor"
    #endif
  }
}

/// Doubles that threads share.
private final class Buffer: @unchecked Sendable {
  let start: UnsafeMutablePointer<Double>

  init(_ count: Int) {
    start = .allocate(capacity: count)
    start.initialize(repeating: 1, count: count)
  }

  deinit { start.deallocate() }
}
