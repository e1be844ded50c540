internal import Mixtures
internal import Notebooks
internal import Reports
internal import Wording

/// What `fit` does with a fit once it is made: `require`, `write` and `save`.
struct FitUse: Sendable {
  static let docs: [OptionDoc] = [
    OptionDoc(
      "require", "list of expressions",
      "what must hold of this fit, its members being bare names (converged, best_share >= 0.3); the run fails otherwise"
    ),
    OutputFile.doc("write", ".csv", "a file of the rows’ labels, densities and responsibilities, beside the report"),
    OutputFile.doc("save", ".json", "a file of the fit that load reads, beside the report"),
  ]

  private let requirements: [Statement]
  private let rows: Located<String>?
  private let saved: Located<String>?

  init(_ options: inout Options) {
    requirements = Statement.read(options.read("require") { $0.items } ?? [], as: "a requirement", in: &options)
    rows = options.outputFile("write", ".csv")
    saved = options.outputFile("save", ".json")
  }

  func declare(_ shape: ObjectShape, in scope: inout Scope) {
    for file in [rows, saved].compactMap(\.self) { _ = scope.noting { try $0.write(file) } }
    for requirement in requirements { _ = scope.noting { try requirement.check(in: &$0, membersOf: shape) } }
  }

  /// - Parameter options: those the fit was made with.
  /// - Throws: `Diagnostics` with every requirement that is not met.
  func run(_ fitted: FittedMixture, _ options: FitOptions, in session: inout Session) throws -> [Report.Block] {
    var unmet: [Diagnostic] = []
    for requirement in requirements {
      let (holds, values) = try requirement.judged(in: session, membersOf: fitted)
      let source = requirement.expression.source
      if holds { continue }
      unmet.append(
        .error(
          "the requirement '\(source.value)' of '\(options.name.value)' does not hold", at: source.location,
          hint: Statement.words(values)))
    }
    if !unmet.isEmpty { throw Diagnostics(unmet) }
    var files: [(link: Phrase, contents: String)] = []
    if let rows {
      let link = session.attach(rows.value, try fitted.prediction().csv(rowNumbers: fitted.rowNumbers))
      files.append((link, "labels, densities and responsibilities of \(counted(fitted.fit.n, "row"))"))
    }
    if let saved {
      let text = SavedFit.text(of: fitted, data: options.data.source.value)
      files.append((session.attach(saved.value, Array(text.utf8)), "the fit, for load"))
    }
    return files.isEmpty ? [] : [OutputFile.note(files)]
  }
}
