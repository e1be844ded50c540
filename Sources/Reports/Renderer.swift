/// The files that one renderer makes of a report.
package struct RenderedReport: Sendable, Hashable {
  package struct File: Sendable, Hashable {
    /// Relative to the output folder: `wine.html`, `wine/fig-hist.png`.
    package var path: String
    package var contents: [UInt8]

    package init(path: String, contents: [UInt8]) {
      self.path = path
      self.contents = contents
    }
  }

  package var files: [File]

  package init(files: [File]) { self.files = files }
}

/// Lays a report out in one format. Pure: the same report gives the same bytes, and nothing is read or written.
package protocol Renderer: Sendable {
  /// The name in `--format`.
  static var format: String { get }
  init()
  func render(_ report: Report) throws -> RenderedReport
}
