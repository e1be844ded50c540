package import Notebooks

/// Why a `.bib` file cannot be read, and where.
package struct BibTeXError: Error, Sendable, Hashable {
  /// What is wrong, as a sentence without a full stop.
  package var message: String
  /// The place in the `.bib` file.
  package var location: SourceLocation

  package init(_ message: String, at location: SourceLocation) {
    self.message = message
    self.location = location
  }

  /// The same as a mistake of the notebook that names the file.
  ///
  /// - Parameter bibliography: the file's name and where the front matter gives it.
  package func diagnostic(for bibliography: Located<String>) -> Diagnostic {
    .error(
      "\(bibliography.value):\(location.line):\(location.column): \(message)", at: bibliography.location,
      hint: "mend the bibliography at the place given")
  }
}
