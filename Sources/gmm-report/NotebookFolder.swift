internal import Directives
internal import FoundationEssentials

/// The folder a notebook stands in: the files it names are relative to it.
struct NotebookFolder: Sendable {
  private let path: String

  init(of notebook: String) {
    path = notebook.lastIndex(of: "/").map { String(notebook[..<$0]) } ?? "."
  }

  func file(_ name: String) throws(DataFiles.Unreadable) -> [UInt8] {
    let full = name.hasPrefix("/") ? name : path + "/" + name
    var isFolder = false
    guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder else {
      throw DataFiles.Unreadable("there is no file '\(name)'", neighbours: neighbours(of: name))
    }
    do { return [UInt8](try Data(contentsOf: URL(filePath: full))) } catch {
      throw DataFiles.Unreadable("the file '\(name)' cannot be read")
    }
  }

  /// Other files in the folder that `name` names.
  private func neighbours(of name: String) -> [String] {
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
    return files.sorted().map { folder + $0 }
  }
}
