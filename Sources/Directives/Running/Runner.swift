package import Notebooks
package import Reports
internal import Tables
internal import TeXMath

/// Runs a checked notebook from top to bottom.
package struct Runner {
  package struct Settings: Sendable {
    /// gmm-report's own version, for the provenance.
    package var version: String
    /// No result depends on it.
    package var threads: Int
    /// The formats of figures besides the images of the report; the notebook's own choice when `nil`.
    package var figures: [Report.Figure.Format]?

    package init(version: String, threads: Int = 1, figures: [Report.Figure.Format]? = nil) {
      self.version = version
      self.threads = threads
      self.figures = figures
    }
  }

  /// What a cell is about to do or has done; the clock and the terminal are the caller's.
  package struct Progress: Sendable, Hashable {
    package enum Stage: Sendable, Hashable { case begins, ends }

    package var stage: Stage
    /// From 1, among `count` cells.
    package var cell: Int
    package var count: Int
    /// `fit`
    package var verb: String
    /// The name or label after the verb.
    package var name: String?
    /// `fits 6 components to wine`
    package var activity: String
    package var location: SourceLocation
  }

  package struct Outcome: Sendable {
    package var report: Report
    package var warnings: [Diagnostic]
    /// Statements that do not hold: the report shows them, and `gmm-report` exits with 1.
    package var falseClaims: [Diagnostic]
    /// Pinned values that `--fix` would rewrite; without it they are errors.
    package var stalePins: [StalePin]
  }

  private let checked: CheckedNotebook
  private let settings: Settings

  package init(_ checked: CheckedNotebook, settings: Settings) {
    self.checked = checked
    self.settings = settings
  }

  /// - Parameter observe: told before and after every cell.
  /// - Throws: `Diagnostics` of the first cell or text that fails.
  package func run(observe: (Progress) -> Void = { _ in }) throws(Diagnostics) -> Outcome {
    let notebook = checked.notebook
    var figures = checked.figures
    if let formats = settings.figures { figures.formats = formats }
    var session = Session(
      parameters: checked.parameters, seed: notebook.frontMatter.seed?.value ?? 1, threads: settings.threads,
      files: checked.files, numbering: checked.numbering, figures: figures, reportName: notebook.name)
    for (name, value) in checked.parameters.texts { session.record("params.\(name)", value) }
    do {
      let blocks = try self.blocks(in: &session, observe: observe)
      let notes = try session.composing { composer, evaluate in try composer.notes(evaluate: evaluate) }
      let header = try session.composing { composer, evaluate in
        try composer.header(for: notebook.frontMatter, evaluate: evaluate)
      }
      let provenance = Report.Provenance(
        version: settings.version, notebookSHA256: sha256(Array(notebook.source.utf8)), dataFiles: session.dataFiles,
        seed: session.seed, options: session.provenance, warnings: session.warnings.count)
      let report = Report(
        name: notebook.name, header: header, blocks: blocks, notes: notes, references: checked.numbering.references,
        provenance: provenance, attachments: session.attachments)
      return Outcome(
        report: report, warnings: session.warnings, falseClaims: session.falseClaims, stalePins: session.stalePins)
    } catch let diagnostic as Diagnostic {
      throw Diagnostics([diagnostic])
    } catch let diagnostics as Diagnostics {
      throw diagnostics
    } catch {
      throw Diagnostics([.error("\(error)", at: session.location)])
    }
  }

  private func blocks(in session: inout Session, observe: (Progress) -> Void) throws -> [Report.Block] {
    var blocks: [Report.Block] = []
    var number = 0
    for block in checked.notebook.blocks {
      switch block {
      case .markup(let markup):
        blocks += try session.composing { composer, evaluate in try composer.blocks(for: [markup], evaluate: evaluate) }
      case .directive(let call):
        guard let cell = checked.cells[call.location] else { continue }
        number += 1
        var progress = Progress(
          stage: .begins, cell: number, count: checked.cells.count, verb: call.verb.value, name: call.name?.value,
          activity: cell.directive.activity, location: call.location)
        observe(progress)
        blocks += try self.blocks(of: cell, in: &session)
        progress.stage = .ends
        observe(progress)
      }
    }
    return blocks
  }

  private func blocks(of cell: Cell, in session: inout Session) throws -> [Report.Block] {
    session.location = cell.call.location
    var blocks: [Report.Block] = []
    if cell.echoes {
      blocks.append(.details(summary: [.text("Source")], [.code(language: "yaml", text: cell.call.source)]))
    }
    // A cell that fails leaves no half-made results behind.
    var attempt = session
    do {
      blocks += try cell.directive.run(in: &attempt)
      session = attempt
    } catch {
      guard cell.showsError else { throw error.asDiagnostics(at: cell.call.location) }
      for diagnostic in error.asDiagnostics(at: cell.call.location).all { blocks.append(.callout(diagnostic.callout)) }
    }
    return blocks + session.takeCallouts()
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

extension Notebook {
  /// The file's name without folders and extension: what the report is called.
  package var name: String { Self.name(ofFile: path) }

  package static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }
}
