internal import Mixtures
internal import Notebooks
internal import Tables
internal import Wording

/// The options that `fit` and `select` share: which rows and columns, and how EM runs on them.
struct FitOptions: Sendable {
  let name: Located<String>
  let data: Expression
  /// `nil` takes every column of numbers.
  let columns: [Located<String>]?
  /// The column that says how many rows each row stands for.
  let rowWeights: Located<String>?
  let noise: NoiseRegion?
  let method: MethodOption
  let start: StartOption
  let restarts: Int
  /// 0 for none.
  let shortRuns: Int
  let shortIterations: Int
  let tolerance: Double
  let maxIterations: Int
  let floor: Floor
  let missing: MissingCells
  let seed: UInt64?
  /// Where the cell stands, for what goes wrong in it.
  let location: SourceLocation

  enum MissingCells: String, Sendable, CaseIterable { case error, drop, em }

  static let dataDocs: [OptionDoc] = [
    OptionDoc("data", "table", isRequired: true, "the table whose rows are fitted"),
    OptionDoc("columns", "list of columns", "the columns fitted; all columns of numbers when absent"),
    OptionDoc(
      "missing", "error, drop or em", default: "error",
      "what to do about rows with a missing cell: leave them out, or fit what they have by EM"),
    OptionDoc("row_weights", "column", "how many rows each row stands for; 1 when absent"),
  ]

  static func runDocs(restarts: Int) -> [OptionDoc] {
    StartOption.docs + [
      OptionDoc(
        "restarts", "whole number", default: "\(restarts)",
        "starts followed to the end, the best one kept; after short runs 1 when absent"),
      OptionDoc(
        "short_runs", "whole number", "random starts followed for a few iterations only, the best of them to the end"),
      OptionDoc("short_iterations", "whole number", default: "10", "EM iterations of a short run"),
      OptionDoc("tolerance", "number", default: "1e-6", "EM stops when ℓ/n changes by less, in nats"),
      OptionDoc("max_iterations", "whole number", default: "1000", "EM iterations at most"),
      OptionDoc(
        "regularization", "number",
        "added to every variance, in squared data units; 0 for none; 1e-6 of each column’s variance when absent, none with a prior"
      ),
      MethodOption.priorDoc,
      OptionDoc(
        "noise", "auto or a volume",
        "adds a component of constant density for rows of no Gaussian, over this volume or the smallest box around the rows"
      ),
      OptionDoc(
        "seed", "whole number", "for this cell alone; from the notebook’s seed and the cell’s name when absent"),
    ]
  }

  init(_ options: inout Options, components: Int?, family: CovarianceFamily?) throws {
    let data = options.object("data")
    columns = options.columns("columns")
    missing = options.choice("missing", MissingCells.self) ?? .error
    rowWeights = options.read("row_weights") { try $0.text("a column") }
    noise = options.read("noise") { try $0.noiseRegion() }
    start = StartOption(&options, components: components, family: family)
    let restarts = options.wholeNumber("restarts", 1...) ?? 1
    let shortRuns = options.wholeNumber("short_runs", 1...)
    shortIterations = options.wholeNumber("short_iterations", 1...) ?? 10
    self.restarts = shortRuns == nil || options.has("restarts") ? restarts : 1
    self.shortRuns = shortRuns ?? 0
    if let shortRuns {
      if !start.isRandom {
        options.fail(
          "short runs need a random start, and this one always begins alike", at: options.location(of: "short_runs"))
      } else if shortRuns < self.restarts {
        options.fail(
          "\(counted(shortRuns, "short run")) cannot have a best \(restarts)", at: options.location(of: "short_runs"),
          hint: "restarts is how many of them are followed to the end")
      }
    }
    tolerance = options.number("tolerance", "a number of 0 or more") { $0 >= 0 } ?? 1e-6
    maxIterations = options.wholeNumber("max_iterations", 1...) ?? 1000
    let floor = options.number("regularization", "a number of 0 or more") { $0 >= 0 }
    method = MethodOption(&options, family: family)
    self.floor = floor.map { $0 == 0 ? .none : .absolute($0) } ?? (method.regularizes ? .none : .relative(1e-6))
    seed = options.seed("seed")
    (name, location) = (options.name, options.location)
    self.data = try options.required(data)
  }

  /// Checks table and columns, and says which columns are fitted; `nil` when the table's cell has mistakes.
  func declare(in scope: inout Scope) throws -> [ColumnShape]? {
    let table = try scope.object(data, as: Table.self)
    start.declare(in: &scope, table: table)
    if let rowWeights { _ = scope.noting { try $0.column(rowWeights, of: table, type: .number) } }
    guard let columns else {
      return table?.columns.filter {
        $0.type != .category && $0.type != .boolean && $0.name != rowWeights?.value
      }
    }
    let found = columns.compactMap { name in scope.noting { try $0.column(name, of: table, type: .number) } }
    return table == nil ? nil : found
  }

  /// The rows to be fitted, and how.
  ///
  /// - Parameter components: nil where several numbers are tried.
  func prepare(in session: inout Session, components: Int?, family: CovarianceFamily) throws -> PreparedFit {
    let table = try session.object(data, as: Table.self)
    let chosen: [Column]
    if let columns {
      chosen = try columns.map { name in
        _ = try session.numbers(name, of: table)
        return table[name.value]
      }.compactMap(\.self)
    } else {
      chosen = table.columns.filter { $0.type == .number && $0.name != rowWeights?.value }
    }
    let rows = try fittedRows(of: table, chosen, in: &session)
    let rowNumbers = rows.map { rows in RowNumbers(rows.map { table.rowNumbers[$0] }) } ?? table.rowNumbers
    let weights = try rowWeights.map { name in
      let all = try session.numbers(name, of: table)
      return rows.map { rows in rows.map { all[$0] } } ?? all
    }
    let samples = try reporting(rowNumbers) {
      try Samples(
        columns: chosen.compactMap { column in
          try column.numbers.map { SampleColumn(try rows.map($0.taking) ?? $0) }
        }, names: chosen.map(\.name), weights: weights, allowingMissing: missing == .em)
    }
    let options = EMOptions(
      components: components ?? 1, family: family,
      start: try start.start(
        in: table, rows: rows, columns: chosen.map(\.name), components: components, session),
      restarts: restarts, shortRuns: shortRuns, shortIterations: shortIterations, tolerance: tolerance,
      maxIterations: maxIterations, floor: floor, noise: noise, prior: method.prior,
      method: method.method, seed: seed ?? session.seed(for: name),
      threads: session.threads)
    return PreparedFit(
      samples: samples, options: options, columns: chosen.map { ColumnShape($0.name, unit: $0.unit, type: .number) },
      rowNumbers: rowNumbers)
  }

  /// The places of the rows without a missing cell; `nil` when all rows are fitted.
  private func fittedRows(of table: Table, _ columns: [Column], in session: inout Session) throws -> [Int]? {
    let isComplete = try Table(columns: columns, rowNumbers: table.rowNumbers).completeRows
    let dropped = isComplete.count { !$0 }
    if dropped == 0 { return nil }
    if missing == .error {
      let column = columns.first { column in (0..<column.count).contains { column.isMissing(at: $0) } }
      throw Diagnostic.error(
        "\(counted(dropped, "row")) of '\(data.source.value)' \(dropped == 1 ? "has" : "have") missing cells, the first in "
          + "'\(column?.name ?? "")'", at: data.source.location,
        hint: "missing: em fits what they have, missing: drop leaves them out")
    }
    if missing == .em {
      let empty = (0..<table.rowCount).count { row in columns.allSatisfy { $0.isMissing(at: row) } }
      session.record(
        "rows of \(name.value)",
        "\(table.rowCount), \(dropped) of them lack a cell" + (empty > 0 ? ", \(empty) every cell" : ""))
      return nil
    }
    let rows = isComplete.indices.filter { isComplete[$0] }
    session.record("rows of \(name.value)", "\(rows.count) of \(table.rowCount), the others lack a cell")
    return rows
  }

  /// Runs `body`, an error of the fit becoming one with this cell's place and the row's number in the file.
  func reporting<Result>(_ rowNumbers: RowNumbers, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch FitError.notFinite(let row, let column, let value) {
      throw Diagnostic.error(
        "\(FitError.notFinite(row: rowNumbers[row] - 1, column: column, value: value))", at: location)
    } catch FitError.badWeight(let row, let value) {
      throw Diagnostic.error(
        "\(FitError.badWeight(row: rowNumbers[row] - 1, value: value))", at: rowWeights?.location ?? location)
    } catch let error as FitError {
      throw Diagnostic.error("\(error)", at: location)
    } catch let error as TableError {
      throw Diagnostic.error(error.message, at: location, hint: error.hint)
    }
  }
}

extension OptionNode {
  /// `auto` or a number.
  fileprivate func noiseRegion() throws -> NoiseRegion {
    let wanted = "auto or a volume above 0"
    let text = try scalar(wanted).text
    if text == "auto" { return .hull }
    guard let volume = decimalNumber(text), volume > 0 else { throw expected(wanted) }
    return .volume(volume)
  }
}

/// Rows and options of a fit, ready to run.
struct PreparedFit {
  let samples: Samples
  let options: EMOptions
  let columns: [ColumnShape]
  let rowNumbers: RowNumbers
}
