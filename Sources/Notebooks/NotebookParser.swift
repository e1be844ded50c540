internal import CCmarkGFM

extension Notebook {
  /// Reads a notebook.
  ///
  /// - Parameters:
  ///   - source: the text, with LF or CRLF line ends.
  ///   - path: how diagnostics call it.
  /// - Throws: all mistakes of form found in the text, together.
  package init(parsing source: String, path: String) throws(Diagnostics) {
    self.init(path: path, source: source, frontMatter: FrontMatter(), blocks: [], footnotes: [])
  }
}
