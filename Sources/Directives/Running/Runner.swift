package import Notebooks
package import Reports
internal import Tables

/// Runs a checked notebook.
///
/// With more than one thread cells that do not use each other's results run at the same time; what comes out is that of
/// running them from top to bottom, the first error included.
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

  /// What a cell is about to do or has done; the terminal is the caller's.
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
    /// How long the cell took; zero when it begins.
    package var duration: Duration = .zero
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

  /// - Parameter observe: told before and after every cell, in the order of the notebook.
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
        version: settings.version, notebookSHA256: sha256(FileBytes(Array(notebook.source.utf8))),
        dataFiles: session.log.dataFiles,
        seed: session.seed, options: session.log.provenance, warnings: session.log.warnings.count)
      let report = Report(
        name: notebook.name, header: header, blocks: blocks, notes: notes, references: checked.numbering.references,
        provenance: provenance, attachments: session.log.attachments)
      return Outcome(
        report: report, warnings: session.log.warnings, falseClaims: session.log.falseClaims,
        stalePins: session.log.stalePins)
    } catch let diagnostic as Diagnostic {
      throw Diagnostics([diagnostic])
    } catch let diagnostics as Diagnostics {
      throw diagnostics
    } catch {
      throw Diagnostics([.error("\(error)", at: session.location)])
    }
  }

  private func blocks(in session: inout Session, observe: (Progress) -> Void) throws -> [Report.Block] {
    let cells = checked.notebook.blocks.compactMap { block in
      if case .directive(let call) = block { checked.cells[call.location] } else { nil }
    }
    let runs = CellRuns(cells, from: session)
    runs.start()
    defer { runs.stop() }
    var blocks: [Report.Block] = []
    var number = 0
    for block in checked.notebook.blocks {
      switch block {
      case .markup(let markup):
        blocks += try session.composing { composer, evaluate in try composer.blocks(for: [markup], evaluate: evaluate) }
      case .directive:
        let cell = cells[number]
        number += 1
        var progress = Progress(
          stage: .begins, cell: number, count: cells.count, verb: cell.call.verb.value, name: cell.call.name?.value,
          activity: cell.directive.activity, location: cell.call.location)
        observe(progress)
        session.location = cell.call.location
        let outcome = runs.outcome(of: number - 1, in: session)
        if let failure = outcome.failure { throw failure }
        if let closed = outcome.session { session.close(closed) }
        blocks += outcome.blocks
        (progress.stage, progress.duration) = (.ends, outcome.duration)
        observe(progress)
      }
    }
    return blocks
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
