internal import Notebooks
internal import Reports
internal import Tables
internal import TeXMath

/// What running a cell came to.
struct CellOutcome: Sendable {
  /// What the cell shows.
  let blocks: [Report.Block]
  /// The session after it; `nil` when the cell failed, which leaves no half-made results behind.
  let session: Session?
  /// Why the run cannot go on; `nil` also when the error is shown in the report.
  let failure: Diagnostics?
  let duration: Duration

  /// Runs a cell.
  ///
  /// - Parameter session: as `Session.opened` gave it.
  init(_ cell: Cell, in session: Session) {
    let clock = ContinuousClock()
    let begin = clock.now
    var blocks: [Report.Block] = []
    if cell.echoes {
      blocks.append(.details(summary: [.text("Source")], [.code(language: "yaml", text: cell.call.source)]))
    }
    var attempt = session
    do {
      blocks += try cell.directive.run(in: &attempt)
      self.blocks = blocks + attempt.log.callouts
      self.session = attempt
      failure = nil
    } catch {
      let diagnostics = error.asDiagnostics(at: cell.call.location)
      self.blocks = blocks + diagnostics.all.map { .callout($0.callout) }
      self.session = nil
      failure = cell.showsError ? nil : diagnostics
    }
    duration = clock.now - begin
  }
}

extension Error {
  /// The error with a place in the notebook: its own, or that of the cell.
  fileprivate func asDiagnostics(at location: SourceLocation) -> Diagnostics {
    switch self {
    case let diagnostic as Diagnostic: Diagnostics([diagnostic])
    case let diagnostics as Diagnostics: diagnostics
    case let error as TableError: Diagnostics([.error(error.message, at: location, hint: error.hint)])
    case let error as TeXError: Diagnostics([.error(error.message, at: location, hint: error.hint)])
    default: Diagnostics([.error("\(self)", at: location)])
    }
  }
}

extension Diagnostic {
  /// The error as `error: true` shows it.
  fileprivate var callout: Report.Callout {
    let place = location.map { "Line \($0.line): " } ?? ""
    let sentence = place + message + (hint.map { " (\($0))" } ?? "") + "."
    return Report.Callout(kind: .caution, title: [.text("Error")], blocks: [.paragraph([.text(sentence)])])
  }
}
