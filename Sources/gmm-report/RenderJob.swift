internal import Directives
internal import FoundationEssentials
internal import Mixtures
internal import Notebooks
internal import Reports
internal import Tables
internal import Wording

/// One notebook, from its file to the files of its report.
struct RenderJob {
  struct Options {
    var output: String
    var formats: [String]?
    var figures: [Report.Figure.Format]?
    var parameters: [(name: String, value: String)]
    var fix: Bool
    var strict: Bool
    var quiet: Bool
    var timings: Bool
    var threads: Int
  }

  let path: String
  let options: Options
  let terminal: Terminal

  /// - Returns: whether all is well: it ran, every claim holds, and there is no warning that may not be.
  func run() -> Bool {
    var watch = Stopwatch()
    guard let source = read() else { return false }
    do {
      let draft = watch.time("parse") { NotebookDraft(reading: source, path: path) }
      let own = try Formats.chosen(by: draft.notebook.frontMatter)
      let checked = try watch.time("check") { try check(draft) }
      let outcome = try execute(checked, &watch)
      var report = outcome.report
      let fixed = options.fix && !outcome.stalePins.isEmpty ? source.rewriting(outcome.stalePins) : nil
      // The report is that of the notebook as it will stand beside it.
      if let fixed { report.provenance.notebookSHA256 = sha256(FileBytes(Array(fixed.utf8))) }
      var files = try pages(of: report, in: options.formats ?? own, &watch)
      files.append(report.figureFiles(options.figures ?? checked.figureFormats))
      files.append(report.attachmentFiles)
      let unique = files.joined().reduce(into: [RenderedReport.File]()) { all, file in
        if !all.contains(where: { $0.path == file.path }) { all.append(file) }
      }
      try watch.time("write") {
        try OutputFiles(folder: options.output).write(unique)
        if let fixed { try OutputFiles.replace(path, fixed) }
      }
      return conclude(outcome, source, unique, watch)
    } catch let diagnostics as Diagnostics {
      for diagnostic in diagnostics.all { terminal.line(diagnostic.rendered(inSource: source, path: path)) }
      terminal.line("\(path): \(counted(diagnostics.all.count, "error")); nothing written")
    } catch let error as OutputError {
      terminal.line("\(error.path): error: cannot be written; \(error.reason)")
    } catch {
      terminal.line("\(path): error: \(error)")
    }
    return false
  }

  private func read() -> String? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      let near = nearestName(to: path, in: NotebookFolder(of: path).notebooks)
      terminal.line("\(path): error: there is no such notebook" + (near.map { "; did you mean '\($0)'?" } ?? ""))
      return nil
    }
    if isFolder {
      terminal.line("\(path): error: this is a folder; name the notebooks in it")
      return nil
    }
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      terminal.line("\(path): error: the notebook cannot be read")
      return nil
    }
    guard let source = String(validating: data, as: UTF8.self) else {
      terminal.line("\(path): error: the notebook is not UTF-8 text")
      return nil
    }
    return source
  }

  private func check(_ draft: NotebookDraft) throws -> CheckedNotebook {
    var parameters = Parameters(draft.notebook.frontMatter.parameters)
    for setting in options.parameters {
      do { try parameters.set(setting.name, to: setting.value) } catch { throw Diagnostics([error]) }
    }
    let folder = NotebookFolder(of: path)
    return try CheckedNotebook(
      draft, parameters: parameters,
      files: DataFiles { (name) throws(DataFiles.Unreadable) in try folder.file(name) })
  }

  private func execute(_ checked: CheckedNotebook, _ watch: inout Stopwatch) throws -> Runner.Outcome {
    let settings = Runner.Settings(
      version: GmmReport.version, threads: options.threads, figures: options.figures)
    var laps = watch
    defer { watch = laps }
    return try Runner(checked, settings: settings).run { progress in
      let title = "[\(progress.cell)/\(progress.count)] \(progress.verb)" + (progress.name.map { " \($0)" } ?? "")
      switch progress.stage {
      case .begins:
        if !options.quiet { terminal.transient("\(title): \(progress.activity) …") }
      case .ends:
        laps.add(progress.verb, progress.duration)
        if !options.quiet { terminal.line("\(title): \(progress.activity), \(Stopwatch.text(progress.duration))") }
      }
    }
  }

  /// The report in all its formats, made at the same time.
  private func pages(
    of report: Report, in formats: [String]?, _ watch: inout Stopwatch
  ) throws -> [[RenderedReport.File]] {
    let renderers = Formats.renderers(formats)
    let pages = Parallel.map(renderers.count, threads: options.threads) { index in
      let own = Stopwatch()
      return (files: Result { try renderers[index].render(report).files }, duration: own.total)
    }
    return try zip(renderers, pages).map { renderer, page in
      watch.add("render \(type(of: renderer).format)", page.duration)
      return try page.files.get()
    }
  }

  /// Prints what there is to say at the end, and judges.
  private func conclude(
    _ outcome: Runner.Outcome, _ source: String, _ files: [RenderedReport.File], _ watch: Stopwatch
  ) -> Bool {
    let problems =
      outcome.warnings
      + outcome.falseClaims
      + (options.fix ? [] : outcome.stalePins.map(\.diagnostic))
    for problem in problems { terminal.line(problem.rendered(inSource: source, path: path)) }
    if !options.quiet {
      let pages = files.filter { !$0.path.contains("/") }.map { "\(options.output)/\($0.path)" }
      terminal.line("\(path) → \(joined(pages)) in \(Stopwatch.text(watch.total))")
    }
    if !outcome.warnings.isEmpty { terminal.line("\(path): \(counted(outcome.warnings.count, "warning"))") }
    if options.timings {
      for lap in watch.laps { terminal.line("  \(Stopwatch.text(lap.duration))  \(lap.name)") }
    }
    let errors = problems.count { $0.severity == .error }
    if options.strict, !outcome.warnings.isEmpty {
      terminal.line("\(path): error: warnings fail under --strict")
      return false
    }
    return errors == 0
  }
}
