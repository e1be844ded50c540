import Foundation
import Testing

/// `gmm-report` as a user runs it: the executable that was built with these tests.
enum Program {
  /// How a run ended and what it printed.
  struct Run: Sendable {
    var status: Int32
    /// Standard output.
    var output: String
    /// Standard error: progress and diagnostics.
    var errors: String
  }

  /// - Parameters:
  ///   - folder: the working folder.
  ///   - environment: variables set beside those of the tests.
  static func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Run {
    let executable: URL = try #require(executable, "there is no gmm-report beside the tests: swift build")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: a pipe that nobody empties stops the program.
    let (output, errors) = (Capture(), Capture())
    process.standardOutput = try output.handle()
    process.standardError = try errors.handle()
    try process.run()
    process.waitUntilExit()
    return Run(status: process.terminationStatus, output: try output.text(), errors: try errors.text())
  }

  /// Tests and programs are built into one folder; the tests may lie some folders below it in a bundle.
  private static let executable: URL? = {
    for argument in CommandLine.arguments {
      var folder = URL(filePath: argument).deletingLastPathComponent()
      for _ in 0..<4 {
        let candidate = folder.appending(path: "gmm-report")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder), !isFolder.boolValue {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }()
}

/// A file that takes what a program prints.
private struct Capture {
  private let file = FileManager.default.temporaryDirectory.appending(path: "gmm-report-output-\(UUID())")

  func handle() throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  func text() throws -> String {
    defer { try? FileManager.default.removeItem(at: file) }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
