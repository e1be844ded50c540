#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Executables of this package.
enum Executable {
  /// The path of this one.
  static var own: String {
    #if canImport(Darwin)
      CommandLine.arguments[0]
    #else
      realpath("/proc/self/exe", nil).map { path in
        defer { free(path) }
        return String(cString: path)
      } ?? CommandLine.arguments[0]
    #endif
  }

  /// Another one, in the folder of this one.
  ///
  /// - Throws: `BenchmarkError` with the cure when it was not built.
  static func beside(_ name: String) throws -> String {
    let path = (own.lastIndex(of: "/").map { String(own[...$0]) } ?? "./") + name
    guard access(path, X_OK) == 0 else {
      throw BenchmarkError("\(name) is not there yet; build it first: swift build -c release --product \(name)")
    }
    return path
  }
}
