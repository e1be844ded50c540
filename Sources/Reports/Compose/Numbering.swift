package import Notebooks

/// The numbers and anchors of everything in a notebook that has one, found from its text before anything runs.
///
/// Figures, tables and labelled equations count through the report, each kind for itself; so do definitions, theorems
/// and examples. Sections have numbers such as `2.1`. Footnotes and cited works are numbered by their first mention.
package struct Numbering: Sendable, Hashable {
  package struct Section: Sendable, Hashable {
    /// 2 for a section, 3 for a subsection; 1 is the report's title.
    package var level: Int
    package var anchor: String
    /// `nil` for a heading within a list, a quotation or a note.
    package var number: String?
  }

  /// The works cited, in the order of their numbers.
  package internal(set) var references: [Report.Reference] = []
  /// What each label names, `3` or `2.1`.
  var numbers: [String: String] = [:]
  var sections: [SourceLocation: Section] = [:]
  var callouts: [SourceLocation: Int] = [:]
  /// Footnotes mentioned, in the order of their numbers.
  var notes: [Footnote] = []
  var noteNumbers: [String: Int] = [:]
  var citationNumbers: [String: Int] = [:]
  /// The lines of the notebook, for places within formulas.
  var lines: [Substring] = []

  init() {}

  /// Numbers a notebook.
  ///
  /// - Throws: every label given twice, every mention of what is not there, and every formula
  ///   that cannot be read, in the order of the text.
  package init(of notebook: Notebook, bibliography: Bibliography = Bibliography()) throws(Diagnostics) {
    var pass = NumberingPass(notebook: notebook, bibliography: bibliography)
    pass.run()
    let mistakes = pass.mistakes.sorted { ($0.location ?? .start) < ($1.location ?? .start) }
    if !mistakes.isEmpty { throw Diagnostics(mistakes) }
    self = pass.numbering
  }

  /// The number of the figure, table or equation that has this label.
  package func number(of label: String) -> Int? { numbers[label].flatMap { Int($0) } }

  /// `Figure 3` for `fig-hist`; `nil` when nothing has this label.
  package func name(of label: String) -> String? {
    guard let number = numbers[label], let kind = LabelKind(of: label) else { return nil }
    return "\(kind.word) \(number)"
  }
}

extension SourceLocation {
  fileprivate static let start = SourceLocation(line: 1, column: 1)
}
