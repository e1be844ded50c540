import Foundation
import Testing

/// The reports of all notebooks of this repository, rendered once for all tests.
enum ShippedReports {
  /// The files of output/ as the notebooks render them now, by their path in that folder.
  ///
  /// - Throws: when a notebook fails or one of its claims does not hold, with what was printed.
  static func rendered() throws -> [String: Data] { try result.get() }

  private static let result = Result {
    let desk = try Desk()
    let notebooks = RenderedFolder.shippedNotebooks.map { "notebooks/\($0).md" }
    let run = try Program.run(
      notebooks + ["--quiet", "--output", desk.folder.path], in: RenderedFolder.repository)
    guard run.status == 0 else { throw Failure(description: run.errors) }
    return Dictionary(uniqueKeysWithValues: try desk.files().map { ($0, try desk.data($0)) })
  }

  private struct Failure: Error, CustomStringConvertible {
    var description: String
  }
}
