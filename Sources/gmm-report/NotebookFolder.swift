internal import Directives
internal import FoundationEssentials
internal import Tables

/// The folder a notebook stands in: the files it names are relative to it.
struct NotebookFolder: Sendable {
  private let path: String
  /// What stands before the name of the notebook: `notebooks/`.
  private let prefix: String

  init(of notebook: String) {
    prefix = notebook.lastIndex(of: "/").map { String(notebook[...$0]) } ?? ""
    path = prefix.isEmpty ? "." : prefix
  }

  func file(_ name: String) throws(DataFiles.Unreadable) -> FileBytes {
    let full = name.hasPrefix("/") ? name : prefix + name
    var isFolder = false
    guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else {
      throw DataFiles.Unreadable("there is no file '\(name)'", neighbours: neighbours(of: name))
    }
    if isFolder { throw DataFiles.Unreadable("'\(name)' is a folder, not a file") }
    guard let bytes = FileBytes(path: full) else {
      throw DataFiles.Unreadable("the file '\(name)' cannot be read")
    }
    return bytes
  }

  /// The notebooks of the folder, called as the one they stand beside.
  var notebooks: [String] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".md") }
    return names.sorted().map { prefix + $0 }
  }

  /// Other files in the folder that `name` names.
  private func neighbours(of name: String) -> [String] {
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
    return files.sorted().map { folder + $0 }
  }
}
