import Foundation

/// A folder of its own for one test, with the files a notebook needs; it goes when the test ends.
final class Desk: Sendable {
  let folder: URL

  /// - Parameter notebooks: texts by file name.
  init(_ notebooks: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "gmm-report-tests-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in notebooks { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  /// Every file below a folder, as paths from it, in order.
  func files(in name: String = ".") -> [String] { RenderedFolder.files(in: folder.appending(path: name)) }

  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Run {
    try Program.run(arguments, in: folder, environment: environment)
  }
}
