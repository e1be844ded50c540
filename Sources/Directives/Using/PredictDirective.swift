internal import Mixtures
internal import Notebooks
internal import Reports
internal import Tables
internal import Wording

/// `{predict} NAME`: the rows of any table judged by a mixture, as a table.
struct PredictDirective: Directive {
  static let name = "predict"
  static let summary =
    "judges the rows of a table by a fit: a table of its columns with label, uncertainty, log_density (log p(x) in nats), "
    + "outlier (share of the nearest component’s own rows that would lie further out) and responsibility_1, …"
  static let naming = CellNaming.result
  static let options = [
    OptionDoc("fit", "fit or mixture", isRequired: true, "the mixture that judges"),
    OptionDoc(
      "data", "table", isRequired: true,
      "the rows judged; it has the fit’s columns in the fit’s units, and is standardized if that table was, by the same numbers"
    ),
    OptionDoc(
      "missing", "keep or em",
      "rows that lack a cell: keep leaves them without a prediction, em judges them by the columns they have; "
        + "when absent em for a fit of missing: em, else keep"),
    OutputFile.doc("write", ".csv", "a file of the predictions with row numbers, beside the report"),
  ]

  private enum MissingCells: String, CaseIterable { case keep, em }

  /// Rows with a score below this lie far out; where more than half of them do, the tables hardly fit together.
  private static let farShare = 1e-6

  private let name: Located<String>
  private let fit: Expression
  private let data: Expression
  private let missing: MissingCells?
  private let file: Located<String>?

  init(_ options: inout Options) throws {
    name = options.name
    let (fit, data) = (options.object("fit"), options.object("data"))
    missing = options.choice("missing", MissingCells.self)
    file = options.outputFile("write", ".csv")
    self.fit = try options.required(fit)
    self.data = try options.required(data)
  }

  var activity: String { "judges \(data.source.value) by \(fit.source.value)" }

  func declare(in scope: inout Scope) throws {
    if let file { _ = scope.noting { try $0.write(file) } }
    let shape = scope.noting { try $0.mixture(fit) } ?? nil
    let table = try scope.object(data, as: Table.self)
    guard let shape, let table else { return }
    for column in shape.columns { _ = scope.noting { _ in try check(column, in: table) } }
    guard let parts = shape.parts else { return }
    let added = PredictionTable.names(parts: parts)
    if let taken = table.columns.first(where: { added.contains($0.name) }) {
      throw Diagnostic.error(
        "'\(data.source.value)' has a column '\(taken.name)' of its own, and a prediction adds one",
        at: data.source.location, hint: "rename it where the table is loaded")
    }
    try scope.define(name, .table(table.columns + added.map { ColumnShape($0, type: .number) }))
  }

  /// - Throws: `Diagnostic` when the table lacks the column, or has it as text or in another unit.
  private func check(_ column: ColumnShape, in table: ObjectShape) throws(Diagnostic) {
    let (data, fit) = (data.source, fit.source.value)
    guard let own = table.column(column.name) else {
      let near = nearestName(to: column.name, in: table.columns.map(\.name))
      throw .error(
        "'\(data.value)' has no column '\(column.name)', which '\(fit)' is of", at: data.location,
        hint: near.map { "is it '\($0)'? rename it where the table is loaded" }
          ?? "its columns are \(joined(table.columns.map(\.name)))")
    }
    if let type = own.type, type != .number {
      throw .error(
        "'\(column.name)' of '\(data.value)' is \(type.kind), not \(ColumnType.number.kind)", at: data.location,
        hint: own.whyNotNumeric)
    }
    if let unit = own.unit, let wanted = column.unit, unit != wanted {
      throw .error(
        "'\(column.name)' of '\(data.value)' is in \(unit), and in \(wanted) in '\(fit)'", at: data.location,
        hint: "derive it in \(wanted) where the table is loaded")
    }
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    let source = try session.mixture(fit)
    let table = try session.object(data, as: Table.self)
    let mixture = source.mixture
    let columns = try source.columns.map { try session.numbers(Located($0.name, at: data.source.location), of: table) }
    for (column, shape) in zip(columns, source.columns) {
      guard let row = column.firstIndex(where: \.isInfinite) else { continue }
      throw Diagnostic.error(
        "row \(table.rowNumbers[row]) of \(shape.name) is infinite", at: data.source.location,
        hint: "replace it or leave the row out where the table is loaded")
    }
    let hasGaps = (source as? FittedMixture).map { !$0.fit.samples.isComplete } ?? false
    let marginalizing = (missing ?? (hasGaps ? .em : .keep)) == .em
    if marginalizing, mixture.noise != nil, columns.contains(where: { $0.contains(where: \.isNaN) }) {
      throw Diagnostic.error(
        "'\(fit.source.value)' has a noise component, which has no distribution of some columns alone",
        at: fit.source.location, hint: "missing: keep leaves rows that lack a cell without a prediction")
    }
    let values = (0..<table.rowCount).flatMap { row in columns.map { $0[row] } }
    let prediction = try mixture.predict(values, marginalizing: marginalizing)
    let judged = PredictionTable(prediction, of: mixture)
    session.define(name, try Table(columns: table.columns + judged.columns, rowNumbers: table.rowNumbers))
    warn(of: prediction, in: &session)
    guard let file else { return [] }
    let link = session.attach(file.value, try judged.csv(rowNumbers: table.rowNumbers))
    return [OutputFile.note([(link, "labels, densities and responsibilities of \(counted(table.rowCount, "row"))")])]
  }

  private func warn(of prediction: Prediction, in session: inout Session) {
    let scores = prediction.outliers.filter { !$0.isNaN }
    let without = prediction.labels.count - scores.count
    if without > 0 {
      session.record("predict \(name.value)", "\(counted(without, "row")) without a prediction for lack of a cell")
    }
    let far = scores.count { $0 < Self.farShare }
    guard far * 2 > scores.count else { return }
    session.warn(
      "\(NumberFormat.count.string(Double(far))) of \(counted(scores.count, "row")) of '\(data.source.value)' lie far "
        + "from every component of '\(fit.source.value)'",
      hint: "check that both tables are in the same units and standardized alike")
  }
}
