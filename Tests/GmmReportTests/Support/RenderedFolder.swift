import Foundation

/// The folders of this repository that hold notebooks and reports, and listings of such folders.
enum RenderedFolder {
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The names of the notebooks of this repository, without `.md`.
  static let shippedNotebooks = files(in: repository.appending(path: "notebooks"))
    .filter { $0.hasSuffix(".md") && !$0.contains("/") }.map { String($0.dropLast(3)) }

  /// Every file below a folder, as paths from it, in order; empty when there is no such folder.
  static func files(in folder: URL) -> [String] {
    (FileManager.default.subpaths(atPath: folder.path) ?? []).filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder.appending(path: path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
