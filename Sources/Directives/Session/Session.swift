internal import Mixtures
package import Notebooks
package import Reports
package import Tables
internal import Wording

/// The state of a run, or what one cell knows of it: results by name, files read, what there was to say. Nothing else
/// changes while a notebook runs.
package struct Session: Sendable {
  package let parameters: Parameters
  /// The notebook's seed; 1 when it names none.
  package let seed: UInt64
  /// How many threads a directive may use; no result depends on it.
  package let threads: Int
  package var files: DataFiles
  /// How figures come out that say nothing themselves.
  let figures: FigureSettings
  /// What the report is called: the folder of what is written beside it.
  private let reportName: String

  /// The call whose directive runs.
  package internal(set) var location = SourceLocation(line: 1, column: 1)
  private(set) var log = SessionLog()

  private let composer: Composer
  private var results: [(name: String, value: any Inspectable)] = []

  package init(
    parameters: Parameters = Parameters(), seed: UInt64 = 1, threads: Int = 1, files: DataFiles,
    numbering: Numbering, figures: FigureSettings = FigureSettings(), reportName: String = "report"
  ) {
    self.parameters = parameters
    self.seed = seed
    self.threads = threads
    self.files = files
    self.figures = figures
    self.reportName = reportName
    composer = Composer(numbering)
  }

  // MARK: Cells

  /// The session that a cell runs in: it has said nothing yet.
  ///
  /// - Parameters:
  ///   - names: of the results that it knows; all when `nil`.
  ///   - cells: sessions of other cells, whose results it may know besides those known here.
  func opened(at location: SourceLocation, knowing names: Set<String>?, from cells: [Session] = []) -> Session {
    var cell = self
    cell.location = location
    cell.log = SessionLog()
    for other in cells { cell.results += other.results }
    if let names { cell.results.removeAll { !names.contains($0.name) } }
    return cell
  }

  /// Takes over what a cell has found and said in a session of its own.
  mutating func close(_ cell: Session) {
    location = cell.location
    results += cell.results.filter { result in !results.contains { $0.name == result.name } }
    log.append(cell.log)
  }

  /// Whether there is a result of this name.
  func knows(_ name: String) -> Bool { results.contains { $0.name == name } }

  // MARK: Results

  /// Stores the result of a cell under its name.
  package mutating func define(_ name: Located<String>, _ result: any Inspectable) {
    results.append((name.value, result))
  }

  /// The table, fit or selection that an option names.
  ///
  /// - Throws: `Diagnostic` when it is of another kind or there is none.
  package func object<Object: Inspectable>(
    _ expression: Expression, as type: Object.Type
  ) throws(Diagnostic) -> Object {
    let value = try value(of: expression)
    if case .object(let object as Object) = value { return object }
    throw .error(
      "'\(expression.source.value)' is \(value.kind), not \(withArticle(Object.kind))", at: expression.source.location)
  }

  /// The mixture that an option names: a fit's, or one of its own.
  ///
  /// - Throws: `Diagnostic` when the name is that of something else or there is none.
  func mixture(_ expression: Expression) throws(Diagnostic) -> any MixtureSource {
    let value = try value(of: expression)
    if case .object(let object as any MixtureSource) = value { return object }
    throw .error(
      "'\(expression.source.value)' is \(value.kind), not \(MixtureKinds.words)", at: expression.source.location)
  }

  /// Works an expression out.
  ///
  /// - Parameters:
  ///   - table: its columns stand as bare names.
  ///   - subject: its members stand as bare names.
  package func value(
    of expression: Expression, columnsOf table: Table? = nil, membersOf subject: (any Inspectable)? = nil
  ) throws(Diagnostic) -> Value {
    let names = [("params", Value.object(parameters))] + results.map { ($0.name, Value.object($0.value)) }
    return try Evaluator(names: names, table: table, subject: subject).value(of: expression)
  }

  /// The value of an expression as text, in the format that it names.
  package func text(of expression: Expression) throws(Diagnostic) -> String {
    let value = try value(of: expression)
    do throws(ExpressionError) {
      return try value.text(expression.format)
    } catch {
      throw expression.diagnostic(error)
    }
  }

  /// The column of numbers that an option names.
  ///
  /// - Throws: `Diagnostic` when there is none of this name, or when it holds text: then it says which cells do.
  package func numbers(_ name: Located<String>, of table: Table) throws(Diagnostic) -> [Double] {
    guard let column = table[name.value] else { throw unknownColumn(name, among: table.columnNames) }
    guard let numbers = column.numbers else {
      throw .error("'\(name.value)' does not hold numbers", at: name.location, hint: column.whyNotNumeric)
    }
    return numbers.array
  }

  /// The seed of the stream that belongs to a cell of this name.
  ///
  /// It depends on the notebook's seed and the name alone, so that inserting or moving other cells changes nothing.
  package func seed(for name: Located<String>) -> UInt64 {
    var stream = SeededGenerator(seed: seed).stream(named: name.value)
    return stream.next()
  }

  // MARK: Text

  /// The number of a labelled figure or table; `nil` for a label that the notebook does not hold.
  package func number(of label: String) -> Int? { composer.numbering.number(of: label) }

  /// A caption or title with its values worked out.
  package mutating func phrases(_ inlines: [Inline]) throws -> [Phrase] {
    try composing { composer, evaluate in try composer.phrases(for: inlines, evaluate: evaluate) }
  }

  /// Lets the composer work with the values known now.
  mutating func composing<Result>(
    _ body: (Composer, (Composer.Value) throws -> String) throws -> Result
  ) throws -> Result {
    let known = self
    var stale: [StalePin] = []
    let result = try body(composer) { value in
      switch value {
      case .role(let role): return try known.text(of: try Expression(role))
      case .pinned(let pinned):
        let text = try known.text(of: try Expression(parsing: pinned.expression))
        if text != pinned.text.value { stale.append(StalePin(pin: pinned, value: text)) }
        return text
      }
    }
    log.add(stale)
    return result
  }

  // MARK: What the run has to say

  /// Raises a warning: printed by `gmm-report`, and a callout in the report after what the cell shows.
  ///
  /// - Parameters:
  ///   - message: one sentence without a full stop, beginning in lower case.
  ///   - hint: what to do about it, likewise.
  package mutating func warn(_ message: String, hint: String? = nil) {
    let sentences = ([message] + (hint.map { [$0] } ?? [])).map { $0.capitalizedFirst + "." }
    log.add(
      warning: .warning(message, at: location, hint: hint),
      callout: .callout(
        Report.Callout(
          kind: .warning, blocks: [.paragraph([.text(sentences.joined(separator: " "))])], isFromRun: true)))
  }

  /// Adds what shaped the numbers of a cell to the provenance: `fit g2`, `full, 2 components, 10 restarts, …`.
  package mutating func record(_ name: String, _ value: String) {
    log.add(Report.Provenance.Entry(name: name, value: value))
  }

  /// Notes that a file's contents went into the report.
  mutating func record(_ file: DataFiles.File) { log.add(file) }

  /// Has a file written beside the report.
  ///
  /// - Parameter name: relative to the report's own folder, as `Scope.write` let it pass.
  /// - Returns: a link to it.
  mutating func attach(_ name: String, _ contents: [UInt8]) -> Phrase {
    log.add(Report.Attachment(name: name, contents: contents))
    return .link(destination: Report.address(of: name, inReport: reportName), title: "", [.text(name)])
  }

  /// Notes a claim that does not hold.
  mutating func recordFalseClaim(_ claim: Diagnostic) { log.add(falseClaim: claim) }
}

/// A pinned value whose text is not what it should be.
package struct StalePin: Sendable, Hashable {
  package let pin: PinnedValue
  /// What should stand there.
  package let value: String

  /// As the run reports it when it may not rewrite the notebook.
  package var diagnostic: Diagnostic {
    .error(
      "the pinned value of '\(pin.expression.value)' is '\(pin.text.value)', but should be '\(value)'",
      at: pin.text.location, hint: "--fix rewrites it")
  }
}
