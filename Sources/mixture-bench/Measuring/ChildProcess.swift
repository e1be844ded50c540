#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A program that is run to its end.
struct ChildProcess {
  /// 0 when all was well.
  let status: Int
  /// What it wrote to standard output.
  let output: String
  /// The most memory it held at a time, in bytes, everything in it counted.
  let peakBytes: Int

  /// - Parameters:
  ///   - program: the path of the executable.
  ///   - quietly: whether what it writes to standard error is thrown away.
  /// - Throws: `BenchmarkError` when it cannot be started.
  static func run(_ program: String, _ arguments: [String], quietly: Bool = false) throws -> ChildProcess {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BenchmarkError("no pipe to \(program): \(reason(errno))") }
    defer { close(ends[0]) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    if quietly { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    let failure = posix_spawn(&child, program, &actions, nil, &words, environ)
    close(ends[1])
    guard failure == 0 else { throw BenchmarkError("\(program) cannot be run: \(reason(failure))") }
    let output = everything(from: ends[0])
    var (status, usage) = (Int32(0), rusage())
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    return ChildProcess(
      status: Int(status & 0x7f == 0 ? (status >> 8) & 0xff : status & 0x7f),
      output: String(decoding: output, as: UTF8.self), peakBytes: Int(usage.ru_maxrss) * unit)
  }

  private static func everything(from descriptor: Int32) -> [UInt8] {
    var (all, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return all }
      all += piece[..<count]
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
