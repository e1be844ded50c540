internal import FoundationEssentials
internal import Reports

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Puts files in place so that a reader never meets half of one.
///
/// Every file is first written beside its final place; only when all of them are on disk are they renamed, one after
/// the other. A failure before that leaves the last good output as it was.
struct OutputFiles {
  let folder: String

  /// - Throws: `OutputError` with the path that could not be written and the system's reason.
  func write(_ files: [RenderedReport.File]) throws {
    try Self.place(files.map { (folder + "/" + $0.path, Data($0.contents)) })
  }

  /// Replaces one file by a text.
  static func replace(_ path: String, _ text: String) throws { try place([(path, Data(text.utf8))]) }

  private static func place(_ files: [(path: String, contents: Data)]) throws {
    var written: [(temporary: String, path: String)] = []
    do {
      for (path, contents) in files {
        let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try makeFolder(parent)
        let temporary = path + ".new-\(getpid())"
        written.append((temporary, path))
        try system(path) { try contents.write(to: URL(filePath: temporary)) }
      }
      for (temporary, path) in written where rename(temporary, path) != 0 {
        throw OutputError(path: path, reason: String(cString: strerror(errno)))
      }
    } catch {
      for (temporary, _) in written { unlink(temporary) }
      throw error
    }
  }

  private static func makeFolder(_ path: String) throws {
    var isFolder = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder { return }
      throw OutputError(path: path, reason: "it is a file, not a folder")
    }
    try system(path) { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  }

  private static func system(_ path: String, _ action: () throws -> Void) throws {
    errno = 0
    do { try action() } catch {
      throw OutputError(path: path, reason: errno == 0 ? "the system refused it" : String(cString: strerror(errno)))
    }
  }
}

/// A file or folder that could not be written, and why.
struct OutputError: Error {
  let path: String
  let reason: String
}
