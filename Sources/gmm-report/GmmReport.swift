internal import ArgumentParser
internal import Directives
internal import FoundationEssentials
internal import Notebooks
internal import Reports

@main
struct GmmReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gmm-report",
    abstract: "Runs Markdown notebooks about Gaussian mixtures and writes their reports.",
    discussion: """
      Every notebook is checked as a whole before any of it runs. The report is written to OUTPUT/NAME.html and \
      OUTPUT/NAME.md, its figures to OUTPUT/NAME/; nothing is written when the notebook fails.

      'gmm-report directives' lists what notebooks can say: every directive, option, member and function.

      Exit status: 0 when all is well, 1 when a notebook fails or a claim does not hold, 2 for wrong usage.
      """,
    version: version)

  static let version = "0.1.0"

  @Argument(help: "The notebooks to run.")
  var notebooks: [String] = []

  @Option(name: [.short, .long], help: ArgumentHelp("The folder that reports are written to.", valueName: "dir"))
  var output = "output"

  @Option(help: ArgumentHelp("html, md or both; the notebook's own choice when absent.", valueName: "html,md"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "Also writes every figure as a file of these formats: png, svg, pdf; the notebook's own choice when absent.",
      valueName: "png,svg,pdf"))
  var figures: String?

  @Option(help: ArgumentHelp("Sets a parameter of the notebook; may be repeated.", valueName: "name=value"))
  var param: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many threads to work on; one a processor when absent. The report does not depend on it.", valueName: "n"))
  var threads: Int?

  @Flag(help: "Rewrites pinned values that are out of date.")
  var fix = false

  @Flag(help: "Fails on warnings.")
  var strict = false

  @Flag(help: "Prints nothing but errors and warnings.")
  var quiet = false

  @Flag(help: "Prints where the time went; cells that run at the same time are each counted in full.")
  var timings = false

  func validate() throws {
    if notebooks.isEmpty { throw ValidationError("Name at least one notebook.") }
    _ = try formats()
    _ = try figureFormats()
    _ = try settings()
    if let threads, threads < 1 {
      throw ValidationError("\(threads) threads cannot do any work; write --threads 1 or more.")
    }
    for (index, path) in notebooks.enumerated() {
      guard let other = notebooks[..<index].first(where: { Notebook.name(ofFile: $0) == Notebook.name(ofFile: path) })
      else { continue }
      throw ValidationError(
        "\(other) and \(path) would be written to the same report; run one of them with another --output.")
    }
  }

  func run() throws {
    let options = RenderJob.Options(
      output: output, formats: try formats(), figures: try figureFormats(), parameters: try settings(), fix: fix,
      strict: strict, quiet: quiet, timings: timings,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    let terminal = Terminal()
    var failed = false
    for path in notebooks where !RenderJob(path: path, options: options, terminal: terminal).run() { failed = true }
    if failed { throw ExitCode(1) }
  }

  private func formats() throws -> [String]? { try Formats.list(format, of: "format", among: Formats.names) }

  private func figureFormats() throws -> [Report.Figure.Format]? {
    let names = Report.Figure.Format.allCases.map(\.rawValue)
    return try Formats.list(figures, of: "figure format", among: names)?.compactMap(Report.Figure.Format.init)
  }

  private func settings() throws -> [(name: String, value: String)] {
    try param.map { text in
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        throw ValidationError("'\(text)' does not set a parameter; write --param name=value.")
      }
      return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }
  }

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // ArgumentParser reads a subcommand beside any number of notebooks as one of them.
    if arguments.first == "directives" {
      ListDirectives.start(Array(arguments.dropFirst()))
    } else {
      start(arguments)
    }
  }
}

/// `gmm-report directives`
struct ListDirectives: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gmm-report directives",
    abstract: "Lists every directive, option, member and function of the notebook language.")

  func run() { Terminal.print(Registry.standard.help(), to: 1) }
}

extension ParsableCommand {
  /// Parses and runs; ArgumentParser ends wrong usage with 64, here that is 2, as for most Unix tools.
  fileprivate static func start(_ arguments: [String]) {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if !message.isEmpty { Terminal.print(message, to: code == .success ? 1 : 2) }
      Terminal.end(with: code == .validationFailure ? 2 : code.rawValue)
    }
  }
}
